#pragma once
// Whether a command is taken: it becomes events, or is refused with a reason. Nothing changes here.
#include "server/rooms/command.hpp"
#include "server/rooms/event.hpp"

namespace tumen::server::rooms {

/// Who speaks, by the token shown.
struct Speaker {
  enum class Kind : std::uint8_t { stranger, seat, host, screen, parliament };
  Kind kind = Kind::stranger;
  int seat = nobody;  ///< of a seat or a parliament

  [[nodiscard]] bool is_host() const { return kind == Kind::host; }
  [[nodiscard]] bool is_seat() const { return kind == Kind::seat; }
  [[nodiscard]] bool is_parliament() const { return kind == Kind::parliament; }
};

/// A stranger for any token that is none of the room's.
[[nodiscard]] Speaker speaker_of(const Room& room, std::string_view token);

/// What the caller adds to a command.
struct Circumstances {
  Moment now = 0;
  std::string fresh_hash;  ///< join: token_hash() of a token made for who joins
};

struct Verdict {
  std::vector<Event> events;  ///< to be logged and applied, in order
  std::vector<std::string> refusals;
  bool is_repeat = false;  ///< taken before: nothing to do, and no mistake

  [[nodiscard]] bool is_taken() const { return refusals.empty(); }
};

/// Judges a command. Errors of the speaker become refusals; throws nothing but std::bad_alloc and
/// what the workshop throws beside InputError.
[[nodiscard]] Verdict decide(const Room& room, const Speaker& speaker, const Command& command,
                             const Circumstances& with, const Workshop& shop);

/// The event that opens a room. Throws InputError for a scenario that is not there or settings out
/// of bounds: rounds 1 to 12, minutes 1 to 60, quarters 1 to 20, and no more than the scenario has.
[[nodiscard]] Event opening(const Settings& settings, const std::string& host_hash,
                            const std::string& screen_hash, Moment now, const Workshop& shop);

/// The event that ends the round and moves the world. Precondition: a round is on.
[[nodiscard]] Event closing(const Room& room, Moment now, const Workshop& shop);

namespace deciding {

/// A verdict under way.
struct Case {
  const Room& room;
  const Speaker& speaker;
  const Command& command;
  const Circumstances& with;
  const Workshop& shop;
  Verdict verdict;

  void refuse(std::string reason) { verdict.refusals.push_back(std::move(reason)); }
  /// Adds an event of this command and returns it.
  Event& event(EventType kind);
};

void decide_host(Case& c);
void decide_table(Case& c);

}  // namespace deciding
}  // namespace tumen::server::rooms
