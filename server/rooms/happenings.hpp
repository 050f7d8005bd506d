#pragma once
// What happened in a tick, in sentences a whole class may read. The chronicle (sim/chronicle.hpp)
// tells more, what each side gains among it, and so is not for rooms.
#include "server/rooms/room.hpp"
#include "world/record.hpp"

namespace tumen::server::rooms {

/// Adds what the record of the tick just done holds. `world` stands after it.
void note_happenings(const Room& room, const Scenario& scenario, const World<double>& world,
                     const Record<double>& record, std::vector<Happening>& out);

}  // namespace tumen::server::rooms
