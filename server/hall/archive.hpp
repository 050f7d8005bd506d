#pragma once
// The folder of the logs of rooms: CODE.jsonl each, and CODE.lock, which the process that goes on
// with a room holds.
#include "server/rooms/log.hpp"
#include "sim/batch/durable_file.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace tumen::server::hall {

/// Where logs are kept if nobody says otherwise: $XDG_STATE_HOME/tumen/rooms, or
/// ~/.local/state/tumen/rooms; empty if neither is known.
[[nodiscard]] std::filesystem::path usual_folder();

/// A room with its log, of this process alone as long as this lives.
struct KeptRoom {
  std::unique_ptr<AppendFile> lock;  ///< null in memory
  std::unique_ptr<rooms::LoggedRoom> logged;
  rooms::Moment last = 0;  ///< of the last event in the log
};

/// True if the folder has a log of this code. `code` is one that normal_code() has passed.
[[nodiscard]] bool has_log(const std::filesystem::path& folder, const std::string& code);

/// A new room, in memory if the folder is empty. Makes the folder, readable by its owner alone.
/// Throws std::runtime_error if there is such a log, InputError if another process has the room.
[[nodiscard]] KeptRoom make_room(const std::filesystem::path& folder, const std::string& code,
                                 const rooms::Workshop& shop);

/// Goes on with a room: locked first, then read. Throws std::runtime_error if the log cannot be
/// gone on with, InputError if another process has the room.
[[nodiscard]] KeptRoom resume_room(const std::filesystem::path& folder, const std::string& code,
                                   const rooms::Workshop& shop);

}  // namespace tumen::server::hall
