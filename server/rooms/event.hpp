#pragma once
// What happened in a room: one line of its log each. Events are facts; whether they may happen was
// decided before (decide.hpp).
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

/// Which fields of an Event say something beside `at`, `speaker` and `command`.
enum class EventType : std::uint8_t {
  opened,      ///< settings, hash (host), text (hash of the projector), config
  joined,      ///< seat, hash, text (name)
  warned,      ///< seat, flag (its parliament): its person is silent
  taken_over,  ///< seat, flag: the policies play it
  returned,    ///< seat, flag: its person is back
  freed,       ///< seat: the host hands it to the policies
  started,     ///< the first round begins
  paused,
  resumed,
  extended,   ///< a minute more
  offered,    ///< seat, draft, check, offer (the one it counters, or -1)
  accepted,   ///< seat, offer
  refused,    ///< seat, offer
  withdrawn,  ///< seat, offer
  planned,    ///< move
  dropped,    ///< move: thought better of it
  said,       ///< seat (nobody = host), other (nobody = all), flag (press line), text
  told,       ///< news
  closed,     ///< the round ends and the world moves; hash = fingerprint of the world after
  rewound,    ///< offer = the round to whose start the host goes back
  ended,      ///< the debrief begins
  seconded,   ///< seat, hash, text (name): a second person is its parliament
  believed,   ///< seat, flag (after), text (answers): the quiz
  voted,      ///< seat, text (deal), flag (yes): its parliament
  counted,    ///< text: the baseline (baseline.hpp)
  foreseen,   ///< text: the chances from here (foresee.hpp)
};
inline constexpr std::array<std::string_view, 26> event_type_names = {
    "opened",   "joined",   "warned",   "taken_over", "returned", "freed",   "started",
    "paused",   "resumed",  "extended", "offered",    "accepted", "refused", "withdrawn",
    "planned",  "dropped",  "said",     "told",       "closed",   "rewound", "ended",
    "seconded", "believed", "voted",    "counted",    "foreseen"};

struct Event {
  EventType kind = EventType::opened;
  Moment at = 0;
  std::string speaker;        ///< "RUS", "host"; empty = the clock
  std::uint64_t command = 0;  ///< the speaker's number of the command; 0 = none
  int seat = nobody;
  int other = nobody;
  int offer = -1;
  bool flag = false;
  std::string text, hash, config;
  Settings settings;
  Draft draft;
  Check check;
  Move move;
  News news;
};

/// The event on one line, without line break.
[[nodiscard]] std::string event_line(const Event& event);

/// Reads a line that event_line() has written. Throws JsonError for anything else.
[[nodiscard]] Event event_from(std::string_view line);

/// The check as a signatory may see it: without the fans, which are each one's own.
[[nodiscard]] Json check_json(const Check& check);

[[nodiscard]] Json fan_json(const Fan& fan);

/// The place of a name in a list of names, or -1.
template <class List>
[[nodiscard]] int place_of(const List& list, std::string_view name) {
  for (std::size_t k = 0; k < list.size(); ++k) {
    if (list[k] == name) {
      return static_cast<int>(k);
    }
  }
  return -1;
}

}  // namespace tumen::server::rooms
