#pragma once
// What a room gives away as files: what all may see, and nothing else.
#include "server/rooms/view.hpp"

#include <optional>

namespace tumen::server::rooms {

struct Download {
  std::string name, text;
};

/// "room.json" (the public view), "events.csv" (happenings, news and words to all, by time) or
/// "deals.csv" (deals from their signature on); nothing for any other name. Built from view().
[[nodiscard]] std::optional<Download> download(const Room& room, std::string_view what);

}  // namespace tumen::server::rooms
