// Alliances, prices, slights, harvests, regions and trade: each mechanism by its effect, and the
// effect gone when it is switched off.
#include "tests/mechanisms/signing.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string record = "hindcast-1990-2024";
const std::string undeclared = "undeclared-1990-2024";
// Chance in one tick that a government does `name` in world `w`.
double chance_of(const Scenario& s, const World<double>& w, std::string_view name) {
  Simulation<double> sim(s, {1, 0});
  sim.start();
  sim.resume_from(w);
  const Moves<double> nobody = Moves<double>::none(s.model);
  const Step<double> step = sim.context();
  return act_chance(Table<double>(step, nobody), at(s.model.acts, act(s, name)));
}

}  // namespace

TEST_CASE("an alliance lapses, cools the two and can be renewed by a treaty (S17)",
          "[S17][mechanism]") {
  const Scenario s = scenes::load(undeclared, at_once("treaty_rus_prk"));
  const Scenario kept = scenes::load(undeclared, {"events=[]"});
  const Id before = tick_of(s, 1995.75);
  const Id after = tick_of(s, 1998.75);
  const auto worlds = play(s, after + 1);
  CHECK(between(s, at(worlds, before), "RUS", "PRK").alliance == 1.0);
  CHECK(between(s, at(worlds, after), "RUS", "PRK").alliance == 0.0);
  const auto still_allied = play(kept, after + 1);
  CHECK(between(kept, at(still_allied, after), "RUS", "PRK").alliance == 1.0);
  CHECK(between(s, at(worlds, after), "RUS", "PRK").affinity <
        between(kept, at(still_allied, after), "RUS", "PRK").affinity - 0.05);
  const Id signs = tick_of(s, 1999);
  const auto renewed = play(s, signs + 2, signing(s, "treaty_rus_prk", signs));
  CHECK(between(s, renewed.back(), "RUS", "PRK").alliance == 1.0);
}

TEST_CASE("allies fear each other's weapons less and need their own less (S17)",
          "[S17][mechanism]") {
  Scenario s =
      scenes::load(undeclared, {"packages.six_party_fuel.terms.freeze.grid=[0.5]", "events=[]"});
  const auto look = [&s](double alliance, std::string_view who, const char* reason) {
    scenes::set(s, "pairs.RUS-PRK.alliance", alliance);
    return Look(s, "six_party_fuel", 1990.0).part(who, reason);
  };
  // Half of a threat goes with an alliance; the DPRK has another ally in China all along.
  CHECK(look(0, "RUS", "threat") > 0);
  CHECK(look(1, "RUS", "threat") == Approx(0.5 * look(0, "RUS", "threat")));
  CHECK(look(0, "PRK", "programme") < 0);
  CHECK(look(1, "PRK", "programme") == Approx(0.5 * look(0, "PRK", "programme")));
  scenes::set(s, "rules.alliance_to_threat", 0);
  CHECK(look(1, "RUS", "threat") == Approx(look(0, "RUS", "threat")));
  CHECK(look(1, "PRK", "programme") == Approx(look(0, "PRK", "programme")));
}

TEST_CASE(
    "world prices in hard currency collapse trade and trust and bind the buyer, friendly "
    "prices bring the trade back (S18)",
    "[S18][mechanism]") {
  const Scenario s = scenes::load(undeclared, at_once("friendly_prices_rus_prk"));
  const auto end = [&s](const Driver& driver) { return play(s, 20, driver).back(); };
  const Driver asks = doing(s, "russia_asks_world_prices", 2);
  const World<double> friendly = end(doing(s, "russia_asks_world_prices", 99));
  const World<double> world = end(asks);
  const World<double> undone = end(asks & signing(s, "friendly_prices_rus_prk", 6));
  const auto rus_prk = [&s](const World<double>& w) { return between(s, w, "RUS", "PRK"); };
  // Seven tenths of it are lost, and affinity takes a little more.
  CHECK(trade(rus_prk(world)) < 0.35 * trade(rus_prk(friendly)));
  CHECK(rus_prk(world).affinity < rus_prk(friendly).affinity);
  CHECK(trust(rus_prk(world)) < trust(rus_prk(friendly)) - 0.05);
  const auto currency = [&s](const World<double>& w) {
    return at(w.countries, country(s, "PRK")).hard_currency;
  };
  CHECK(currency(world) < currency(friendly) - 50);
  CHECK(trade(rus_prk(undone)) > 0.8 * trade(rus_prk(friendly)));
  CHECK(currency(undone) == currency(friendly));
  const Scenario off = scenes::load(undeclared, {"acts.russia_asks_world_prices.enabled=false"});
  CHECK(between(off, play(off, 20).back(), "RUS", "PRK").world_prices == 0.0);
}

TEST_CASE("a purge and a slight cool two allies and make a cut-off likelier (S19)",
          "[S19][mechanism]") {
  const Scenario s = scenes::load(undeclared);
  const auto after = [&s](Id purge, Id slight) {
    return play(s, 3,
                doing(s, "prk_purges_go_between", purge) &
                    doing(s, "china_visits_seoul_first", slight))
        .back();
  };
  const World<double> calm = after(99, 99);
  const World<double> slighted = after(99, 2);
  const World<double> purged = after(2, 2);
  const auto affinity = [&s](const World<double>& w) {
    return between(s, w, "CHN", "PRK").affinity;
  };
  // One tick of memory, .9, is left of the step of .1, and of .1 and .3.
  CHECK(affinity(slighted) == Approx(affinity(calm) - 0.09));
  CHECK(affinity(purged) == Approx(affinity(calm) - 0.36));
  const double likely = chance_of(s, calm, "china_cuts_off_prk");
  CHECK(likely > 0);
  CHECK(chance_of(s, slighted, "china_cuts_off_prk") > likely);
  CHECK(chance_of(s, purged, "china_cuts_off_prk") > 1.5 * likely);
  const Scenario off = scenes::load(undeclared, {"acts.prk_purges_go_between.step=0"});
  const World<double> harmless =
      play(off, 3,
           doing(off, "prk_purges_go_between", 2) & doing(off, "china_visits_seoul_first", 99))
          .back();
  CHECK(chance_of(off, harmless, "china_cuts_off_prk") == Approx(likely));
}

TEST_CASE("a cut-off stops the oil for the time it lasts (S19)", "[S19][mechanism]") {
  const Scenario s = scenes::load(undeclared);
  const auto worlds = play(s, 7, doing(s, "china_cuts_off_prk", 2));
  const auto stage = [&](Id tick) {
    return at(at(worlds, tick).corridors, corridor(s, "dandong_oil")).stage;
  };
  CHECK(stage(1) == code<double>(CorridorStage::operating));
  CHECK(stage(2) == code<double>(CorridorStage::suspended));
  CHECK(stage(6) == code<double>(CorridorStage::operating));
}

TEST_CASE("a bad harvest raises the worth of food, not of every concession (S20)",
          "[S20][mechanism]") {
  // A fixed amount, so that the terms do not answer the need.
  const Overrides fixed = {"packages.china_food_aid.terms.amount.lower=50",
                           "packages.china_food_aid.terms.amount.upper=50.01"};
  const Scenario s = scenes::load(record, fixed);
  const Scenario even = scenes::load(record, fixed + Overrides{"countries.PRK.harvest.spread=0"});
  const auto worlds = play(s, 60);
  const auto bad = std::find_if(worlds.begin(), worlds.end(), [&s](const World<double>& w) {
    return at(w.countries, country(s, "PRK")).harvest < -0.02;
  });
  REQUIRE(bad != worlds.end());
  const double year = s.model.year(static_cast<Id>(bad - worlds.begin()));
  INFO("first bad harvest of the run: " << year);
  const Look food(s, "china_food_aid", year);
  const Look food_even(even, "china_food_aid", year);
  CHECK(food.part("PRK", "shortage") > 0);
  CHECK(food_even.part("PRK", "shortage") == 0.0);
  CHECK(food.total("PRK") - food.part("PRK", "shortage") ==
        Approx(food_even.total("PRK")).epsilon(0.001));
  for (const char* other : {"russia_prk_fuel", "debt_write_off", "normalisation_usa_prk"}) {
    CHECK(Look(s, other, year).total("PRK") == Approx(Look(even, other, year).total("PRK")));
  }
}

TEST_CASE("Moscow can say no to a quota that both countries gain from (S21)", "[S21][mechanism]") {
  Scenario s = scenes::load(undeclared);
  const auto passes = [&s](double margin) {
    scenes::set(s, "packages.labour_quota.approval_margin", margin);
    int times = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const World<double> w = play(s, 2, signing(s, "labour_quota"), seed).back();
      const Package& p = at(s.model.packages, package(s, "labour_quota"));
      CHECK(at(w.parties, p.parties.first).total > 0);
      CHECK(at(w.parties, p.parties.first + 1).total > 0);
      times += is_at(s, w, "labour_quota", PackageStage::in_force) ? 1 : 0;
    }
    return times;
  };
  const int strict = passes(1);
  const int lax = passes(-1);
  CHECK(strict <= 2);
  CHECK(lax == 10);
  // Without a second authority the two signatures are enough.
  const Scenario free = scenes::load(record);
  CHECK(is_at(free, play(free, 2, signing(free, "labour_quota")).back(), "labour_quota",
              PackageStage::in_force));
}

TEST_CASE("the more of its trade is with China, the more a Russian deal is worth to the DPRK (S22)",
          "[S22][mechanism]") {
  // Ten billion dollars of potential trade in two directions, with China alone or in three parts.
  const auto worth = [](const std::vector<std::string>& of_each_direction, const Overrides& more) {
    Overrides o = {"packages.gas_line.terms.fee.lower=100",
                   "packages.gas_line.terms.fee.upper=100.01"};
    const std::vector<std::string> partners = {"CHN-PRK", "PRK-KOR", "JPN-PRK"};
    for (std::size_t i = 0; i < partners.size(); ++i) {
      for (const char* direction : {".trade_ab={value: ", ".trade_ba={value: "}) {
        o.push_back("pairs." + partners[i] + direction + of_each_direction[i] +
                    ", unit: musd/y, assumption: a test, range: [0, 9000]}");
      }
    }
    const Scenario s = scenes::load(record, o + more);
    return Look(s, "gas_line", 2004.5).part("PRK", "diversification");
  };
  const double spread = worth({"1700", "1650", "1650"}, {});
  const double alone = worth({"4800", "100", "100"}, {});
  INFO(spread << " M USD/y with three partners, " << alone << " with China alone");
  CHECK(spread > 0);
  CHECK(alone > 1.2 * spread);
  CHECK(worth({"4800", "100", "100"}, {"countries.PRK.preferences.diversification=0"}) == 0.0);
}
