#include "server/rooms/presence.hpp"

#include "server/rooms/apply.hpp"
#include "server/rooms/decide.hpp"

namespace tumen::server::rooms {
namespace {

Event about_seat(EventType kind, std::size_t seat, Moment now) {
  Event e;
  e.kind = kind;
  e.at = now;
  e.seat = static_cast<int>(seat);
  return e;
}

}  // namespace

Presence present(const Room& room, Moment now) {
  return {std::vector<Presence::Sign>(room.seats.size(), {now, 0})};
}

Tab attach(Presence& presence, int seat, Tab tab, Moment now) {
  Presence::Sign& sign = presence.seats.at(static_cast<std::size_t>(seat));
  const Tab older = sign.tab == tab ? 0 : sign.tab;
  sign = {now, tab};
  return older;
}

bool is_newest(const Presence& presence, int seat, Tab tab) {
  return tab != 0 && presence.seats.at(static_cast<std::size_t>(seat)).tab == tab;
}

void hear(Presence& presence, int seat, Tab tab, Moment now) {
  if (is_newest(presence, seat, tab)) {
    presence.seats.at(static_cast<std::size_t>(seat)).last = now;
  }
}

std::vector<Event> due(const Room& room, const Presence& presence, Moment now,
                       const Workshop& shop) {
  std::vector<Event> events;
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    const Seat& seat = room.seats[k];
    const Moment silent = now - presence.seats.at(k).last;
    if (!seat.is_held()) {
      continue;
    }
    if (silent < warned_after && (seat.is_warned || seat.is_taken_over)) {
      events.push_back(about_seat(EventType::returned, k, now));
    }
    if (silent >= warned_after && !seat.is_warned) {
      events.push_back(about_seat(EventType::warned, k, now));
    }
    if (silent >= taken_over_after && !seat.is_taken_over) {
      events.push_back(about_seat(EventType::taken_over, k, now));
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
