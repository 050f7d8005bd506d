// The worked sizes of the specification, from the engine's own clauses: the gas table for the ROK,
// the fee of the transit country, the interruption loss, and the debt cut as a flow. Derivations
// stand beside the numbers.
#include "policies/split/shapley.hpp"
#include "sim/coalition/coalition.hpp"
#include "sim/explain.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

constexpr double mmbtu_per_bcm_m = 36.0;  // 1 bcm = 36 M MMBtu, so 10 bcm/y = 360 M MMBtu/y

/// LNG by the formula 1.00 + 0.134 Brent [USD/MMBtu].
double lng(double brent) {
  return 1.00 + 0.134 * brent;
}

double part(const ExplainedParty& party, Reason reason) {
  for (const ExplainedPart& p : party.parts) {
    if (p.reason == reason) {
      return p.musd_per_year;
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("the value of the sea route follows the table of worked sizes", "[worked]") {
  // a = 360 x (LNG - 5) M USD/y; the table rounds Brent and LNG, hence 1 % or 5 M USD/y.
  const Scenario s = scenes::load("hindcast-1990-2024");
  CHECK(scenes::value(s, "market.lng_intercept") == 1.0);
  CHECK(scenes::value(s, "market.lng_slope") == 0.134);
  CHECK(money_per_unit(Fuel::gas) == mmbtu_per_bcm_m);
  const auto a = [](double brent) { return 10 * money_per_unit(Fuel::gas) * (lng(brent) - 5.0); };
  CHECK(std::abs(a(17.0) - -617) < 5);
  CHECK(std::abs(a(28.4) - -76) < 8);
  CHECK(std::abs(a(54.4) - 1186) < 8);
  CHECK(std::abs(a(97.6) - 3270) < 8);
  CHECK(std::abs(a(111.0) - 3912) < 8);
  CHECK(std::abs(a(44.05) - 685) < 8);
  CHECK(std::abs(a(99.8) - 3376) < 8);
}

TEST_CASE("the transit country's fee by Shapley is a third of the gross saving", "[worked]") {
  // b = 360 x (.8 .. 1.5) = 288 .. 540; where a >= 0 the fee is b/3 = 96 .. 180, where a < 0 < a +
  // b it is (a + b)/3: 71 .. 155 at a = -76, and nothing at a = -617.
  for (const auto& [a, b, fee] :
       {std::tuple{1186.0, 288.0, 96.0}, std::tuple{1186.0, 540.0, 180.0},
        std::tuple{-76.0, 288.0, 212.0 / 3}, std::tuple{-76.0, 540.0, 464.0 / 3},
        std::tuple{-617.0, 540.0, 0.0}}) {
    const auto game = gas_route_game({.sea_value = a, .land_extra = b, .veto_players = 0});
    CHECK(std::abs(shapley_values(game, 3)[1] - fee) < 1e-9);
  }
}

TEST_CASE("the ROK's expected interruption loss is 108 M USD a year at trust .2 and 54 at .6",
          "[worked]") {
  // chance .3/y x (1 - trust) x a quarter's volume (90 M MMBtu) x 5 USD/MMBtu.
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const std::string line = "corridors.trans_korean_gas.";
  const double quarter = 0.25 * scenes::value(s, line + "capacity") * mmbtu_per_bcm_m *
                         scenes::value(s, line + "interruption");
  const double rate = scenes::value(s, line + "interruption_rate");
  CHECK(std::abs(rate * 0.8 * quarter - 108) < 1e-9);
  CHECK(std::abs(rate * 0.4 * quarter - 54) < 1e-9);
}

TEST_CASE("the 90 % debt cut as a flow has the worked sizes", "[worked]") {
  // Recovery psi of 10,940 M USD, honour h of 40 x 27.25 M USD; over 20 years at each party's rate.
  const auto flow = [](double recovery, double honour, double rate) {
    const double claim = recovery * 10940.0;
    const double instalments = honour * 27.25 * annuity_payments(rate, 20.0, 2.0);
    return (instalments - claim) / annuity_payments(rate, 20.0, 1.0);
  };
  CHECK(std::abs(flow(0.02, 0.6, 0.10) - 7.8) < 0.06);
  CHECK(std::abs(-flow(0.02, 0.6, 0.25) - 20.7) < 0.06);
  CHECK(std::abs(flow(0.0, 0.6, 0.10) - 33.5) < 0.06);
  CHECK(std::abs(-flow(0.0, 0.6, 0.25) - -34.6) < 0.06);
  CHECK(std::abs(flow(0.05, 0.8, 0.12) - -28.4) < 0.06);
  CHECK(std::abs(-flow(0.05, 0.8, 0.30) - 118.0) < 0.6);
}

TEST_CASE("the engine's debt clause gives the worked flow", "[worked]") {
  // The same figures out of the engine: no hope decay, no stigma, no chip, no access, Russia at 10
  // % and the DPRK at 25 %, recovery 2 %, honour .6, terms held at 90 % over 20 years.
  Scenario s = scenes::load("debt-only");
  const std::string debt = "debts.dprk_to_russia.";
  scenes::set(s, debt + "hope", 0.02);
  scenes::set(s, debt + "hope_decay", 1e9);
  scenes::set(s, debt + "honour", 0.6);
  scenes::set(s, debt + "bearable", 1.0);
  scenes::set(s, "rules.precedent", 1.0);
  scenes::set(s, "countries.RUS.discount_rate", 0.10);
  scenes::set(s, "countries.PRK.discount_rate", 0.25);
  for (Term& term : s.model.terms) {
    for (Number& n : term.grid) {
      n = term.start;
    }
  }
  scenes::set(s, "packages.debt_write_off.terms.haircut.start", 1 - 1090.0 / 10940.0);
  scenes::set(s, "packages.debt_write_off.terms.tenor.start", 20.0);
  RunSettings settings;
  settings.in_double = true;
  const Explanation e = explain(s, settings, 0, 0);
  const ExplainedParty& russia = e.parties[0];
  const ExplainedParty& dprk = e.parties[1];
  CHECK(std::abs(part(russia, Reason::instalment) + part(russia, Reason::hope) - 7.8) < 0.06);
  CHECK(std::abs(part(dprk, Reason::instalment) + part(dprk, Reason::hope) - 20.7) < 0.06);
}
