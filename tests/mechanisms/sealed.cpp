#include "tests/mechanisms/sealed.hpp"

#include <catch2/catch.hpp>

namespace tumen::mechanisms {
namespace {

double sum_of(const Ledger& ledger, Id from, Id to, Commodity what, double Flow<double>::* part) {
  double sum = 0;
  for (const auto& tick : ledger.flows) {
    for (const Flow<double>& f : tick) {
      sum += f.from == from && f.to == to && f.commodity == what ? f.*part : 0;
    }
  }
  return sum;
}

Id term_of(const Scenario& s, const Sealing& deal, std::string_view term) {
  const Id row = find_name(s.names.terms, std::string(deal.package) + "." + std::string(term));
  INFO("no term " << term << " in " << deal.package);
  REQUIRE(row != no_id);
  return row;
}

void drive(const Scenario& s, const Sealing& deal, const World<double>& w, Moves<double>& moves) {
  const Package& p = at(s.model.packages, package(s, deal.package));
  const double wants = s.model.year(w.tick) >= deal.from ? 1 : 0;
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    at(moves.driven, at(s.model.parties, row).country) = 1;
    at(moves.opens, row) = wants;
    at(moves.answers, row) = wants;
  }
  for (const Offer& offer : deal.offers) {
    const Id term = term_of(s, deal, offer.term);
    at(moves.offers, term) = offer.value;
    at(moves.offered, term) = 1;
  }
}

}  // namespace

double Ledger::sent(Id from, Id to, Commodity what) const {
  return sum_of(*this, from, to, what, &Flow<double>::amount);
}

double Ledger::arrived(Id from, Id to, Commodity what) const {
  return sum_of(*this, from, to, what, &Flow<double>::arrives);
}

Scenario sealable(const std::string& name, const std::vector<std::string_view>& packages,
                  Overrides overrides) {
  for (const char* const id : {"RUS", "KOR", "JPN", "USA"}) {
    overrides.push_back("countries." + std::string(id) + ".strategy.domestic_slack=10");
  }
  for (const std::string_view id : packages) {
    overrides.push_back("packages." + std::string(id) + ".needs_memorandum=false");
  }
  return scenes::load(name, overrides);
}

Ledger seal(const Scenario& s, const std::vector<Sealing>& deals, Id ticks, std::uint64_t seed) {
  Simulation<double> sim(s, {seed, 0});
  sim.start();
  Ledger ledger;
  for (Id tick = 0; tick < ticks; ++tick) {
    Moves<double> moves = Moves<double>::none(s.model);
    for (const Sealing& deal : deals) {
      drive(s, deal, sim.world(), moves);
    }
    sim.step(moves);
    const Record<double>& r = sim.record();
    const auto count = static_cast<std::ptrdiff_t>(r.flow_count);
    ledger.after.push_back(sim.world());
    ledger.flows.emplace_back(r.flows.begin(), r.flows.begin() + count);
  }
  return ledger;
}

Id entry_of(const Ledger& ledger, Id package) {
  for (std::size_t k = 0; k < ledger.after.size(); ++k) {
    if (at(ledger.after[k].packages, package).stage == code<double>(PackageStage::in_force)) {
      return static_cast<Id>(k);
    }
  }
  return -1;
}

}  // namespace tumen::mechanisms
