#pragma once
// Who is there. A ping changes no room and is not logged; what follows from silence is an event.
// After a restart everybody counts as heard from at that moment.
#include "server/rooms/decide.hpp"

namespace tumen::server::rooms {

inline constexpr Moment warned_after = 60'000;
inline constexpr Moment taken_over_after = 90'000;

/// One tab of a person's browser, as the transport numbers it; 0 = none.
using Tab = std::uint64_t;

struct Presence {
  struct Sign {
    Moment last = 0;  ///< when the newest tab was last heard from
    Tab tab = 0;
  };
  std::vector<Sign> chairs;  ///< of seats, then of their parliaments
};

/// The chair of who speaks for a seat, or as its parliament; nobody for others.
[[nodiscard]] int chair_of(const Room& room, const Speaker& speaker);

/// Everybody heard from just now, in no tab.
[[nodiscard]] Presence present(const Room& room, Moment now);

/// A tab has shown the token of a chair: it is the newest from now on. Returns the older one, which
/// is to be told and closed, or 0.
[[nodiscard]] Tab attach(Presence& presence, int chair, Tab tab, Moment now);

/// True if commands of this tab count; older ones are refused.
[[nodiscard]] bool is_newest(const Presence& presence, int chair, Tab tab);

/// A sign of life: any frame of the newest tab.
void hear(Presence& presence, int chair, Tab tab, Moment now);

/// What is due by the clock: persons warned after 60 s of silence, taken over after 90 s, back once
/// heard from again, and the end of the round when its time is out. Events to be logged and
/// applied, in order.
[[nodiscard]] std::vector<Event> due(const Room& room, const Presence& presence, Moment now,
                                     const Workshop& shop);

}  // namespace tumen::server::rooms
