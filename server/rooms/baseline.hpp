#pragma once
// What the same room would have come to without people: many futures of its scenario, length and
// news in which the policies of the batch engine play every seat. Future 0 has the room's own luck.
#include "server/rooms/event.hpp"

namespace tumen::server::rooms {

inline constexpr int baseline_futures = 1000;

/// True once the game is over and its baseline has not been counted.
[[nodiscard]] bool wants_baseline(const Room& room);

/// Counts the futures, on `threads` threads (0 = all), and says what is known then as an event, so
/// that a replay of the log counts nothing. Takes about a second of one core. Precondition:
/// wants_baseline().
[[nodiscard]] Event counting(const Room& room, Moment now, const Workshop& shop,
                             int futures = baseline_futures, int threads = 0);

/// Percentile of x among values, 0 to 100: those below it, and half of those equal to it.
[[nodiscard]] int percentile_of(const std::vector<double>& values, double x);

/// The points that no other beats in both coordinates, from left to right.
[[nodiscard]] std::vector<std::array<int, 2>> frontier_of(std::vector<std::array<int, 2>> points);

/// The edge of what the points reach: their frontier, level with its first point to the left edge
/// and straight down from its last, so that a single point that beats all others has an edge too.
[[nodiscard]] std::vector<std::array<int, 2>> reach_of(
    const std::vector<std::array<int, 2>>& points);

}  // namespace tumen::server::rooms
