// Payment without dollars: each mechanism by its effect, and the effect gone when it is switched
// off.
#include "tests/mechanisms/sealed.hpp"

#include <cstdio>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string round_the_dollar = "barter-2008";

}  // namespace

TEST_CASE(
    "paying in roubles shields a payment from finance sanctions and is chosen under them (D6)",
    "[D6][mechanism]") {
  const std::string_view fuel = "russia_prk_fuel_in_roubles";
  const Scenario s = scenes::load(round_the_dollar);
  // 2009: banks lose .3 x .24 of a dollar, a rouble is a tenth soft. 2018: .3 x .8 is more than it.
  CHECK(Look(s, fuel, 2009).term("roubles") == 0.0);
  CHECK(Look(s, fuel, 2014.75).term("roubles") == 1.0);
  const Scenario no_friction = scenes::load(round_the_dollar, {"rules.payment_friction=0"});
  CHECK(Look(no_friction, fuel, 2014.75).term("roubles") == 0.0);
  const Scenario open = scenes::load(
      round_the_dollar, {"regimes.un_dprk.enabled=false", "regimes.us_dprk.enabled=false",
                         "regimes.rok_may24.enabled=false", "regimes.japan_dprk.enabled=false",
                         "regimes.west_russia.enabled=false"});
  CHECK(Look(open, fuel, 2014.75).term("roubles") == 0.0);
}

TEST_CASE("what sanctions take of a dollar they do not take of a rouble (D6)", "[D6][mechanism]") {
  const auto lost = [](const Scenario& s, double roubles) {
    const Ledger ledger =
        seal(s, {{"russia_prk_fuel_in_roubles", 2011, {{"roubles", roubles}, {"price", 100}}}}, 32);
    REQUIRE(entry_of(ledger, package(s, "russia_prk_fuel_in_roubles")) > 0);
    const Id prk = country(s, "PRK");
    const Id rus = country(s, "RUS");
    return 1 - ledger.arrived(prk, rus, Commodity::money) / ledger.sent(prk, rus, Commodity::money);
  };
  const Scenario s = sealable(round_the_dollar, {});
  const double dollars = lost(s, 0);
  std::printf("D6 lost of dollars %.3f, of roubles %.3f\n", dollars, lost(s, 1));
  CHECK(dollars > 0.1);
  CHECK(lost(s, 1) == Approx(0.1));
  const Scenario half = sealable(round_the_dollar, {}, {"rules.payment_friction=0.15"});
  CHECK(lost(half, 0) == Approx(dollars / 2));
  CHECK(lost(sealable(round_the_dollar, {}, {"rules.payment_friction=0"}), 0) ==
        Approx(0).margin(1e-9));
}

TEST_CASE("an exclusive concession shuts a rival out of the site (D8)", "[D8][mechanism]") {
  const auto in_force = [](const Scenario& s, double russia, double china, std::string_view deal) {
    const Ledger ledger = seal(s,
                               {{"russian_gold_mine", russia, {{"yield", 8}}},
                                {"chinese_gold_mine", china, {{"yield", 8}}}},
                               24);
    return entry_of(ledger, package(s, deal)) > 0;
  };
  const Scenario s = sealable(round_the_dollar, {});
  CHECK(in_force(s, 2008, 2009, "russian_gold_mine"));
  CHECK_FALSE(in_force(s, 2008, 2009, "chinese_gold_mine"));
  // Who came first keeps an exclusive holder out as well.
  CHECK_FALSE(in_force(s, 2009, 2008, "russian_gold_mine"));
  const Scenario off =
      sealable(round_the_dollar, {}, {"packages.russian_gold_mine.clauses.alone.enabled=false"});
  CHECK(in_force(off, 2008, 2009, "russian_gold_mine"));
  CHECK(in_force(off, 2008, 2009, "chinese_gold_mine"));
}

TEST_CASE("airliners for gold and coal for ore change hands without money (D8)",
          "[D8][mechanism]") {
  const Scenario s = sealable(round_the_dollar, {});
  const Id rus = country(s, "RUS");
  const Id prk = country(s, "PRK");
  const Ledger ledger = seal(
      s, {{"russian_gold_mine", 2008, {{"yield", 8}}}, {"coking_coal", 2008, {{"ore", 80}}}}, 12);
  REQUIRE(entry_of(ledger, package(s, "coking_coal")) > 0);
  // 14 + 72 M USD a year one way, 8 + 80 the other, from the second tick on.
  CHECK(ledger.sent(rus, prk, Commodity::barter) ==
        Approx(ledger.sent(prk, rus, Commodity::barter) * 86 / 90).epsilon(0.05));
  CHECK(ledger.sent(rus, prk, Commodity::barter) > 150.0);
  CHECK(ledger.sent(rus, prk, Commodity::money) == 0.0);
  CHECK(ledger.sent(prk, rus, Commodity::money) == 0.0);
  // The exchange pays because each side values what it gets above what the other gives up.
  const Look swap(s, "russian_gold_mine", 2011.5);
  CHECK(swap.part("PRK", "received") > 0.0);
  CHECK(swap.joint_surplus() > 0.0);
  const Scenario plain = sealable(round_the_dollar, {},
                                  {"packages.russian_gold_mine.clauses.equipment.quality=0.9",
                                   "packages.russian_gold_mine.clauses.gold.quality=0.9"});
  CHECK(Look(plain, "russian_gold_mine", 2011.5).joint_surplus() < 0.0);
}

TEST_CASE("ore repays railway works, and sanctions on minerals take their part of it (D9)",
          "[D9][mechanism]") {
  // A short section, so that it stands within two years of its start in 2013.
  const Overrides section = {"corridors.pobeda_rail.capex=200",
                             "corridors.pobeda_rail.build_years=1"};
  const auto repaid = [&](Overrides more) {
    more.insert(more.end(), section.begin(), section.end());
    const Scenario s = sealable(round_the_dollar, {"victory_in_ore"}, more);
    const Ledger ledger = seal(s, {{"victory_in_ore", 2013, {{"ore", 100}}}}, 52);
    REQUIRE(entry_of(ledger, package(s, "victory_in_ore")) > 0);
    const Id rus = country(s, "RUS");
    const Id prk = country(s, "PRK");
    CHECK(ledger.sent(rus, no_id, Commodity::money) > 90.0);
    CHECK(ledger.sent(prk, rus, Commodity::money) == 0.0);
    return std::pair(ledger.sent(prk, rus, Commodity::barter),
                     ledger.arrived(prk, rus, Commodity::barter));
  };
  const auto [sent, arrived] = repaid({});
  std::printf("D9 ore sent %.0f, arrived %.0f M USD\n", sent, arrived);
  CHECK(sent > 100.0);
  CHECK(arrived < 0.92 * sent);
  const auto [free_sent, free_arrived] =
      repaid({"regimes.un_dprk.enabled=false", "regimes.us_dprk.enabled=false",
              "regimes.rok_may24.enabled=false", "regimes.japan_dprk.enabled=false"});
  CHECK(free_arrived == Approx(free_sent));
  // Switched off: works without ore are a gift.
  CHECK(repaid({"packages.victory_in_ore.clauses.ore.enabled=false"}).first == 0.0);
  const Scenario s = scenes::load(round_the_dollar);
  const Scenario off =
      scenes::load(round_the_dollar, {"packages.victory_in_ore.clauses.ore.enabled=false"});
  CHECK(Look(s, "victory_in_ore", 2014.5).part("RUS", "received") > 0.0);
  CHECK(Look(off, "victory_in_ore", 2014.5).part("RUS", "received") == 0.0);
  CHECK(Look(s, "victory_in_ore", 2014.5).total("RUS") >
        Look(off, "victory_in_ore", 2014.5).total("RUS"));
}

TEST_CASE("barter needs no bank: sanctions on finance alone leave it whole (D6)",
          "[D6][mechanism]") {
  const Overrides finance_alone = {
      "regimes.un_dprk.intensity.minerals=0", "regimes.us_dprk.intensity.minerals=0",
      "regimes.rok_may24.intensity.minerals=0", "regimes.japan_dprk.intensity.minerals=0"};
  const Scenario s = sealable(round_the_dollar, {}, finance_alone);
  const Ledger ledger = seal(s,
                             {{"coking_coal", 2010, {{"ore", 80}}},
                              {"russia_prk_fuel_in_roubles", 2010, {{"roubles", 0}}}},
                             28);
  const Id rus = country(s, "RUS");
  const Id prk = country(s, "PRK");
  REQUIRE(ledger.sent(prk, rus, Commodity::money) > 0.0);
  CHECK(ledger.arrived(prk, rus, Commodity::money) <
        0.95 * ledger.sent(prk, rus, Commodity::money));
  CHECK(ledger.arrived(prk, rus, Commodity::barter) ==
        Approx(ledger.sent(prk, rus, Commodity::barter)));
}
