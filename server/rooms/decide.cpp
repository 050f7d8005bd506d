#include "server/rooms/decide.hpp"

#include "server/rooms/appraise.hpp"
#include "server/rooms/tokens.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

using deciding::Case;

std::string name_of(const Room& room, const Speaker& speaker) {
  switch (speaker.kind) {
    case Speaker::Kind::seat:
      return room.seats[static_cast<std::size_t>(speaker.seat)].country;
    case Speaker::Kind::parliament:
      return room.seats[static_cast<std::size_t>(speaker.seat)].country + " parliament";
    case Speaker::Kind::host:
      return "host";
    case Speaker::Kind::screen:
      return "screen";
    case Speaker::Kind::stranger:
      break;
  }
  return "stranger";
}

bool is_for_host(CommandKind kind) {
  return kind >= CommandKind::start;
}

/// A stranger may join, a seat negotiate, the host direct; a projector says nothing.
std::string missing_right(const Speaker& speaker, CommandKind kind) {
  if (kind == CommandKind::join) {
    return speaker.kind == Speaker::Kind::stranger ? "" : "this token has a place already";
  }
  if (is_for_host(kind)) {
    return speaker.is_host() ? "" : "only the host may do that";
  }
  if (kind == CommandKind::quiz) {
    const bool plays = speaker.is_seat() || speaker.is_parliament();
    return plays ? "" : "only who plays may do that";
  }
  if (kind == CommandKind::ratify || kind == CommandKind::reject) {
    return speaker.is_parliament() ? "" : "only a parliament may do that";
  }
  const bool host_speaks =
      speaker.is_host() && (kind == CommandKind::say || kind == CommandKind::press);
  return speaker.is_seat() || host_speaks ? "" : "only a seat may do that";
}

bool was_taken(const Room& room, const Speaker& speaker, std::uint64_t id) {
  const auto known = room.taken.find(name_of(room, speaker));
  return speaker.kind != Speaker::Kind::stranger && known != room.taken.end() &&
         std::find(known->second.begin(), known->second.end(), id) != known->second.end();
}

void join(Case& c) {
  const int seat = seat_of(c.room, c.command.country);
  const bool is_second = c.command.target == "parliament";
  if (seat == nobody) {
    c.refuse(fmt::format("country: \"{}\" has no seat here", c.command.country));
  } else if (const Seat& there = c.room.seats[static_cast<std::size_t>(seat)];
             is_second ? !there.parliament_hash.empty() : there.is_held()) {
    c.refuse(c.command.country + (is_second ? " has a parliament" : " is taken"));
  } else if (c.room.phase == Phase::debrief) {
    c.refuse("the game is over");
  } else if (c.with.fresh_hash.empty()) {
    c.refuse("no token was made");
  } else {
    Event& e = c.event(is_second ? EventType::seconded : EventType::joined);
    e.seat = seat;
    e.hash = c.with.fresh_hash;
    e.text = c.command.text;
    e.speaker.clear();
    e.command = 0;
  }
}

[[noreturn]] void refuse_settings(const char* what, int found, int least, int most) {
  Problems problems;
  problems.add({{what, 0, 0},
                "",
                std::to_string(found),
                fmt::format("whole numbers from {} to {}", least, most),
                ""});
  throw InputError(problems);
}

void check_between(const char* what, int value, int least, int most) {
  if (value < least || value > most) {
    refuse_settings(what, value, least, most);
  }
}

}  // namespace

Event& deciding::Case::event(EventType kind) {
  Event e;
  e.kind = kind;
  e.at = with.now;
  e.speaker = name_of(room, speaker);
  // A command of several events is known by its first.
  e.command = verdict.events.empty() ? command.id : 0;
  e.seat = speaker.seat;
  verdict.events.push_back(std::move(e));
  return verdict.events.back();
}

Speaker speaker_of(const Room& room, std::string_view token) {
  const std::string hash = token_hash(room.settings.code, token);
  if (hash == room.host_hash) {
    return {Speaker::Kind::host, nobody};
  }
  if (hash == room.screen_hash) {
    return {Speaker::Kind::screen, nobody};
  }
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    if (hash == room.seats[k].token_hash) {
      return {Speaker::Kind::seat, static_cast<int>(k)};
    }
    if (hash == room.seats[k].parliament_hash) {
      return {Speaker::Kind::parliament, static_cast<int>(k)};
    }
  }
  return {};
}

Verdict decide(const Room& room, const Speaker& speaker, const Command& command,
               const Circumstances& with, const Workshop& shop) {
  Case c{room, speaker, command, with, shop, {}};
  if (std::string missing = missing_right(speaker, command.kind); !missing.empty()) {
    c.refuse(std::move(missing));
  } else if (was_taken(room, speaker, command.id)) {
    c.verdict.is_repeat = true;
  } else if (command.version > room.version) {
    c.refuse(
        fmt::format("version {} is yet to come; the room is at {}", command.version, room.version));
  } else if (command.kind == CommandKind::join) {
    join(c);
  } else if (is_for_host(command.kind)) {
    deciding::decide_host(c);
  } else {
    deciding::decide_table(c);
  }
  if (!c.verdict.refusals.empty()) {
    c.verdict.events.clear();
  }
  return std::move(c.verdict);
}

Event opening(const Settings& settings, const std::string& host_hash,
              const std::string& screen_hash, Moment now, const Workshop& shop) {
  check_between("rounds", settings.rounds, 1, 12);
  check_between("minutes", settings.minutes, 1, 60);
  check_between("quarters", settings.quarters, 1, 20);
  const Board board = shop.open(settings.scenario);
  check_between("rounds x quarters", settings.rounds * settings.quarters, 1,
                board.scenario->model.ticks);
  Event e;
  e.kind = EventType::opened;
  e.at = now;
  e.settings = settings;
  e.hash = host_hash;
  e.text = screen_hash;
  e.config = board.config_hash;
  return e;
}

Event closing(const Room& room, Moment now, const Workshop& shop) {
  Event e;
  e.kind = EventType::closed;
  e.at = now;
  e.hash = fingerprint(move_world(room, shop).world);
  return e;
}

}  // namespace tumen::server::rooms
