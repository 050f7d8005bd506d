#pragma once
// An explanation for programs: the command line prints it, the server sends it.
#include "sim/explain.hpp"
#include "sim/flips.hpp"
#include "sim/json_writer.hpp"

namespace tumen {

/// What an explanation is made from.
struct Explained {
  const Scenario& s;
  const Explanation& e;
  const Flips* flips = nullptr;  ///< null where they were not asked for
  std::uint64_t seed = 1;
  std::uint32_t run = 0;
  Id only = no_id;         ///< limits the parties to one country
  bool all_flips = false;  ///< shows every flip, not the nearest alone
};

/// configs/schema/explain.schema.json.
[[nodiscard]] Json explain_json(const Explained& x);

}  // namespace tumen
