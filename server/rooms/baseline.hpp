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

}  // namespace tumen::server::rooms
