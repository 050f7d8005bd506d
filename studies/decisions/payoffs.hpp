#pragma once
// What each policy brings in each scenario of a table, averaged over replicates.
#include "studies/mixed_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tumen {

/// Which end of an outcome is good.
enum class Direction : std::uint8_t { max, min };

/// Invariant: at least one policy and one scenario, `values[policy][scenario]` all finite.
struct PayoffTable {
  std::string outcome;
  Direction direction = Direction::max;
  std::vector<std::string> policies, scenarios;  ///< in the order in which they first appear
  std::vector<std::vector<double>> values;       ///< means over replicates
  std::size_t fewest = 0, most = 0;              ///< replicates of a pair of policy and scenario
};

/// Where things stand in a table of runs.
struct PayoffColumns {
  std::string policy, scenario, outcome;
  Direction direction = Direction::max;
};

/// Averages an outcome over the lines of each pair. Throws InputError where a pair has no line. The
/// policy and scenario columns must have been read as words.
[[nodiscard]] PayoffTable payoffs_of(const MixedTable& table, const PayoffColumns& columns);

/// True where `a` is better than `b`.
[[nodiscard]] inline bool is_better(double a, double b, Direction direction) {
  return direction == Direction::max ? a > b : a < b;
}

/// How much better the best policy of each scenario does than each policy: [policy][scenario], at
/// least 0. Savage, Journal of the American Statistical Association 46 (1951) 55.
[[nodiscard]] std::vector<std::vector<double>> regrets_of(const PayoffTable& table);

}  // namespace tumen
