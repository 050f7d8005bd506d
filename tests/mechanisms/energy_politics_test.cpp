// Energy as a lever: prices, stops, fields, rivals, captures. Each mechanism by its effect, and the
// effect gone when it is switched off.
#include "tests/support/accord.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

TEST_CASE("dear oil gives Russia reach and gas its worth, cheap oil sustains the DPRK (E8)",
          "[E8][mechanism]") {
  const auto year_2011 = [](const Overrides& overrides) {
    const Scenario s = scenes::load("routes-1990-2024", overrides);
    return play(s, tick_of(s, 2011.5) + 1).back();
  };
  const Scenario s = scenes::load("routes-1990-2024");
  const Id russia = country(s, "RUS");
  const Id dprk = country(s, "PRK");
  const auto as_it_was = year_2011({});
  const auto dear = year_2011({"market.brent_history.scale=1.5"});
  const auto cheap = year_2011({"market.brent_history.scale=0.5"});
  // 1.5^.4 = 1.18 and .5^.4 = .76 on output; the DPRK's elasticity is -.02.
  CHECK(at(dear.countries, russia).gdp / at(as_it_was.countries, russia).gdp ==
        Approx(std::pow(1.5, 0.4)));
  CHECK(at(cheap.countries, russia).reach < at(as_it_was.countries, russia).reach);
  CHECK(at(cheap.countries, dprk).gdp > at(as_it_was.countries, dprk).gdp);
  CHECK(at(dear.countries, dprk).gdp < at(as_it_was.countries, dprk).gdp);
  CHECK(dear.market.lng > as_it_was.market.lng);
  CHECK(total_of(s, dear, "korea_lng", "KOR") > total_of(s, cheap, "korea_lng", "KOR"));
  // Switched off: output that does not follow oil.
  const Overrides still = {"countries.RUS.oil_elasticity=0", "countries.PRK.oil_elasticity=0"};
  const auto unmoved = year_2011(still + Overrides{"market.brent_history.scale=1.5"});
  const auto base = year_2011(still);
  CHECK(at(unmoved.countries, russia).gdp == at(base.countries, russia).gdp);
  CHECK(at(unmoved.countries, dprk).gdp == at(base.countries, dprk).gdp);
}

TEST_CASE("a supplier can stop the gas and a buyer counts its dependence (E9)", "[E9][mechanism]") {
  const Scenario s = scenes::load("permissive-world", without_delay("gas_line"));
  const Id line = corridor(s, "trans_korean_gas");
  const Id buyer = country(s, "KOR");
  const Id stop = 48;
  const Driver agree = all_agree(s, {"gas_line"});
  const auto stopped = play(s, 56, with_act(s, agree, "russia_suspends_gas", stop));
  const auto flowing = play(s, 56, agree);
  const auto gas = [&](const World<double>& w) {
    return at(w.countries, buyer).delivered_in[index_of(Fuel::gas)];
  };
  CHECK(gas(at(stopped, stop - 1)) == 10.0);
  CHECK(gas(at(stopped, stop)) == 0.0);
  CHECK(at(stopped.back().corridors, line).stage == code<double>(CorridorStage::suspended));
  CHECK(gas(flowing.back()) == 10.0);  // switched off: nobody acts, the gas flows

  // A quarter of its gas from a seller it does not trust costs a buyer something, from one it
  // trusts nothing: it spreads the risk.
  const auto dependence = [](const Overrides& overrides) {
    return Glance("debt-for-pipeline-2011", overrides, "gas_line", 2008.25)
        .part("KOR", "dependence");
  };
  const Overrides distrust = {"pairs.RUS-KOR.trust=0.05"};
  CHECK(dependence(distrust) < 0.0);
  CHECK(dependence({"pairs.RUS-KOR.trust=0.9"}) > 0.0);
  CHECK(dependence(distrust + Overrides{"countries.KOR.preferences.dependence=0"}) == 0.0);
}

TEST_CASE("a supplier that holds out for its price ends the talks for a while (E9)",
          "[E9][mechanism]") {
  const Scenario s = scenes::load("routes-1990-2024");
  const Id deal = package(s, "china_gas");
  const Id tick = 80;  // 2010
  const auto opens_only = [&](const World<double>&, Moves<double>& moves) {
    const Package& p = at(s.model.packages, deal);
    for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
      at(moves.driven, at(s.model.parties, row).country) = 1;
      at(moves.opens, row) = 1;
    }
  };
  const auto talks = play(s, tick + 2, opens_only);
  const auto held_out = play(s, tick + 2, with_act(s, opens_only, "russia_holds_out", tick));
  REQUIRE(at(talks[tick - 1].packages, deal).stage == code<double>(PackageStage::talks));
  CHECK(at(talks.back().packages, deal).stage == code<double>(PackageStage::talks));
  CHECK(at(held_out.back().packages, deal).stage == code<double>(PackageStage::idle));
  CHECK(at(held_out.back().packages, deal).rest > 1.0);  // two years, less what has passed
}

TEST_CASE("gas promised to one route is taken from the others of its field (E10)",
          "[E10][mechanism]") {
  const auto promised = [](const Overrides& more) {
    const Scenario s =
        scenes::load("routes-1990-2024",
                     without_delay("china_gas") + Overrides{"rules.conflict_noise=0"} + more);
    const Id start = tick_of(s, 2003.5);
    const auto with = play(s, start + 4, all_agree(s, {"china_gas"}, start)).back();
    const auto without = play(s, start + 4, all_agree(s, {"china_gas"}, start + 10)).back();
    REQUIRE(at(with.packages, package(s, "china_gas")).stage >=
            code<double>(PackageStage::signed_));
    return total_of(s, with, "gas_bypass", "RUS") - total_of(s, without, "gas_bypass", "RUS");
  };
  CHECK(promised({}) < -10.0);
  // Switched off; warmer relations of the two that signed leave less than a million.
  CHECK(std::abs(promised({"fields.chayanda_kovykta.scarcity=0"})) < 1.0);
}

TEST_CASE("a field that comes late costs the route and delays its contract (E10)",
          "[E10][mechanism]") {
  const auto look = [](const Overrides& overrides) {
    return Glance("debt-for-pipeline-2011", overrides, "gas_line", 2009.5);
  };
  const Overrides ready = {
      "fields.sakhalin_east.capacity={unit: bcm/y, assumption: \"ready\", "
      "range: [0, 20], points: [[2000, 12], [2020, 12]]}"};
  const Overrides late = {
      "fields.sakhalin_east.capacity={unit: bcm/y, assumption: \"late\", "
      "range: [0, 20], points: [[2000, 0], [2020, 0]]}"};
  CHECK(look(ready).part("RUS", "scarcity") == 0.0);
  CHECK(look(late).part("RUS", "scarcity") < look({}).part("RUS", "scarcity"));
  CHECK(look(late).joint_surplus() < look(ready).joint_surplus());
  // China's line is worth signing to both later where its field comes later: by a quarter, for the
  // market grows fast. 100 M USD/y are about what opens talks.
  const auto worth_it = [](const Overrides& overrides) {
    const Scenario s = scenes::load("routes-1990-2024", overrides);
    const auto worlds = play(s, 130);
    const auto first = std::find_if(worlds.begin(), worlds.end(), [&](const World<double>& w) {
      return total_of(s, w, "china_gas", "RUS") > 100 && total_of(s, w, "china_gas", "CHN") > 100;
    });
    return static_cast<Id>(first - worlds.begin());
  };
  const auto field_from = [](const char* year) {
    return Overrides{
        "fields.chayanda_kovykta.capacity={unit: bcm/y, assumption: \"dated\", "
        "range: [0, 50], steps: [[1990, 0], [" +
        std::string(year) + ", 44]]}"};
  };
  CHECK(worth_it(field_from("2009")) < worth_it(field_from("2029")));
}

TEST_CASE("the price agreed with China moves with other buyers and other sellers (E11)",
          "[E11][mechanism]") {
  const auto price = [](const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, "china_gas", 2011.5).term("price");
  };
  const Overrides no_buyer = {"corridors.power_of_siberia.alternatives=[]"};
  const Overrides no_seller = {"corridors.power_of_siberia.substitutes=[]"};
  const double alone = price(no_buyer + no_seller);
  CHECK(price(no_seller) > alone + 10.0);  // the ROK would take the gas, too
  CHECK(price(no_buyer) < alone - 10.0);   // Turkmen gas stands at the other border
  // Switched off: a line from Central Asia that was never laid is no threat.
  CHECK(price(no_buyer + Overrides{"corridors.central_asian_gas.readiness=0", "events=[]"}) ==
        Approx(price(no_buyer + no_seller + Overrides{"events=[]"})));
}

TEST_CASE("when the state takes a private oil line its deal ends and the field is free again (E12)",
          "[E12][mechanism]") {
  const Overrides quick = without_delay("angarsk_daqing") + without_delay("espo_japan");
  const Scenario captured = scenes::load("routes-1990-2024", quick);
  const Scenario left_alone = scenes::load("routes-1990-2024", quick + Overrides{"events=[]"});
  const Id ticks = tick_of(captured, 2006.5);
  const auto taken = play(captured, ticks, all_agree(captured, {"angarsk_daqing"}));
  const auto kept = play(left_alone, ticks, all_agree(left_alone, {"angarsk_daqing"}));
  const Id deal = package(captured, "angarsk_daqing");
  const Id line = corridor(captured, "angarsk_daqing");
  const Id before = tick_of(captured, 2003.5);
  CHECK(is_in_force(at(taken, before), deal));
  CHECK(at(taken.back().corridors, line).stage == code<double>(CorridorStage::dead));
  CHECK_FALSE(is_in_force(taken.back(), deal));
  CHECK(at(taken.back().pairs, pair(captured, "RUS", "CHN")).breaches == 0.0);
  CHECK(is_in_force(kept.back(), deal));
  CHECK(at(kept.back().corridors, line).progress > at(at(kept, before).corridors, line).progress);
  const auto promised = [&](const World<double>& w) {
    double sum = 0;
    for (const auto& f : w.fields) {
      sum += f.committed;
    }
    return sum;
  };
  CHECK(promised(taken.back()) == Approx(promised(kept.back()) - 25.0));
  // The state's own route gains what the private one had promised away.
  CHECK(total_of(captured, taken.back(), "espo_japan", "RUS") >
        total_of(left_alone, kept.back(), "espo_japan", "RUS") + 10.0);
}
