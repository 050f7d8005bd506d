// Energy routes and deliveries: each mechanism by its effect, and the effect gone when it is
// switched off.
#include "tests/support/accord.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

double cash(const World<double>& w, Id country) {
  return at(w.countries, country).cash;
}

}  // namespace

TEST_CASE(
    "a line through a third country is agreed, voted on, built over years and pays its host "
    "(E1)",
    "[E1][mechanism]") {
  const Scenario s = scenes::load("permissive-world");
  const Id deal = package(s, "gas_line");
  const Id line = corridor(s, "trans_korean_gas");
  const Id host = country(s, "PRK");
  const auto worlds = play(s, 60, all_agree(s, {"gas_line"}), 1);
  const Id in_force = entered(worlds, deal);
  REQUIRE(in_force != no_id);
  const auto& start = at(worlds, in_force);
  const double waited = in_force * s.model.dt - at(start.packages, deal).first_proposed;
  CHECK(waited >= scenes::value(s, "countries.RUS.strategy.ratification"));
  CHECK(at(start.corridors, line).stage == code<double>(CorridorStage::building));
  CHECK(cash(start, host) == 0.0);
  // Four years of building at full finance: not there after two, there before ten.
  CHECK(ticks_operating({worlds.begin(), worlds.begin() + in_force + 8}, line) == 0);
  REQUIRE(operates(at(worlds, in_force + 40), line));
  CHECK(cash(at(worlds, in_force + 8), country(s, "RUS")) < 0.0);  // it pays for the works first
  CHECK(cash(worlds.back(), host) > cash(at(worlds, in_force + 40), host));
  CHECK(cash(worlds.back(), country(s, "RUS")) > 0.0);
  CHECK(cash(worlds.back(), country(s, "KOR")) < 0.0);
}

TEST_CASE("a parliament that asks for more than the gas line gives stops it (E1)",
          "[E1][mechanism]") {
  // A margin of the whole stake: logistic((1/3 - 1)/.15) = .01.
  const Scenario s = scenes::load("permissive-world", {"countries.KOR.strategy.margin=1"});
  const auto worlds = play(s, 24, all_agree(s, {"gas_line"}), 1);
  const Id deal = package(s, "gas_line");
  CHECK(entered(worlds, deal) == no_id);
  CHECK(std::any_of(worlds.begin(), worlds.end(), [&](const World<double>& w) {
    return at(w.parties, at(at(s.model.packages, deal).row, country(s, "KOR"))).vote == -1.0;
  }));
  CHECK(at(worlds.back().corridors, corridor(s, "trans_korean_gas")).progress == 0.0);
}

TEST_CASE("of two routes for the same gas the one with less hold-up is signed (E2)",
          "[E2][mechanism]") {
  // Both are on the table and everybody says yes to both: the larger surplus goes first.
  const Overrides both =
      without_delay("gas_line") + without_delay("gas_bypass") + Overrides{"rules.conflict_noise=0"};
  const auto signed_first = [&](const Overrides& more) {
    const Scenario s = scenes::load("routes-1990-2024", both + more);
    const auto worlds = play(s, 72, all_agree(s, {"gas_line", "gas_bypass"}, 66));  // 2006.5
    const Id line = entered(worlds, package(s, "gas_line"));
    const Id bypass = entered(worlds, package(s, "gas_bypass"));
    CHECK((line == no_id || bypass == no_id));  // signing one takes the other's place
    return line != no_id ? "gas_line" : bypass != no_id ? "gas_bypass" : "none";
  };
  CHECK(signed_first({}) == std::string("gas_bypass"));
  // Switched off: a line that its host could not hold up.
  CHECK(signed_first({"corridors.trans_korean_gas.exposure=0"}) == std::string("gas_line"));
}

TEST_CASE("a rival route that stands takes the rent of the line and a small market caps it (E2)",
          "[E2][mechanism]") {
  const auto look = [](const Overrides& overrides) {
    return Glance("debt-for-pipeline-2011", overrides, "gas_line", 2011.5);
  };
  const Glance alone = look({});
  const Glance rivalled = look({"corridors.gas_bypass.stage=operating"});
  CHECK(rivalled.part("RUS", "outside_option") < alone.part("RUS", "outside_option"));
  CHECK(rivalled.joint_surplus() < alone.joint_surplus());
  CHECK(rivalled.term("fee") <= alone.term("fee"));
  // Switched off: no rivals, nothing that would come anyway.
  const Glance single = look({"corridors.trans_korean_gas.rivals=[]"});
  CHECK(single.part("RUS", "outside_option") == 0.0);
  CHECK(single.part("KOR", "outside_option") == 0.0);
  CHECK(single.joint_surplus() > alone.joint_surplus());
  // A tenth of the ROK's market is 5 bcm a year: half of the line would have no buyer.
  const Glance small = look({"countries.KOR.fuel.gas.import_ceiling.scale=0.1"});
  CHECK(small.part("KOR", "fuel_value") < 0.6 * alone.part("KOR", "fuel_value"));
}

TEST_CASE("a power line with separate circuits is less at the host's mercy than a pipe (E4)",
          "[E4][mechanism]") {
  const auto look = [](const char* deal, const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, deal, 2005.5);
  };
  const auto at_risk = [](const Look& deal) {
    return -deal.part("KOR", "interruption") / deal.part("KOR", "fuel_value");
  };
  const Glance power = look("power_link", {});
  const Glance gas = look("gas_line", {});
  CHECK(power.part("KOR", "interruption") < 0.0);
  CHECK(at_risk(power) < at_risk(gas));
  CHECK(power.part("PRK", "fuel_value") > 0.0);  // the DPRK lives on a part of it
  CHECK(power.part("PRK", "shortage") > 0.0);
  // Switched off: one line for both, .15 of the exposure becomes all of it.
  const Glance one_line = look("power_link", {"corridors.power_line.exposure=1"});
  CHECK(one_line.part("KOR", "interruption") ==
        Approx(power.part("KOR", "interruption") / 0.15).epsilon(0.01));
  CHECK(at_risk(one_line) > at_risk(gas));
}

TEST_CASE("gas left in kind takes the place of the transit fee (E7)", "[E7][mechanism]") {
  const Overrides kept = {"packages.gas_line_in_kind.terms.kept.grid=[0.05]"};
  const Scenario s = scenes::load("debt-for-pipeline-2011", kept);
  const Look in_cash(s, "gas_line", 2011.5);
  const Look in_kind(s, "gas_line_in_kind", 2011.5);
  CHECK(in_cash.part("PRK", "fuel_value") == 0.0);
  CHECK(in_cash.part("PRK", "received") > 0.0);
  CHECK(in_kind.part("PRK", "fuel_value") > 0.0);
  // Switched off: with no gas left behind, nothing takes the fee's place.
  Overrides without = kept;
  without.emplace_back("packages.gas_line_in_kind.clauses.in_kind.enabled=false");
  const Scenario off = scenes::load("debt-for-pipeline-2011", without);
  CHECK(Look(off, "gas_line_in_kind", 2011.5).part("PRK", "fuel_value") == 0.0);
}
