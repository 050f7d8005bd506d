#pragma once
// What nothing else beats in every respect.
#include "studies/decisions/payoffs.hpp"

#include <cstddef>
#include <vector>

namespace tumen {

/// True where `a` is nowhere worse than `b` and somewhere better; one direction a respect.
[[nodiscard]] bool dominates(const std::vector<double>& a, const std::vector<double>& b,
                             const std::vector<Direction>& directions);

/// The options (rows of numbers, one a respect) that no other dominates, in order. Equal options
/// are all in the set.
[[nodiscard]] std::vector<std::size_t> pareto_set(const std::vector<std::vector<double>>& options,
                                                  const std::vector<Direction>& directions);

}  // namespace tumen
