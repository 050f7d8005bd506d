#pragma once
// The one way a room changes.
#include "server/rooms/event.hpp"

namespace tumen::server::rooms {

/// The room after the event. The same room, event and workshop give the same room, bit for bit. An
/// event must have been decided upon (decide.hpp), or come from a log of such events; throws
/// std::runtime_error where a log contradicts itself or the scenario it was written with.
[[nodiscard]] Room apply(Room room, const Event& event, const Workshop& shop);

namespace applying {

/// True for events of phase, clock and world; the others are of seats and table.
[[nodiscard]] bool changes_phase(EventType kind);
void change_phase(Room& room, const Event& event, const Workshop& shop);

}  // namespace applying
}  // namespace tumen::server::rooms
