#include "server/rooms/presence.hpp"

#include "server/rooms/apply.hpp"

namespace tumen::server::rooms {
namespace {

/// Somebody's silence: of a seat, or of its parliament.
struct Silence {
  std::size_t seat;
  bool is_parliament;
  bool is_warned, is_away;  ///< as the room has it
  Moment lasts;
};

void add_events(const Silence& s, Moment now, std::vector<Event>& events) {
  const auto add = [&](EventType kind) {
    Event e;
    e.kind = kind;
    e.at = now;
    e.seat = static_cast<int>(s.seat);
    e.flag = s.is_parliament;
    events.push_back(std::move(e));
  };
  if (s.lasts < warned_after && (s.is_warned || s.is_away)) {
    add(EventType::returned);
  }
  if (s.lasts >= warned_after && !s.is_warned) {
    add(EventType::warned);
  }
  if (s.lasts >= taken_over_after && !s.is_away) {
    add(EventType::taken_over);
  }
}

}  // namespace

Presence present(const Room& room, Moment now) {
  return {std::vector<Presence::Sign>(2 * room.seats.size(), {now, 0})};
}

int chair_of(const Room& room, const Speaker& speaker) {
  const auto seats = static_cast<int>(room.seats.size());
  return speaker.is_seat() ? speaker.seat : speaker.is_parliament() ? seats + speaker.seat : nobody;
}

Tab attach(Presence& presence, int chair, Tab tab, Moment now) {
  Presence::Sign& sign = presence.chairs.at(static_cast<std::size_t>(chair));
  const Tab older = sign.tab == tab ? 0 : sign.tab;
  sign = {now, tab};
  return older;
}

bool is_newest(const Presence& presence, int chair, Tab tab) {
  return tab != 0 && presence.chairs.at(static_cast<std::size_t>(chair)).tab == tab;
}

void hear(Presence& presence, int chair, Tab tab, Moment now) {
  if (is_newest(presence, chair, tab)) {
    presence.chairs.at(static_cast<std::size_t>(chair)).last = now;
  }
}

std::vector<Event> due(const Room& room, const Presence& presence, Moment now,
                       const Workshop& shop) {
  std::vector<Event> events;
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    const Seat& seat = room.seats[k];
    const auto silent = [&](std::size_t chair) { return now - presence.chairs.at(chair).last; };
    if (seat.is_held()) {
      add_events({k, false, seat.is_warned, seat.is_taken_over, silent(k)}, now, events);
    }
    if (!seat.parliament_hash.empty()) {
      add_events({k, true, seat.is_parliament_warned, seat.is_parliament_away,
                  silent(room.seats.size() + k)},
                 now, events);
    }
  }
  if (room.phase == Phase::round && !room.is_paused && now >= room.ends_at) {
    Room then = room;  // the round ends with the seats as they are by then
    for (const Event& event : events) {
      then = apply(std::move(then), event, shop);
    }
    events.push_back(closing(then, now, shop));
  }
  return events;
}

}  // namespace tumen::server::rooms
