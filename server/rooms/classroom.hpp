#pragma once
// Deals to start from: drafts that can be put on the table as they are.
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

struct ReadyDeal {
  std::string title, why;
  Draft draft;
};

/// Those of a seat that can be composed in the room's scenario; at most three.
[[nodiscard]] std::vector<ReadyDeal> ready_deals(const Room& room, std::string_view country);

}  // namespace tumen::server::rooms
