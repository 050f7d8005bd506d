#include "server/hall/archive.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace tumen::server::hall {
namespace fs = std::filesystem;
namespace {

fs::path log_of(const fs::path& folder, const std::string& code) {
  return folder / (code + ".jsonl");
}

KeptRoom locked(const fs::path& folder, const std::string& code) {
  KeptRoom kept;
  kept.lock = std::make_unique<AppendFile>(folder / (code + ".lock"), 0);
  return kept;
}

/// When the last whole line of a log happened.
rooms::Moment last_moment(const fs::path& log) {
  std::ifstream in(log, std::ios::binary);
  std::string line, last;
  while (std::getline(in, line)) {
    if (!in.eof()) {  // else it has no line break: what a crash left of a write
      last = line;
    }
  }
  return last.empty() ? 0 : rooms::event_from(last).at;
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? "" : value;
}

}  // namespace

fs::path usual_folder() {
  // The base directories of freedesktop.org: a relative path is to be ignored.
  if (const fs::path state = variable("XDG_STATE_HOME"); state.is_absolute()) {
    return state / "tumen" / "rooms";
  }
  const fs::path home = variable("HOME");
  return home.is_absolute() ? home / ".local" / "state" / "tumen" / "rooms" : fs::path();
}

bool has_log(const fs::path& folder, const std::string& code) {
  std::error_code error;
  return !folder.empty() && fs::is_regular_file(log_of(folder, code), error);
}

KeptRoom make_room(const fs::path& folder, const std::string& code, const rooms::Workshop& shop) {
  if (folder.empty()) {
    return {nullptr, std::make_unique<rooms::LoggedRoom>(shop), 0};
  }
  if (fs::create_directories(folder)) {
    fs::permissions(folder, fs::perms::owner_all);
  }
  KeptRoom kept = locked(folder, code);
  if (has_log(folder, code)) {
    throw std::runtime_error("there is a room " + code);
  }
  kept.logged = std::make_unique<rooms::LoggedRoom>(log_of(folder, code), shop);
  return kept;
}

KeptRoom resume_room(const fs::path& folder, const std::string& code, const rooms::Workshop& shop) {
  KeptRoom kept = locked(folder, code);
  kept.last = last_moment(log_of(folder, code));
  kept.logged = std::make_unique<rooms::LoggedRoom>(log_of(folder, code), shop);
  if (kept.logged->room().version == 0) {
    throw std::runtime_error("the log of room " + code + " is empty");
  }
  return kept;
}

}  // namespace tumen::server::hall
