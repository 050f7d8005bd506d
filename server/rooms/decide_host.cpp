// What the host may do.
#include "server/rooms/decide.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/problem.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms::deciding {
namespace {

bool is_stale(Case& c) {
  if (c.command.version < c.room.phase_changed) {
    c.refuse("the clock has been changed meanwhile");
    return true;
  }
  return false;
}

bool is_in_round(Case& c) {
  if (c.room.phase != Phase::round) {
    c.refuse(fmt::format("no round is on: {}", phase_names[index_of(c.room.phase)]));
    return false;
  }
  return true;
}

void tell_news(Case& c) {
  News news = c.command.news;
  const Scenario& s = *c.room.scenario;
  const Id country = find_name(s.names.countries, news.country);
  if (!news.country.empty() && country == no_id) {
    c.refuse(fmt::format("country: {}; allowed: {}", in_quotes(news.country),
                         join_names(s.names.countries)));
    return;
  }
  if (news.kind == NewsKind::government &&
      find_name(at(s.names.doctrines, country), news.doctrine) == no_id) {
    c.refuse(fmt::format("doctrine: {}; allowed: {}", in_quotes(news.doctrine),
                         join_names(at(s.names.doctrines, country))));
    return;
  }
  news.tick = c.room.world.tick;
  c.event(EventType::told).news = std::move(news);
}

void free_seat(Case& c) {
  const int seat = seat_of(c.room, c.command.country);
  if (seat == nobody || !c.room.seats[static_cast<std::size_t>(seat)].is_held()) {
    c.refuse(fmt::format("country: nobody holds {}", in_quotes(c.command.country)));
    return;
  }
  c.event(EventType::freed).seat = seat;
}

void go_back(Case& c) {
  const auto rounds = static_cast<int>(c.room.starts.size());
  if (c.command.round < 1 || c.command.round > rounds) {
    c.refuse(rounds == 0 ? "there is no round to go back to"
                         : fmt::format("round: {}; allowed: 1 to {}", c.command.round, rounds));
    return;
  }
  c.event(EventType::rewound).offer = c.command.round;
}

void start(Case& c) {
  if (c.room.phase != Phase::lobby) {
    c.refuse("the game has begun");
    return;
  }
  c.event(EventType::started);
}

void change_clock(Case& c) {
  if (!is_in_round(c)) {
    return;
  }
  switch (c.command.kind) {
    case CommandKind::pause:
      c.room.is_paused ? c.refuse("the clock stands already")
                       : static_cast<void>(c.event(EventType::paused));
      break;
    case CommandKind::resume:
      c.room.is_paused ? static_cast<void>(c.event(EventType::resumed))
                       : c.refuse("the clock runs already");
      break;
    case CommandKind::extend:
      c.event(EventType::extended);
      break;
    default: {
      const Event closed = closing(c.room, c.with.now, c.shop);
      c.event(EventType::closed).hash = closed.hash;
    }
  }
}

}  // namespace

void decide_host(Case& c) {
  switch (c.command.kind) {
    case CommandKind::news:
      return tell_news(c);
    case CommandKind::free:
      return free_seat(c);
    default:
      break;
  }
  if (is_stale(c)) {
    return;
  }
  switch (c.command.kind) {
    case CommandKind::start:
      return start(c);
    case CommandKind::rewind:
      return go_back(c);
    case CommandKind::end:
      c.room.phase == Phase::debrief ? c.refuse("the game is over")
                                     : static_cast<void>(c.event(EventType::ended));
      return;
    default:
      return change_clock(c);
  }
}

}  // namespace tumen::server::rooms::deciding
