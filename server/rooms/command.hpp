#pragma once
// What people ask of a room, read from JSON. docs/reference/server.md.
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

inline constexpr std::size_t most_text = 500;  ///< characters of a message
inline constexpr std::size_t most_name = 24;   ///< characters of a person's name

/// Which fields of a Command say something beside `id` and `version`.
enum class CommandKind : std::uint8_t {
  join,      ///< country, text (name), target ("parliament" or empty)
  offer,     ///< draft
  counter,   ///< offer, draft
  accept,    ///< offer
  refuse,    ///< offer
  withdraw,  ///< offer
  plan,      ///< verb, target
  drop,      ///< verb, target
  say,       ///< country (to whom; empty = all), text
  press,     ///< text
  quiz,      ///< is_after, answers
  ratify,    ///< target
  reject,    ///< target
  // of the host alone
  start,
  pause,
  resume,
  extend,
  skip,
  news,    ///< news
  free,    ///< country
  rewind,  ///< round
  end,
};
inline constexpr std::array<std::string_view, 22> command_names = {
    "join",   "offer", "counter", "accept", "refuse", "withdraw", "plan",  "drop",
    "say",    "press", "quiz",    "ratify", "reject", "start",    "pause", "resume",
    "extend", "skip",  "news",    "free",   "rewind", "end"};

struct Command {
  CommandKind kind = CommandKind::say;
  std::uint64_t id = 0;       ///< the speaker's own number; the same twice is one command
  std::uint64_t version = 0;  ///< of the room that the speaker has seen
  std::string country, text, target;
  int offer = -1;
  int round = 0;
  Verb verb = Verb::act;
  bool is_after = false;
  std::array<int, quiz_questions> answers{};
  Draft draft;
  News news;
};

/// A message and all that is wrong with it; of use only if nothing is.
struct ParsedCommand {
  Command command;
  std::vector<std::string> errors;
};

/// Reads {"type": NAME, "id": .., "version": .., ...}. Never throws but std::bad_alloc.
[[nodiscard]] ParsedCommand parse_command(std::string_view text);

}  // namespace tumen::server::rooms
