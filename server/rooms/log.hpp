#pragma once
// The log of a room: one event a line, written through to the disk before anybody is told. The room
// is what its log says.
#include "server/rooms/apply.hpp"
#include "sim/batch/durable_file.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace tumen::server::rooms {

/// The room after all whole lines of a log. A last line without its line break is what a crash
/// left of a write that nobody was told of, and is left out. Throws std::runtime_error
/// with the number of the line that cannot be.
struct Replayed {
  Room room;
  std::size_t bytes = 0;  ///< of the whole lines
  std::size_t events = 0;
};
[[nodiscard]] Replayed replay(std::string_view log, const Workshop& shop);

/// Lines of the events, each with its line break.
[[nodiscard]] std::string log_lines(const std::vector<Event>& events);

/// Invariant: `room()` is what a replay of the file gives.
class LoggedRoom {
 public:
  /// A room that is kept in memory alone.
  explicit LoggedRoom(const Workshop& shop);

  /// Goes on with the room of a log. Throws as replay() and AppendFile do.
  LoggedRoom(const std::filesystem::path& file, const Workshop& shop);

  [[nodiscard]] const Room& room() const { return *room_; }
  /// The room as it is now, to be looked at from another thread.
  [[nodiscard]] const std::shared_ptr<const Room>& shared() const { return room_; }

  /// Writes the events through to the disk, then applies them. If the disk does not take them the
  /// room stays as it was, and std::runtime_error says why.
  void take(const std::vector<Event>& events);

 private:
  LoggedRoom(const std::filesystem::path& file, const Workshop& shop, Replayed replayed);

  const Workshop* shop_;
  std::shared_ptr<const Room> room_;
  std::optional<AppendFile> file_;
};

}  // namespace tumen::server::rooms
