#pragma once
// Places of one outcome among many.
#include <array>
#include <vector>

namespace tumen::server::rooms {

/// Percentile of x among values, 0 to 100: those below it, and half of those equal to it.
[[nodiscard]] int percentile_of(const std::vector<double>& values, double x);

/// The points that no other beats in both coordinates, from left to right.
[[nodiscard]] std::vector<std::array<int, 2>> frontier_of(std::vector<std::array<int, 2>> points);

/// The edge of what the points reach: their frontier, level with its first point to the left edge
/// and straight down from its last, so that a single point that beats all others has an edge too.
[[nodiscard]] std::vector<std::array<int, 2>> reach_of(
    const std::vector<std::array<int, 2>>& points);

}  // namespace tumen::server::rooms
