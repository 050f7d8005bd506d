#pragma once
// Constraints between factors: linear comparisons that every line of a design keeps.
#include "studies/factors.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// "a + 2 * b <= 1": the sum of the terms and `constant` is at most 0 (below 0 if `is_strict`).
struct FactorConstraint {
  std::string text;
  std::vector<std::pair<std::size_t, double>> terms;  ///< place of a factor, what it is times
  double constant = 0;
  bool is_strict = false;
};

/// Reads two sums of factors, numbers and numbers times factors with <=, <, >= or > between them.
/// Throws InputError: a name that is no factor (with the nearest), a factor of words, anything
/// else.
[[nodiscard]] FactorConstraint parse_constraint(const std::string& text,
                                                const std::vector<Factor>& factors);

/// Whether line `k` of the columns keeps the constraint. Differences of a 10^12th of the largest
/// term are none: .1 + .2 <= .3 holds.
[[nodiscard]] bool holds(const FactorConstraint& constraint,
                         const std::vector<std::vector<double>>& columns, std::size_t k);

}  // namespace tumen
