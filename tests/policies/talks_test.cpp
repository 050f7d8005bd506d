// Talks that a scenario finds under way, talks with a clock of their own, and a country in the
// chair.
#include "policies/bargaining.hpp"
#include "sim/simulation.hpp"
#include "tests/mechanisms/kit.hpp"

#include <utility>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const char* const six = "six-party-2007";
const std::string deal = "packages.initial_actions";

std::string with(const char* key, double value) {
  return deal + "." + key + "=" + std::to_string(value);
}

// The six-party bargain with China in the chair, with an outsider there, or with nobody.
enum class Chair { china, outsider, nobody };

Scenario six_with(Chair chair, const Overrides& overrides = {}) {
  Scenario s = scenes::load(six, overrides);
  Package& p = at(s.model.packages, package(s, "initial_actions"));
  p.mediator = chair == Chair::china ? p.mediator : no_id;
  const Protocol protocol = chair == Chair::nobody ? Protocol::single_text : Protocol::mediated;
  p.protocol = static_cast<Id>(protocol);
  return s;
}

// What each signatory claims beyond where it would end, after `years` of talks, each due a fifth.
std::vector<double> claims(const Scenario& s, double years) {
  Simulation<double> simulation(s, RandomKey<double>{1, 0});
  simulation.start();
  const Moves<double> none = Moves<double>::none(s.model);
  const Step<double> step = simulation.context();
  const Table<double> t(step, none);
  const Id id = package(s, "initial_actions");
  const Package& p = at(s.model.packages, id);
  at(step.w.packages, id).clock = years;
  std::vector<double> out;
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    at(step.w.parties, row).share = 0.2;
  }
  perceive(t, id);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Strategy& strategy = t.strategy(at(s.model.parties, row).country);
    out.push_back(at(step.w.parties, row).aspiration - final_goal(t, strategy, 0.2));
  }
  return out;
}

// By name, in the order in which the package binds its roles.
double claim_of(const char* who, const std::vector<double>& claims) {
  const Scenario s = scenes::load(six);
  const Package& p = at(s.model.packages, package(s, "initial_actions"));
  return at(claims, at(p.row, country(s, who)) - p.parties.first);
}

}  // namespace

TEST_CASE("talks under way at the start are open in the first tick with their years behind them") {
  const auto begun = [](double year) {
    const Scenario s = scenes::load(six, {with("talks_since", year)});
    return at(play(s, 1).front().packages, package(s, "initial_actions"));
  };
  const auto old = begun(2006.5);
  CHECK(old.stage == static_cast<double>(PackageStage::talks));
  CHECK(old.clock == Approx(2007 - 2006.5 + 0.25));
  CHECK(old.first_proposed == 0.0);
  CHECK(begun(2050).clock == 0.0);  // a date that is not reached says nothing of the start
  CHECK(begun(2050).first_proposed < 0.0);
}

TEST_CASE("a package with a deadline of its own is conceded over on that clock") {
  const auto own = [](double deadline, double years) {
    return claims(six_with(Chair::nobody, {with("deadline", deadline)}), years);
  };
  // The strategies of all six have 4.5 years: half of it is half of any other.
  CHECK(own(4.5, 2.25) == own(2.0, 1.0));
  CHECK(claim_of("USA", own(2.0, 1.0)) > 0.1);
  CHECK(claim_of("USA", own(2.0, 2.0)) < claim_of("USA", own(2.0, 1.0)));
  CHECK(claim_of("USA", own(1.0, 1.0)) == Approx(claim_of("USA", own(2.0, 2.0))));
}

TEST_CASE("a country in the chair brings those who trust it closer, and itself the most") {
  const auto alone = claims(six_with(Chair::nobody), 1.0);
  const auto anybody = claims(six_with(Chair::outsider), 1.0);
  const auto china = claims(six_with(Chair::china), 1.0);
  const Scenario s = scenes::load(six);
  const auto trust = [&s](const char* pair) {
    return scenes::value(s, std::string("pairs.") + pair + ".trust");
  };
  // Half of the gap is closed where all is told (rules.mediation), times the trust of the start.
  for (const auto& [who, pair] : {std::pair{"USA", "USA-CHN"}, {"PRK", "CHN-PRK"}}) {
    CHECK(claim_of(who, anybody) == Approx(0.5 * claim_of(who, alone)));
    CHECK(claim_of(who, china) == Approx((1 - 0.5 * trust(pair)) * claim_of(who, alone)));
  }
  CHECK(claim_of("CHN", china) == Approx(0.5 * claim_of("CHN", alone)));
}

TEST_CASE("a chair without a mediated text is refused") {
  CHECK_THROWS_WITH(scenes::load(six, {deal + ".protocol=single_text"}),
                    Catch::Contains("mediator") && Catch::Contains("protocol: mediated"));
}
