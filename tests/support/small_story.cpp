#include "tests/support/small_story.hpp"

#include <algorithm>

namespace tumen::test {
namespace {

Number add_number(Scenario& s, const std::string& path, const std::string& unit, double value) {
  s.values.push_back(value);
  NumberInfo info;
  info.path = path;
  info.unit = unit;
  s.numbers.push_back(info);
  return Number{static_cast<std::int32_t>(s.values.size() - 1)};
}

void add_deal(Scenario& s) {
  Term fee;
  fee.start = add_number(s, "packages.swap.fee", "musd/y", 100);
  fee.payer = lender;
  fee.payee = borrower;
  Package swap;
  swap.parties = {0, 2};
  swap.signatories = 2;
  swap.terms = {0, 1};
  s.model.packages = {swap};
  s.model.terms = {fee};
  s.model.parties.resize(2);
  for (Id row = 0; row < 2; ++row) {
    auto& party = at(s.model.parties, row);
    party.package = 0;
    party.country = row;
    party.signs = true;
  }
  s.names.packages = {"swap"};
  s.names.package_titles = {"Debt for pipeline"};
  s.names.terms = {"swap.fee"};
  s.names.term_units = {"musd/y"};
}

}  // namespace

Scenario small_scenario() {
  Scenario s;
  s.name = "small";
  s.title = "A small story";
  s.config_text = "name: small\n";
  s.model.start_year = 2011;
  s.model.dt = 0.25;
  s.model.ticks = 4;
  s.model.countries.resize(2);
  s.names.countries = {"PRK", "RUS"};
  s.names.country_titles = {"DPRK", "Russia"};
  s.names.doctrines = {{"juche"}, {"westward", "turn_east"}};
  Corridor line;
  line.capacity = add_number(s, "corridors.line.capacity", "bcm/y", 10);
  s.model.corridors = {line};
  s.names.corridors = {"line"};
  s.names.corridor_titles = {"Gas line"};
  Debt debt;
  debt.creditor = lender;
  debt.debtor = borrower;
  s.model.debts = {debt};
  s.names.debts = {"old_claim"};
  add_deal(s);
  return s;
}

Trace quiet_trace(const Scenario& s, Id ticks) {
  Trace trace;
  trace.seed = 7;
  World<double>& w = trace.start;
  w.market.brent = 80;
  w.market.lng = 12;
  w.countries.resize(s.model.countries.size());
  w.countries[borrower].gdp = 20;
  w.countries[lender].gdp = 1000;
  w.corridors.resize(1);
  w.debts.resize(1);
  w.debts[0].face = 11000;
  w.packages.resize(1);
  w.parties.resize(2);
  w.terms = {120};
  for (Id tick = 0; tick < ticks; ++tick) {
    trace.after.push_back(w);
    trace.after.back().tick = tick + 1;
    trace.record.emplace_back();
    trace.record.back().packages.resize(1);
  }
  return trace;
}

TraceEvent add_event(Trace& trace, Id tick, TraceEvent::Kind kind, Id who, Hindrance why) {
  const TraceEvent event{tick, kind, 0, no_id, no_id, who, why};
  const auto later = std::upper_bound(trace.events.begin(), trace.events.end(), event,
                                      [](const auto& a, const auto& b) { return a.tick < b.tick; });
  trace.events.insert(later, event);
  return event;
}

void set_stage(Trace& trace, Id from, PackageStage stage) {
  for (Id tick = from; tick < static_cast<Id>(trace.after.size()); ++tick) {
    at(trace.after, tick).packages[0].stage = code<double>(stage);
  }
}

}  // namespace tumen::test
