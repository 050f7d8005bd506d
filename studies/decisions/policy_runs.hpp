#pragma once
// What every policy gave at every point with every replicate of the luck: the same points and the
// same luck for all of them, so that what they share cancels in differences and regrets.
#include "studies/decisions/payoffs.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tumen {

/// Invariant: at least one of each; `values[(policy * points + point) * replicates + replicate]`
/// are all finite.
struct PolicyRuns {
  std::string outcome;
  Direction direction = Direction::max;
  std::vector<std::string> policies, points;
  std::size_t replicates = 1;
  std::vector<double> values;

  /// The replicates of a pair.
  [[nodiscard]] const double* at(std::size_t policy, std::size_t point) const {
    return &values[(policy * points.size() + point) * replicates];
  }
};

/// The means over replicates, as payoffs_of makes them of a table of the same runs.
[[nodiscard]] PayoffTable payoffs_of(const PolicyRuns& runs);

/// The same with replicates drawn again: `draws` are places of replicates.
[[nodiscard]] PayoffTable payoffs_of(const PolicyRuns& runs,
                                     const std::vector<std::uint32_t>& draws);

}  // namespace tumen
