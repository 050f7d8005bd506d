#pragma once
// Scenarios compiled once: compiling takes a tenth of a second, and a room asks for the same world
// again at every answer.
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

/// The workshop with the last `most` answers kept; may be asked by several threads at once.
[[nodiscard]] Workshop remembering(Workshop inner, std::size_t most);

}  // namespace tumen::server::rooms
