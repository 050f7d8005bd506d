#include "tests/mechanisms/kit.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

namespace tumen::mechanisms {
namespace {

Id row_of(const std::vector<std::string>& names, std::string_view id) {
  const auto found = std::find(names.begin(), names.end(), id);
  INFO("no row named " << id);
  REQUIRE(found != names.end());
  return static_cast<Id>(found - names.begin());
}

double over_runs(const Ensemble& e) {
  double sum = 0;
  double n = 0;
  for (const std::vector<double>& run : e.values) {
    if (!std::isnan(run[0])) {
      sum += run[0];
      n += 1;
    }
  }
  return n > 0 ? sum / n : 0;
}

}  // namespace

Look::Look(const Scenario& scenario, std::string_view deal, double year)
    : s_(scenario),
      e_(explain(scenario, {.in_double = true}, package(scenario, deal), tick_of(scenario, year))) {
}

const ExplainedParty& Look::party(std::string_view id) const {
  const Id wanted = country(s_, id);
  const auto found = std::find_if(e_.parties.begin(), e_.parties.end(),
                                  [&](const ExplainedParty& p) { return p.country == wanted; });
  INFO(id << " is no party of the deal");
  REQUIRE(found != e_.parties.end());
  return *found;
}

double Look::total(std::string_view id) const {
  return party(id).total;
}

double Look::part(std::string_view id, std::string_view reason) const {
  REQUIRE(std::any_of(reason_catalog.begin(), reason_catalog.end(),
                      [&](const ReasonInfo& r) { return r.name == reason; }));
  double sum = 0;
  for (const ExplainedPart& part : party(id).parts) {
    sum += reason_catalog[index_of(part.reason)].name == reason ? part.musd_per_year : 0;
  }
  return sum;
}

double Look::by_issue(std::string_view id, Issue issue) const {
  return party(id).by_issue[index_of(issue)];
}

double Look::pressure(std::string_view id) const {
  return party(id).pressure;
}

double Look::term(std::string_view name) const {
  for (const ExplainedTerm& term : e_.terms) {
    if (term.name == name || term.name.ends_with("." + std::string(name))) {
      return term.value;
    }
  }
  FAIL("no term named " << name);
  return 0;
}

Id country(const Scenario& s, std::string_view id) {
  return row_of(s.names.countries, id);
}
Id package(const Scenario& s, std::string_view id) {
  return row_of(s.names.packages, id);
}
Id corridor(const Scenario& s, std::string_view id) {
  return row_of(s.names.corridors, id);
}
Id debt(const Scenario& s, std::string_view id) {
  return row_of(s.names.debts, id);
}
Id regime(const Scenario& s, std::string_view id) {
  return row_of(s.names.regimes, id);
}
Id act(const Scenario& s, std::string_view id) {
  return row_of(s.names.acts, id);
}
Id pair(const Scenario& s, std::string_view a, std::string_view b) {
  const Id row = s.model.pair(country(s, a), country(s, b));
  REQUIRE(row != no_id);
  return row;
}

Id tick_of(const Scenario& s, double year) {
  const auto tick = static_cast<Id>(std::floor((year - s.model.start_year) / s.model.dt + 1e-9));
  REQUIRE(tick >= 0);
  REQUIRE(tick < s.model.ticks);
  return tick;
}

std::vector<World<double>> play(const Scenario& s, Id ticks, const Driver& driver,
                                std::uint64_t seed) {
  Simulation<double> sim(s, {seed, 0});
  sim.start();
  std::vector<World<double>> after;
  for (Id tick = 0; tick < ticks; ++tick) {
    Moves<double> moves = Moves<double>::none(s.model);
    if (driver) {
      driver(sim.world(), moves);
    }
    sim.step(moves);
    after.push_back(sim.world());
  }
  return after;
}

double mean(const Scenario& s, const std::string& outcome, std::uint32_t runs) {
  EnsembleSettings settings;
  settings.runs = runs;
  return over_runs(run_ensemble(s, {find_outcome(s, outcome)}, settings));
}

paired::Difference difference(const char* what, const Scenario& a, const Scenario& b,
                              const std::string& outcome, std::uint32_t runs) {
  const paired::Difference d =
      paired::compare(a, b, {outcome}, [](const std::vector<double>& v) { return v[0]; }, runs);
  paired::print(what, d);
  return d;
}

}  // namespace tumen::mechanisms
