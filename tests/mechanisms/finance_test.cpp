// Trade, barter and finance: each mechanism by its effect, and the effect gone when it is switched
// off.
#include "tests/mechanisms/sealed.hpp"

#include <cmath>
#include <cstdio>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string story_2011 = "debt-for-pipeline-2011";
const std::string the_record = "hindcast-1990-2024";

/// Trade of two countries, both directions [M USD/y].
double trade(const Scenario& s, const World<double>& w, std::string_view a, std::string_view b) {
  const auto& now = at(w.pairs, pair(s, a, b));
  return now.trade_ab + now.trade_ba;
}

/// World of an undriven run at a date.
World<double> world_at(const Scenario& s, double year) {
  return play(s, tick_of(s, year) + 1).back();
}

}  // namespace

TEST_CASE(
    "the DPRK's trade with Russia collapses, China's share grows, the goal of 2020 is missed "
    "(D10)",
    "[D10][mechanism]") {
  const Scenario s = scenes::load(the_record);
  const auto worlds = play(s, s.model.ticks);
  const auto of = [&](double year, const char* partner) {
    return trade(s, at(worlds, tick_of(s, year)), partner, "PRK");
  };
  const auto share_of_china = [&](double year) {
    const auto& prk = at(at(worlds, tick_of(s, year)).countries, country(s, "PRK"));
    return of(year, "CHN") / prk.trade_total;
  };
  std::printf("D10 Russia %.0f, %.0f, %.0f, %.0f; China's share %.2f, %.2f, %.2f\n",
              of(1990, "RUS"), of(1994, "RUS"), of(2010.5, "RUS"), of(2019.5, "RUS"),
              share_of_china(2001.5), share_of_china(2007.5), share_of_china(2010.5));
  CHECK(of(1994, "RUS") < 0.2 * of(1990, "RUS"));
  CHECK(of(2010.5, "RUS") < 150);
  CHECK(share_of_china(2010.5) > share_of_china(2001.5));
  CHECK(of(2019.5, "RUS") < 1000);
}

TEST_CASE("money from another partner than China is worth more to the DPRK (D10)",
          "[D10][mechanism]") {
  const Scenario s = scenes::load(story_2011);
  const Overrides none = {"countries.PRK.preferences.diversification=0"};
  CHECK(Look(s, "debt_for_pipeline", 2011.5).part("PRK", "diversification") > 0.0);
  CHECK(Look(s, "rason_port", 2011.5).part("PRK", "diversification") <= 0.0);
  const Scenario off = scenes::load(story_2011, none);
  CHECK(Look(off, "debt_for_pipeline", 2011.5).part("PRK", "diversification") == 0.0);
}

TEST_CASE("trade that sanctions bar passes in part through third countries (D11)",
          "[D11][mechanism]") {
  const double year = 2019;
  const auto sold = [&](const Overrides& overrides) {
    const Scenario s = scenes::load(the_record, overrides);
    return trade(s, world_at(s, year), "RUS", "PRK");
  };
  const double with = sold({});
  const double direct = sold({"pairs.RUS-PRK.rerouted=0"});
  const double all = sold({"pairs.RUS-PRK.rerouted=1"});
  std::printf("D11 trade in 2019: %.1f, direct alone %.1f, unbarred %.1f\n", with, direct, all);
  CHECK(with > 1.5 * direct);
  CHECK(with < all);
  // Without sanctions there is nothing to go round.
  const Overrides free = {"regimes.un_dprk.enabled=false", "regimes.us_dprk.enabled=false",
                          "regimes.rok_may24.enabled=false", "regimes.japan_dprk.enabled=false",
                          "regimes.west_russia.enabled=false"};
  Overrides no_way = free;
  no_way.emplace_back("pairs.RUS-PRK.rerouted=0");
  CHECK(sold(free) == Approx(sold(no_way)));
}

TEST_CASE("Seoul pays, Russian engineers repair, the DPRK gets the plants (D13)",
          "[D13][mechanism]") {
  const Scenario s = sealable(the_record, {"plant_repair"});
  const Ledger ledger = seal(s, {{"plant_repair", 2000, {{"margin", 20}}}}, 72);
  REQUIRE(entry_of(ledger, package(s, "plant_repair")) > 0);
  const Id kor = country(s, "KOR");
  const Id rus = country(s, "RUS");
  const Id prk = country(s, "PRK");
  // 50 M USD a year for five years as works, 20 as Russia's margin, nothing from the host; the deal
  // is renewed where its term ends inside the run.
  const double works = ledger.sent(kor, prk, Commodity::aid);
  CHECK(works >= 250.0 - 12.5);
  CHECK(ledger.sent(kor, rus, Commodity::money) == Approx(works * 20 / 50));
  CHECK(ledger.sent(prk, rus, Commodity::money) == 0.0);
  const Scenario record = scenes::load(the_record);
  const Look look(record, "plant_repair", 2004.5);
  CHECK(look.part("RUS", "received") > 0.0);
  CHECK(look.part("PRK", "aid") > 0.0);
  // Switched off: without the payer's clauses builder and host are left with good will.
  const Scenario off =
      scenes::load(the_record, {"packages.plant_repair.clauses.plants.enabled=false",
                                "packages.plant_repair.clauses.margin.enabled=false"});
  const Look nothing(off, "plant_repair", 2004.5);
  CHECK(nothing.part("RUS", "received") == 0.0);
  CHECK(nothing.part("PRK", "aid") == 0.0);
}

TEST_CASE("a line that is signed and not paid for waits, until instalments or a fund move it (D14)",
          "[D14][mechanism]") {
  const std::vector<std::string_view> deals = {"gas_line", "debt_for_pipeline", "fund"};
  const Overrides poor = {"packages.gas_line.clauses.works.budget=0", "packages.fund.touches=[]"};
  const auto progress = [&](const std::vector<Sealing>& sealed, Overrides more = {}) {
    Overrides all = poor;
    all.insert(all.end(), more.begin(), more.end());
    const Scenario s = sealable(story_2011, deals, all);
    const Ledger ledger = seal(s, sealed, 32);
    REQUIRE(entry_of(ledger, package(s, sealed.back().package)) > 0);
    const auto& line = at(ledger.end().corridors, corridor(s, "trans_korean_gas"));
    REQUIRE(line.stage == code<double>(CorridorStage::building));
    return line.progress;
  };
  const Sealing instalments = {
      "debt_for_pipeline", 2008, {{"haircut", 0.9}, {"tenor", 20}, {"recycled", 1}}};
  const double waiting = progress({{"gas_line", 2008}});
  const double recycled = progress({instalments, {"gas_line", 2008}});
  const double geared = progress({instalments, {"gas_line", 2008}}, {"rules.gearing=4"});
  const double fund = progress({{"fund", 2008}});
  std::printf("D14 progress by 2016: %.3f alone, %.3f recycled, %.3f geared, %.3f by a fund\n",
              waiting, recycled, geared, fund);
  CHECK(waiting == 0.0);
  CHECK(recycled > 0.05);
  CHECK(geared > 1.5 * recycled);
  CHECK(fund > 0.1);
  CHECK(progress({instalments, {"gas_line", 2008}}, {"rules.gearing=0"}) == 0.0);
}

TEST_CASE("each write-off elsewhere lowers the hope of recovery by a tenth (D15)",
          "[D15][mechanism]") {
  const auto hope = [](const Scenario& s, double year) {
    const World<double> w = world_at(s, year);
    const Parameters<double> numbers(s.values, s.series);
    return tumen::debt::hope(View<double>(s.model, numbers, w),
                             mechanisms::debt(s, "dprk_to_russia"));
  };
  const Scenario s = scenes::load(the_record);
  const Scenario off = scenes::load(the_record, {"rules.precedent=1"});
  // Vietnam in 2000; Mongolia, Iraq, Syria to 2005; then Afghanistan, Iraq and half of Libya.
  CHECK(hope(s, 1999) == Approx(hope(off, 1999)));
  CHECK(hope(s, 2001) == Approx(0.9 * hope(off, 2001)));
  CHECK(hope(s, 2005.5) == Approx(std::pow(0.9, 4) * hope(off, 2005.5)));
  CHECK(hope(s, 2008.5) == Approx(std::pow(0.9, 6.5) * hope(off, 2008.5)));
  // The claim is given up more easily.
  const Look with(s, "debt_write_off", 2005.5);
  const Look without(off, "debt_write_off", 2005.5);
  CHECK(with.part("RUS", "hope") > without.part("RUS", "hope") + 5.0);
  CHECK(with.total("RUS") > without.total("RUS"));
}

TEST_CASE("write-offs elsewhere bring the settlement of the DPRK's debt forward (D15)",
          "[D15][mechanism]") {
  const std::string count = "kind: precedent, size: {value: 1, unit: count, source: VZ2008}}";
  const std::string two = "events=[{date: 2000.7, " + count + ", {date: 2003.95, " + count + "]";
  const Scenario alone = scenes::load("debt-only");
  const Scenario after_others = scenes::load("debt-only", {two});
  const auto d = difference("D15 debt settled by 2010 without and with two precedents", alone,
                            after_others, "debts.dprk_to_russia.settled@2000-2010", 300);
  CHECK(d.low > 0.0);
  const Scenario deaf = scenes::load("debt-only", {two, "rules.precedent=1"});
  CHECK(mean(deaf, "debts.dprk_to_russia.settled@2000-2010", 300) ==
        mean(alone, "debts.dprk_to_russia.settled@2000-2010", 300));
}
