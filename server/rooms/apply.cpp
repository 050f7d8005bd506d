#include "server/rooms/apply.hpp"

#include "server/rooms/appraise.hpp"
#include "sim/simulation.hpp"
#include "studies/seal/sha256.hpp"

#include <algorithm>
#include <stdexcept>

namespace tumen::server::rooms {
namespace {

constexpr std::size_t most_remembered = 64;  // commands of a speaker that are known when they recur

Seat& seat_in(Room& room, int seat) {
  return room.seats.at(static_cast<std::size_t>(seat));
}
Offer& offer_in(Room& room, int offer) {
  return room.offers.at(static_cast<std::size_t>(offer));
}

void open(Room& room, const Event& e, const Workshop& shop) {
  room.settings = e.settings;
  room.host_hash = e.hash;
  room.screen_hash = e.text;
  room.config_hash = e.config;
  room.scenario = shop.compile(e.settings.scenario, {});
  if (sha256(room.scenario->config_text) != e.config) {
    throw std::runtime_error("the log was written with another version of scenario " +
                             e.settings.scenario);
  }
  for (const std::string& country : room.scenario->names.countries) {
    room.seats.push_back({country, "", "", false, false});
  }
  Simulation<double> sim(*room.scenario, {e.settings.seed, 0});
  sim.start();
  room.world = sim.world();
}

/// Keeps the start of the round, so that the host can go back to it.
void start_round(Room& room, Moment at, int round) {
  room.phase = Phase::round;
  room.round = round;
  room.is_paused = false;
  room.left = 0;
  room.ends_at = at + room.settings.minutes * minute;
  room.moves.clear();
  room.starts.resize(static_cast<std::size_t>(round - 1));
  room.starts.push_back({room.scenario, room.world, room.offers, room.deals, room.news,
                         room.happenings, room.replies});
}

void finish(Room& room) {
  room.phase = Phase::debrief;
  room.is_paused = false;
  room.ends_at = room.left = 0;
  room.moves.clear();
}

void close_round(Room& room, const Event& e, const Workshop& shop) {
  Moved moved = move_world(room, shop);
  if (fingerprint(moved.world) != e.hash) {
    throw std::runtime_error("the world does not come out as the log says: round " +
                             std::to_string(room.round));
  }
  room.scenario = std::move(moved.scenario);
  room.world = std::move(moved.world);
  room.offers = std::move(moved.offers);
  room.deals = std::move(moved.deals);
  room.happenings = std::move(moved.happenings);
  room.replies = std::move(moved.replies);
  if (room.round >= room.settings.rounds) {
    finish(room);
  } else {
    start_round(room, e.at, room.round + 1);
  }
}

void rewind(Room& room, const Event& e) {
  const Start start = room.starts.at(static_cast<std::size_t>(e.offer - 1));
  room.scenario = start.scenario;
  room.world = start.world;
  room.offers = start.offers;
  room.deals = start.deals;
  room.news = start.news;
  room.happenings = start.happenings;
  room.replies = start.replies;
  room.branch += 1;
  start_round(room, e.at, e.offer);
}

void add_offer(Room& room, const Event& e) {
  Offer offer;
  offer.by = e.seat;
  offer.draft = e.draft;
  offer.check = e.check;
  offer.answers = e.offer;
  offer.accepted = {e.seat};
  offer.round = room.round;
  offer.changed = room.version;
  for (const std::string& country : e.check.signers) {
    offer.signers.push_back(seat_of(room, country));
  }
  if (e.offer >= 0) {
    offer_in(room, e.offer).stage = OfferStage::countered;
    offer_in(room, e.offer).changed = room.version;
  }
  room.offers.push_back(std::move(offer));
}

void change_offer(Room& room, const Event& e) {
  Offer& offer = offer_in(room, e.offer);
  offer.changed = room.version;
  if (e.kind == EventKind::accepted) {
    offer.accepted.push_back(e.seat);
  } else {
    offer.stage = e.kind == EventKind::refused ? OfferStage::refused : OfferStage::withdrawn;
  }
}

void change_clock(Room& room, const Event& e) {
  if (e.kind == EventKind::paused) {
    room.is_paused = true;
    room.left = std::max<Moment>(0, room.ends_at - e.at);
  } else if (e.kind == EventKind::resumed) {
    room.is_paused = false;
    room.ends_at = e.at + room.left;
    room.left = 0;
  } else {
    (room.is_paused ? room.left : room.ends_at) += minute;
  }
}

void change_seat(Room& room, const Event& e) {
  Seat& seat = seat_in(room, e.seat);
  switch (e.kind) {
    case EventKind::joined:
      seat = {seat.country, e.hash, e.text, false, false};
      break;
    case EventKind::warned:
      seat.is_warned = true;
      break;
    case EventKind::taken_over:
      seat.is_taken_over = true;
      break;
    case EventKind::returned:
      seat.is_warned = seat.is_taken_over = false;
      break;
    default:
      seat = {seat.country, "", "", false, false};
      std::erase_if(room.moves, [&](const Move& move) { return move.seat == e.seat; });
      // What its person said yes to is no word of the policies.
      for (Offer& offer : room.offers) {
        std::erase(offer.accepted, e.seat);
      }
  }
}

void remember(Room& room, const Event& e) {
  if (e.command == 0) {
    return;
  }
  std::vector<std::uint64_t>& taken = room.taken[e.speaker];
  taken.push_back(e.command);
  if (taken.size() > most_remembered) {
    taken.erase(taken.begin());
  }
}

void change_table(Room& room, const Event& e) {
  switch (e.kind) {
    case EventKind::offered:
      add_offer(room, e);
      break;
    case EventKind::planned:
      room.moves.push_back(e.move);
      break;
    case EventKind::dropped:
      std::erase(room.moves, e.move);
      break;
    case EventKind::said:
      room.messages.push_back({e.seat, e.other, e.flag, e.text, e.at});
      break;
    case EventKind::told:
      room.news.push_back(e.news);
      break;
    default:
      change_offer(room, e);
  }
}

bool changes_phase(EventKind kind) {
  switch (kind) {
    case EventKind::opened:
    case EventKind::started:
    case EventKind::paused:
    case EventKind::resumed:
    case EventKind::extended:
    case EventKind::closed:
    case EventKind::rewound:
    case EventKind::ended:
      return true;
    default:
      return false;
  }
}

void change_phase(Room& room, const Event& e, const Workshop& shop) {
  switch (e.kind) {
    case EventKind::opened:
      open(room, e, shop);
      break;
    case EventKind::started:
      start_round(room, e.at, 1);
      break;
    case EventKind::closed:
      close_round(room, e, shop);
      break;
    case EventKind::rewound:
      rewind(room, e);
      break;
    case EventKind::ended:
      finish(room);
      break;
    default:
      change_clock(room, e);
  }
  room.phase_changed = room.version;
}

}  // namespace

Room apply(Room room, const Event& e, const Workshop& shop) {
  room.version += 1;
  if (changes_phase(e.kind)) {
    change_phase(room, e, shop);
  } else if (e.kind >= EventKind::joined && e.kind <= EventKind::freed) {
    change_seat(room, e);
  } else {
    change_table(room, e);
  }
  remember(room, e);
  return room;
}

}  // namespace tumen::server::rooms
