// The end of a round: what was agreed becomes packages, what was planned becomes moves, and the
// world goes on by the quarters of a round.
#include "server/rooms/appraise.hpp"
#include "server/rooms/happenings.hpp"
#include "server/rooms/lean.hpp"
#include "server/rooms/news.hpp"
#include "server/rooms/parliament.hpp"
#include "sim/simulation.hpp"
#include "studies/seal/sha256.hpp"

#include <algorithm>
#include <type_traits>

namespace tumen::server::rooms {
namespace {

/// Offers that were agreed become deals in spare slots, one after the other; one for which there is
/// no slot, or which does not go together with those before it, stays open.
void fill_slots(const Room& room, const Workshop& shop, Moved& moved) {
  Room table = room;
  for (std::size_t k = 0; k < room.offers.size(); ++k) {
    const Offer& offer = room.offers[k];
    const std::string slot = is_agreed(room, offer) ? free_slot(table) : std::string();
    if (slot.empty()) {
      continue;
    }
    const InstrumentInfo* const instrument =
        find_instrument(room.catalogue->instruments, offer.draft.instrument);
    table.deals.push_back({static_cast<int>(k),
                           slot,
                           package_text(offer.draft, *instrument),
                           room.scenario->model.year(room.world.tick),
                           room.round,
                           {}});
    try {
      static_cast<void>(shop.compile(room.settings.scenario, composed(table.deals)));
      moved.offers[k].stage = OfferStage::agreed;
      moved.offers[k].changed = room.version;
    } catch (const InputError&) {  // each compiles alone, or it could not have been offered
      table.deals.pop_back();
    }
  }
  moved.deals = table.deals;
}

/// Who walks away from a deal no longer says yes to it, until its person accepts it anew.
void note_leavers(const Room& room, Moved& moved) {
  for (const Move& move : room.moves) {
    for (Deal& deal : moved.deals) {
      if (deal.slot == move.target && move.verb != Verb::act) {
        std::erase(deal.left, move.seat);
        if (move.verb == Verb::leave || move.verb == Verb::end) {
          deal.left.push_back(move.seat);
        }
      }
    }
  }
}

/// The moves of the seats that people play, in tick `nth` of the round.
class Orders {
 public:
  Orders(const Room& room, const Moved& moved) : room_(room), moved_(moved) {}

  [[nodiscard]] Moves<double> of(int nth) const {
    const Scenario& s = *moved_.stage.scenario;
    Moves<double> moves = Moves<double>::none(s.model);
    for (const Seat& seat : room_.seats) {
      if (seat.is_played()) {
        at(moves.driven, find_name(s.names.countries, seat.country)) = 1;
      }
    }
    for (const Deal& deal : moved_.deals) {
      const Id package = find_name(s.names.packages, deal.slot);
      stand_by(moves, at(s.model.packages, package), deal);
    }
    for (const Move& move : room_.moves) {
      const std::string& country = room_.seats[static_cast<std::size_t>(move.seat)].country;
      add(moves, move, find_name(s.names.countries, country), nth == 0);
    }
    return moves;
  }

 private:
  /// Who has said yes to a deal opens its talks in the round of the deal and keeps saying yes.
  void stand_by(Moves<double>& moves, const Package& p, const Deal& deal) const {
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      const Id country = at(moved_.stage.scenario->model.parties, row).country;
      const int seat = seat_of(room_, at(moved_.stage.scenario->names.countries, country));
      const bool has_left = std::find(deal.left.begin(), deal.left.end(), seat) != deal.left.end();
      at(moves.opens, row) = !has_left && deal.round == room_.round ? 1 : 0;
      at(moves.answers, row) = has_left ? 0 : 1;
    }
  }

  void add(Moves<double>& moves, const Move& move, Id country, bool is_first) const {
    const Scenario& s = *moved_.stage.scenario;
    if (move.verb == Verb::act) {
      const Id act = find_name(s.names.acts, move.target);
      if (act != no_id && is_first && at(s.model.acts, act).actor == country) {
        at(moves.acts, act) = 1;
      }
      return;
    }
    const Id package = find_name(s.names.packages, move.target);
    const Id row = package == no_id ? no_id : at(at(s.model.packages, package).row, country);
    if (row == no_id) {
      return;
    }
    if (move.verb == Verb::open) {
      at(moves.opens, row) = 1;
      at(moves.answers, row) = 1;
    } else if (move.verb == Verb::accept) {
      at(moves.answers, row) = 1;
    } else {
      at(moves.answers, row) = 0;
      at(moves.opens, row) = 0;
      at(move.verb == Verb::leave ? moves.withdraws : moves.breaks, row) = is_first ? 1 : 0;
    }
  }

  const Room& room_;
  const Moved& moved_;
};

/// What became of the room's deals in the tick just done.
void note_deals(const Simulation<double>& sim, const Scenario& s, std::vector<Deal>& deals) {
  for (Deal& deal : deals) {
    const Id package = find_name(s.names.packages, deal.slot);
    const auto& r = at(sim.record().packages, package);
    deal.was_signed = deal.was_signed || r.signed_ > 0;
    deal.was_in_force = deal.was_in_force || r.entered > 0;
    deal.was_broken = deal.was_broken || r.breached > 0;
    const double stage = at(sim.world().packages, package).stage;
    const bool is_on = stage == code<double>(PackageStage::in_force);
    // What has run its time owes nothing any more; what was broken goes on owing.
    deal.kept += is_on ? 1 : 0;
    deal.due += is_on || deal.was_broken ? 1 : 0;
  }
}

/// Why the deals that are still talked about are not signed, by signatory that no person plays.
void note_replies(const Room& room, const Table<double>& t, Moved& moved) {
  const Scenario& s = *moved.stage.scenario;
  for (const Deal& deal : moved.deals) {
    const Id package = find_name(s.names.packages, deal.slot);
    const Package& p = at(s.model.packages, package);
    if (at(t.w.packages, package).stage > code<double>(PackageStage::talks)) {
      continue;
    }
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      const std::string& country = at(s.names.countries, at(t.m.parties, row).country);
      const int seat = seat_of(room, country);
      if (seat == nobody || !room.seats[static_cast<std::size_t>(seat)].is_played()) {
        moved.replies.push_back({deal.slot, country, lean_of(t, package, row), room.round});
      }
    }
  }
}

template <class Row>
void add_bytes(std::string& bytes, const std::vector<Row>& rows) {
  static_assert(std::is_trivially_copyable_v<Row>);
  static_assert(sizeof(Row) % sizeof(double) == 0);
  bytes.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row));
}

}  // namespace

Moved move_world(const Room& room, const Workshop& shop) {
  Moved moved{{}, {}, room.offers, room.deals, room.happenings, {}, room.votes, room.tally};
  fill_slots(room, shop, moved);
  note_leavers(room, moved);
  moved.stage = staged(room, moved.deals, shop);
  const std::shared_ptr<const Scenario> scenario = moved.stage.scenario;
  World<double> before = room.world;
  for (const News& news : room.news) {
    if (news.tick == before.tick) {
      strike(news, *scenario, before);
    }
  }
  Simulation<double> sim(*scenario, {room.settings.seed, 0});
  sim.start();
  sim.resume_from(carry_over(before, *room.scenario, *scenario, sim.world()));
  const Orders orders(room, moved);
  for (int nth = 0; nth < room.settings.quarters; ++nth) {
    hear_parliaments(room, *scenario, sim, moved.votes, moved.happenings);
    sim.step(orders.of(nth));
    count_tick(sim.world(), moved.tally);
    note_deals(sim, *scenario, moved.deals);
    note_happenings(room, *scenario, sim.world(), sim.record(), moved.happenings);
  }
  const Step<double> step = sim.context();
  const Moves<double> still = Moves<double>::none(scenario->model);
  note_replies(room, Table<double>(step, still), moved);
  moved.world = sim.world();
  return moved;
}

std::string fingerprint(const World<double>& w) {
  std::string bytes(reinterpret_cast<const char*>(&w.tick), sizeof w.tick);
  add_bytes(bytes, std::vector<MarketState<double>>{w.market});
  add_bytes(bytes, w.countries);
  add_bytes(bytes, w.pairs);
  add_bytes(bytes, w.fields);
  add_bytes(bytes, w.corridors);
  add_bytes(bytes, w.firms);
  add_bytes(bytes, w.debts);
  add_bytes(bytes, w.regimes);
  add_bytes(bytes, w.packages);
  add_bytes(bytes, w.parties);
  add_bytes(bytes, w.terms);
  return sha256(bytes);
}

}  // namespace tumen::server::rooms
