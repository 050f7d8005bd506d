#pragma once
// What a model gave for the lines of a design: a value a line, or several of different seeds.
#include "sim/table.hpp"
#include "studies/sensitivity/two_way.hpp"

#include <string>
#include <vector>

namespace tumen {

/// One outcome by line of the design.
struct DesignOutcome {
  std::string name;
  std::vector<double> mean;   ///< over the replicates of the line; NaN where there is none
  std::vector<double> noise;  ///< variance of that mean by the seeds; empty without replicates
  std::size_t fewest = 1;     ///< replicates of a line, of those that have any
  std::size_t most = 1;
  double seed_variance = 0;         ///< variance of single runs of one line, mean over the lines
  std::vector<double> values = {};  ///< line after line by replicate, NaN where there is none
  TwoWay layout = {};               ///< if replicates of one number have the same luck at all lines
};

/// Reads what the lines of a design of `runs` lines gave. Every column is an outcome, line k that
/// of line k of the design; with a column `point` (counted from 0 or from 1) lines may come in any
/// order, and with `replicate` a point may have several. Throws InputError: too few or too many
/// lines, points that do not exist, are missing or come twice.
[[nodiscard]] std::vector<DesignOutcome> outcomes_by_line(const DataTable& table, std::size_t runs);

/// The outcomes chosen by name, all where `name` is empty. Throws InputError with the nearest name.
[[nodiscard]] std::vector<DesignOutcome> choose_outcome(std::vector<DesignOutcome> all,
                                                        const std::string& name,
                                                        const std::string& file);

}  // namespace tumen
