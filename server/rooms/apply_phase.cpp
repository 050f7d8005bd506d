// Events that change the phase, the clock or the world.
#include "server/rooms/apply.hpp"
#include "server/rooms/appraise.hpp"
#include "sim/simulation.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <stdexcept>

namespace tumen::server::rooms {
namespace {

void open(Room& room, const Event& e, const Workshop& shop) {
  room.settings = e.settings;
  room.host_hash = e.hash;
  room.screen_hash = e.text;
  room.config_hash = e.config;
  const Board board = shop.open(e.settings.scenario);
  if (board.config_hash != e.config) {
    throw std::runtime_error("the log was written with another version of scenario " +
                             e.settings.scenario);
  }
  room.scenario = board.scenario;
  room.catalogue = board.catalogue;
  for (const std::string& country : room.scenario->names.countries) {
    room.seats.push_back({country, "", "", false, false, {}, {}});
  }
  Simulation<double> sim(*room.scenario, {e.settings.seed, 0});
  sim.start();
  room.world = sim.world();
}

/// Keeps the start of the round, so that the host can go back to it.
void start_round(Room& room, Moment at, int round) {
  room.phase = Phase::round;
  room.is_foreseen = false;
  room.round = round;
  room.is_paused = false;
  room.left = 0;
  room.ends_at = at + room.settings.minutes * minute;
  room.moves.clear();
  room.starts.resize(static_cast<std::size_t>(round - 1));
  room.starts.push_back(
      std::make_shared<const Start>(Start{room.world, room.offers, room.deals, room.news,
                                          room.happenings, room.replies, room.votes, room.tally}));
}

void finish(Room& room) {
  const Scenario& s = *room.scenario;
  for (Deal& deal : room.deals) {
    const Id package = find_name(s.names.packages, deal.slot);
    const bool is_on =
        at(room.world.packages, package).stage == code<double>(PackageStage::in_force);
    for (const Id country : signatories_of(s, package)) {
      deal.came[at(s.names.countries, country)] =
          is_on ? worth_now(s, room.world, package, country) : 0;
    }
  }
  room.phase = Phase::debrief;
  room.is_foreseen = false;
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
  room.scenario = std::move(moved.stage.scenario);
  room.recipe = std::move(moved.stage.recipe);
  room.world = std::move(moved.world);
  room.offers = std::move(moved.offers);
  room.deals = std::move(moved.deals);
  room.happenings = std::move(moved.happenings);
  room.replies = std::move(moved.replies);
  room.votes = std::move(moved.votes);
  room.tally = std::move(moved.tally);
  if (room.round >= room.settings.rounds) {
    finish(room);
  } else {
    start_round(room, e.at, room.round + 1);
  }
}

void rewind(Room& room, const Event& e, const Workshop& shop) {
  const Start start = *room.starts.at(static_cast<std::size_t>(e.offer - 1));
  room.world = start.world;
  room.offers = start.offers;
  room.deals = start.deals;
  room.news = start.news;
  room.happenings = start.happenings;
  room.replies = start.replies;
  room.votes = start.votes;
  room.tally = start.tally;
  Staged stage = staged(room, room.deals, shop);
  room.scenario = std::move(stage.scenario);
  room.recipe = std::move(stage.recipe);
  room.baseline.clear();
  room.branch += 1;
  // Who sits where may have changed since: nobody is held to an older yes.
  for (Offer& offer : room.offers) {
    if (offer.stage == OfferStage::open) {
      offer.stage = OfferStage::withdrawn;
      offer.changed = room.version;
    }
  }
  start_round(room, e.at, e.offer);
}

void change_clock(Room& room, const Event& e) {
  if (e.kind == EventType::paused) {
    room.is_paused = true;
    room.left = std::max<Moment>(0, room.ends_at - e.at);
  } else if (e.kind == EventType::resumed) {
    room.is_paused = false;
    room.ends_at = e.at + room.left;
    room.left = 0;
  } else {
    (room.is_paused ? room.left : room.ends_at) += minute;
  }
}

}  // namespace

bool applying::changes_phase(EventType kind) {
  switch (kind) {
    case EventType::opened:
    case EventType::started:
    case EventType::paused:
    case EventType::resumed:
    case EventType::extended:
    case EventType::closed:
    case EventType::rewound:
    case EventType::ended:
      return true;
    default:
      return false;
  }
}

void applying::change_phase(Room& room, const Event& e, const Workshop& shop) {
  switch (e.kind) {
    case EventType::opened:
      open(room, e, shop);
      break;
    case EventType::started:
      start_round(room, e.at, 1);
      break;
    case EventType::closed:
      close_round(room, e, shop);
      break;
    case EventType::rewound:
      rewind(room, e, shop);
      break;
    case EventType::ended:
      finish(room);
      break;
    default:
      change_clock(room, e);
  }
  room.phase_changed = room.version;
}

}  // namespace tumen::server::rooms
