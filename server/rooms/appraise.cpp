#include "server/rooms/appraise.hpp"

#include "policies/bargaining.hpp"
#include "policies/ratification.hpp"
#include "server/rooms/lean.hpp"
#include "server/rooms/parliament.hpp"
#include "sim/explain_parts.hpp"
#include "sim/simulation.hpp"

#include <algorithm>

namespace tumen::server::rooms {
namespace {

bool is_played(const Room& room, const std::string& country) {
  const int seat = seat_of(room, country);
  return seat != nobody && room.seats[static_cast<std::size_t>(seat)].is_played();
}

/// Senders of multilateral regimes in force that are asked where a ban lies on a channel it needs.
void note_vetoes(const Table<double>& t, const Scenario& s, const Package& p, Check& check) {
  if (!(is_banned(t, p) > 0)) {
    return;
  }
  for (const Id regime : p.consents) {
    for (const Id sender : at(t.m.regimes, regime).senders) {
      const std::string& code = at(s.names.countries, sender);
      const bool is_new =
          std::find(check.can_veto.begin(), check.can_veto.end(), code) == check.can_veto.end();
      if (is_new && at(p.row, sender) != no_id && at(t.w.regimes, regime).level > 0) {
        check.can_veto.push_back(code);
      }
    }
  }
}

/// Third parties that have a hold on a signatory.
void note_pressers(const Table<double>& t, const Scenario& s, const Package& p, Check& check) {
  for (Id third = signatories(p).end(); third < p.parties.end(); ++third) {
    const Id country = at(t.m.parties, third).country;
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      if (leverage_of(t.m, country, at(t.m.parties, row).country).exists()) {
        check.can_press.push_back(at(s.names.countries, country));
        break;
      }
    }
  }
}

void note_signers(const Room& room, const Table<double>& t, const Scenario& s, Id package,
                  Check& check) {
  const Package& p = at(t.m.packages, package);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Id country = at(t.m.parties, row).country;
    const std::string& code = at(s.names.countries, country);
    check.signers.push_back(code);
    const bool votes = p.is_treaty && t.strategy(country).domestic_temperature.exists();
    const bool asks = goes_to_parliament(p) && has_parliament(room, seat_of(room, code));
    if (votes || p.approver == country || asks) {
      check.parliaments.push_back(code);
    }
    if (is_ruled_out(t, package, country) > 0) {
      check.ruled_out.push_back(code);
    }
    check.fans[code] = expected(s, t.w, package, country);
    if (!is_played(room, code)) {
      check.leanings[code] = lean_of(t, package, row);
    }
  }
}

}  // namespace

std::string free_slot(const Room& room) {
  for (int k = 1; k <= room.catalogue->slots; ++k) {
    const std::string slot = "spare_" + std::to_string(k);
    if (std::none_of(room.deals.begin(), room.deals.end(),
                     [&](const Deal& deal) { return deal.slot == slot; })) {
      return slot;
    }
  }
  return {};
}

Check check_draft(const Room& room, const Draft& draft, const Workshop& shop) {
  const InstrumentInfo& instrument =
      *find_instrument(room.catalogue->instruments, draft.instrument);
  std::vector<ComposedDeal> deals = composed(room.deals);
  const double year = room.scenario->model.year(room.world.tick);
  deals.push_back({free_slot(room), package_text(draft, instrument), year});
  const std::shared_ptr<const Scenario> trial = shop.compile(room.settings.scenario, deals);
  Simulation<double> sim(*trial, {room.settings.seed, 0});
  sim.start();
  sim.resume_from(carry_over(room.world, *room.scenario, *trial, sim.world()));
  const Step<double> step = sim.context();
  const Moves<double> still = Moves<double>::none(trial->model);
  const Table<double> t(step, still);
  const Id package = find_name(trial->names.packages, deals.back().slot);
  appraise_package(t, package);
  Check check;
  note_signers(room, t, *trial, package, check);
  note_vetoes(t, *trial, at(t.m.packages, package), check);
  note_pressers(t, *trial, at(t.m.packages, package), check);
  check.missing = missing_of(*trial, sim.world(), package);
  return check;
}

}  // namespace tumen::server::rooms
