#include "server/rooms/log.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tumen::server::rooms {
namespace fs = std::filesystem;
namespace {

/// All bytes of a file; none if it is not there.
std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

Replayed replay(std::string_view log, const Workshop& shop) {
  Replayed out;
  while (true) {
    const std::size_t end = log.find('\n', out.bytes);
    if (end == std::string_view::npos) {
      return out;
    }
    try {
      const Event event = event_from(log.substr(out.bytes, end - out.bytes));
      if ((event.kind == EventType::opened) != (out.events == 0)) {
        throw std::runtime_error("a room opens once, first of all");
      }
      out.room = apply(std::move(out.room), event, shop);
    } catch (const std::exception& error) {
      throw std::runtime_error("line " + std::to_string(out.events + 1) + ": " + error.what());
    }
    out.events += 1;
    out.bytes = end + 1;
  }
}

std::string log_lines(const std::vector<Event>& events) {
  std::string lines;
  for (const Event& event : events) {
    lines += event_line(event) + "\n";
  }
  return lines;
}

LoggedRoom::LoggedRoom(const Workshop& shop)
    : shop_(&shop), room_(std::make_shared<const Room>()) {}

LoggedRoom::LoggedRoom(const fs::path& file, const Workshop& shop)
    : LoggedRoom(file, shop, replay(bytes_of(file), shop)) {}

LoggedRoom::LoggedRoom(const fs::path& file, const Workshop& shop, Replayed replayed)
    : shop_(&shop),
      room_(std::make_shared<const Room>(std::move(replayed.room))),
      file_(std::in_place, file, replayed.bytes) {}

void LoggedRoom::take(const std::vector<Event>& events) {
  Room next = *room_;
  for (const Event& event : events) {
    next = apply(std::move(next), event, *shop_);
  }
  if (file_) {
    file_->append(log_lines(events));
  }
  room_ = std::make_shared<const Room>(std::move(next));
}

}  // namespace tumen::server::rooms
