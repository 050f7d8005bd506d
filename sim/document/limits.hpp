#pragma once

#include <cstddef>

namespace tumen {

/// What a document may cost before it is refused. The defaults lie a hundred times above the
/// largest scenario meant and still load in well under a second.
struct Limits {
  std::size_t max_bytes = 4U << 20U;         ///< of one file
  std::size_t max_nodes = 200'000;           ///< of one document: keys, scalars, lists, maps
  std::size_t max_depth = 64;                ///< lists and maps inside one another
  std::size_t max_files = 256;               ///< files read by one load with its includes
  std::size_t max_total_bytes = 16U << 20U;  ///< of those files together
};

}  // namespace tumen
