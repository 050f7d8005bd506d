// Railways, ports, zones and what a transit state can do: each mechanism by its effect, and the
// effect gone when it is switched off.
#include "tests/support/accord.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

/// The railway in `year` of a play in which Russia and the DPRK agree on Khasan - Rajin in 2008.
CorridorState<double> rajin(const Overrides& overrides, double year) {
  const Scenario s =
      scenes::load("debt-for-pipeline-2011", without_delay("khasan_rajin") + overrides);
  const auto worlds = play(s, tick_of(s, year) + 1, all_agree(s, {"khasan_rajin"}));
  const Id line = corridor(s, "khasan_rajin");
  REQUIRE(operates(worlds.back(), line));
  return at(worlds.back().corridors, line);
}

}  // namespace

TEST_CASE("the Korean railway needs three signatures and competes with the sea (T1)",
          "[T1][mechanism]") {
  const Scenario s = scenes::load("routes-1990-2024", without_delay("rail_link"));
  const Id deal = package(s, "rail_link");
  const Id from = tick_of(s, 2002.5);
  const Id ticks = from + 8;
  CHECK(entered(play(s, ticks, all_agree(s, {"rail_link"}, from)), deal) != no_id);
  for (const char* refuser : {"KOR", "PRK", "RUS"}) {
    INFO(refuser << " says no");
    CHECK(entered(play(s, ticks, all_but(s, "rail_link", refuser)), deal) == no_id);
  }
  // Cargo is worth what the ship would cost: 500,000 TEU at 1,300 USD, or at 900.
  const auto cargo = [](const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, "rail_link", 2002.5).part("KOR", "fuel_value");
  };
  CHECK(cargo({"corridors.trans_korean_rail.benchmark=900"}) ==
        Approx(cargo({}) * 900.0 / 1300.0).epsilon(0.03));
}

TEST_CASE("an exempt railway stands idle under a threat to its firms and runs without it (T2)",
          "[T2][mechanism]") {
  const Overrides no_threat = {"regimes.us_secondary.enabled=false"};
  const CorridorState<double> idle = rajin({}, 2017.5);
  CHECK(idle.exempt == 1.0);
  CHECK(idle.flow < 0.35);
  CHECK(rajin(no_threat, 2017.5).flow > 0.7);
  // It is the fear of firms, not a ban: with nothing to lose they run it under the same threat.
  CHECK(rajin({"corridors.khasan_rajin.firms.posco.exposure=0",
               "corridors.khasan_rajin.firms.rzd.exposure=0"},
              2017.5)
            .flow > 0.7);
}

TEST_CASE("the transit fee is a rent of the DPRK (T3)", "[T3][mechanism]") {
  const Scenario s = scenes::load("permissive-world",
                                  without_delay("gas_line") + Overrides{"rules.holdup_speed=0"});
  const Id fee = at(s.model.packages, package(s, "gas_line")).terms.first;
  REQUIRE(scenes::value(s, "packages.gas_line.terms.fee.start") == 100.0);
  const Id host = country(s, "PRK");
  const auto with_fee = [&](double musd) {
    const Driver agree = all_agree(s, {"gas_line"});
    const auto worlds = play(s, 49, [&](const World<double>& w, Moves<double>& moves) {
      agree(w, moves);
      at(moves.offers, fee) = musd;
      at(moves.offered, fee) = 1;
    });
    REQUIRE(operates(at(worlds, 47), corridor(s, "trans_korean_gas")));
    struct Rent {
      double quarterly, utility;
    };
    return Rent{at(at(worlds, 48).countries, host).cash - at(at(worlds, 47).countries, host).cash,
                at(at(worlds, 48).countries, host).utility[index_of(Issue::transit)]};
  };
  CHECK(with_fee(100).quarterly == Approx(25.0));  // 100 M USD a year in quarters
  CHECK(with_fee(0).quarterly == Approx(0.0).margin(1e-9));
  CHECK(with_fee(100).utility > with_fee(50).utility);
  CHECK(with_fee(50).utility > with_fee(0).utility);
}

TEST_CASE("a transit state raises its fee once the line stands, and others price that in (T4)",
          "[T4][mechanism]") {
  const auto fee_later = [](const Overrides& overrides) {
    const Scenario s = scenes::load("permissive-world", without_delay("gas_line") + overrides);
    const auto worlds = play(s, 72, all_agree(s, {"gas_line"}));
    const Id fee = at(s.model.packages, package(s, "gas_line")).terms.first;
    const Id line = corridor(s, "trans_korean_gas");
    const Id stands = 72 - ticks_operating(worlds, line);
    return at(worlds.back().terms, fee) - at(at(worlds, stands).terms, fee);
  };
  CHECK(fee_later({}) > 1.0);
  CHECK(fee_later({"rules.holdup_speed=0"}) == 0.0);
  CHECK(fee_later({"corridors.trans_korean_gas.exposure=0"}) == 0.0);

  const auto look = [](const Overrides& overrides) {
    return Glance("permissive-world", overrides, "gas_line", 2009.5);
  };
  CHECK(look({}).part("KOR", "interruption") < 0.0);
  CHECK(look({}).part("RUS", "stranded") < 0.0);
  const Glance guaranteed = look({"packages.gas_line.guarantee=0.75"});
  CHECK(guaranteed.part("KOR", "interruption") ==
        Approx(0.25 * look({}).part("KOR", "interruption")));
  const Glance harmless = look({"corridors.trans_korean_gas.exposure=0"});
  CHECK(harmless.part("KOR", "interruption") == 0.0);
  CHECK(harmless.part("RUS", "stranded") == 0.0);
}

TEST_CASE("a transit state can cut the flow and forgoes its fee (T4)", "[T4][mechanism]") {
  const Scenario s = scenes::load("permissive-world", without_delay("gas_line"));
  const Driver agree = all_agree(s, {"gas_line"});
  const auto cut = play(s, 56, with_act(s, agree, "prk_suspends_gas", 48));
  const auto left = play(s, 56, agree);
  const Id line = corridor(s, "trans_korean_gas");
  const auto earned = [&](const std::vector<World<double>>& worlds) {
    return at(worlds.back().countries, country(s, "PRK")).cash -
           at(at(worlds, 48).countries, country(s, "PRK")).cash;
  };
  CHECK(at(at(cut, 47).corridors, line).flow == 1.0);
  CHECK(at(at(cut, 48).corridors, line).flow == 0.0);
  CHECK(earned(cut) == 0.0);
  CHECK(at(left.back().corridors, line).flow == 1.0);  // switched off: nobody acts
  CHECK(earned(left) > 0.0);
}

TEST_CASE("zones, the western railway and the Tumen bridge can be agreed, built and used (T5)",
          "[T5][mechanism]") {
  const std::vector<std::pair<std::string, std::string>> links = {
      {"gyeongui_link", "gyeongui_rail"}, {"tumen_bridge", "tumen_bridge"},
      {"sinuiju", "sinuiju_zone"},        {"yellow_sea_rim", "yellow_sea_zone"},
      {"east_sea_rim", "east_sea_zone"},
  };
  Overrides quick;
  std::vector<std::string> deals;
  for (const auto& [deal, line] : links) {
    quick = quick + without_delay(deal);
    deals.push_back(deal);
  }
  const Scenario s = scenes::load("routes-1990-2024", quick);
  const auto built = play(s, 138, all_agree(s, deals));
  const auto nothing = play(s, 138, all_agree(s, deals, 1000));
  for (const auto& [deal, line] : links) {
    INFO(line);
    CHECK(ticks_operating(built, corridor(s, line)) > 0);
    CHECK(at(built.back().corridors, corridor(s, line)).spent > 0.0);
    CHECK(ticks_operating(nothing, corridor(s, line)) == 0);
  }
  const Id host = country(s, "PRK");
  CHECK(at(built.back().countries, host).cash > 100.0);  // wages and rents
  CHECK(at(nothing.back().countries, host).cash == 0.0);
}

TEST_CASE("a pier at Rajin is built by a neighbour, earns for it and pays its host (T6)",
          "[T6][mechanism]") {
  const Scenario s = scenes::load("routes-1990-2024", without_delay("rason_port"));
  const Id from = tick_of(s, 2008.0);
  const auto built = play(s, from + 20, all_agree(s, {"rason_port"}, from));
  const auto nothing = play(s, from + 20, all_agree(s, {"rason_port"}, 1000));
  const Id pier = corridor(s, "rason_port");
  CHECK(operates(built.back(), pier));
  CHECK_FALSE(operates(nothing.back(), pier));
  CHECK(at(built.back().corridors, pier).flow == 1.0);
  CHECK(at(built.back().countries, country(s, "CHN")).utility[index_of(Issue::transit)] > 0.0);
  CHECK(at(built.back().countries, country(s, "PRK")).cash > 0.0);
  CHECK(at(nothing.back().countries, country(s, "PRK")).cash == 0.0);
}

TEST_CASE("the coal trial of a foreign firm fills the pier at Rajin (T6)", "[T6][mechanism]") {
  // The steelmaker's first ship is of late 2013; it stands for six tenths of the flow.
  const Overrides early = {"regimes.us_secondary.enabled=false",
                           "corridors.khasan_rajin.build_years=2"};
  const double before = rajin(early, 2013).flow;
  CHECK(before <= 0.4);
  CHECK(rajin(early, 2014).flow > before + 0.3);
  // Switched off: without the firm the pier stays as empty as before.
  const Overrides without = {"corridors.khasan_rajin.firms.posco.enabled=false"};
  CHECK(rajin(early + without, 2014).flow == Approx(before).epsilon(0.05));
}

TEST_CASE("a cheaper rival takes the cargo of the railway and the power of the line (T7)",
          "[T7][mechanism]") {
  const auto rail = [](const Overrides& overrides) {
    return Glance("routes-1990-2024",
                  Overrides{"corridors.trans_korean_rail.capex=2000"} + overrides, "rail_link",
                  2002.5);
  };
  const Overrides alone = {"corridors.trans_korean_rail.rivals=[]"};
  CHECK(rail(alone).total("KOR") > 0.0);
  CHECK(rail({}).total("KOR") < rail(alone).total("KOR"));
  // At 700 USD the railway through China keeps the cargo: the ROK would lose by its own line.
  CHECK(rail({"corridors.trans_china_rail.unit_cost=700"}).total("KOR") < 0.0);
  CHECK(rail(alone).part("KOR", "outside_option") == 0.0);

  const auto power = [](const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, "power_link", 2005.5);
  };
  CHECK(power({}).total("KOR") > 0.0);
  CHECK(power({"corridors.power_to_china.stage=operating"}).total("KOR") < 0.0);
  const Glance without_japan = power({"corridors.power_line.alternatives=[]"});
  CHECK(power({}).part("RUS", "outside_option") < without_japan.part("RUS", "outside_option"));
  CHECK(power({"corridors.power_line.alternatives=[]", "corridors.power_line.rivals=[]"})
            .part("RUS", "outside_option") == 0.0);
}
