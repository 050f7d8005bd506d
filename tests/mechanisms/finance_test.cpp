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
const std::string round_the_dollar = "barter-2008";
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

TEST_CASE("firms stay away from what states have signed until their conditions ease (D12)",
          "[D12][mechanism]") {
  const auto flow = [](const Overrides& overrides, bool access) {
    const Scenario s = sealable(round_the_dollar, {}, overrides);
    std::vector<Sealing> deals = {{"khasan_rajin", 2008, {{"rent", 6}}}};
    if (access) {
      deals.push_back({"rajin_access", 2008});
    }
    const Ledger ledger = seal(s, deals, 32);
    REQUIRE(entry_of(ledger, package(s, "khasan_rajin")) > 0);
    REQUIRE((!access || entry_of(ledger, package(s, "rajin_access")) > 0));
    const auto& link = at(ledger.end().corridors, corridor(s, "khasan_rajin"));
    REQUIRE(link.stage == code<double>(CorridorStage::operating));
    return link.flow;
  };
  const double signed_only = flow({}, false);
  const double eased = flow({}, true);
  const Overrides no_risk = {"corridors.khasan_rajin.firms.rzd.risk=0",
                             "corridors.khasan_rajin.firms.posco.risk=0"};
  std::printf("D12 flow at Rajin: %.3f as signed, %.3f with access, %.3f without risk\n",
              signed_only, eased, flow(no_risk, false));
  CHECK(eased > signed_only + 0.05);
  CHECK(flow(no_risk, false) > eased);
  CHECK(flow(no_risk, true) == Approx(flow(no_risk, false)));
}

TEST_CASE("a guarantee makes it likelier that what was signed is kept (D12)", "[D12][mechanism]") {
  const auto breach = [](double guarantee) {
    const Scenario s =
        sealable(round_the_dollar, {"gas_line"},
                 {"packages.gas_line.guarantor=CHN",
                  "packages.gas_line.guarantee={value: " + std::to_string(guarantee) +
                      ", unit: share, assumption: \"a lever\", range: [0, 1]}"});
    const Ledger ledger = seal(s, {{"gas_line", 2008}}, 16);
    REQUIRE(entry_of(ledger, package(s, "gas_line")) > 0);
    return at(ledger.end().packages, package(s, "gas_line")).breach_rate;
  };
  CHECK(breach(0) > 0.0);
  CHECK(breach(0.8) < 0.5 * breach(0));
}

TEST_CASE("a fund brings others to the table and takes of Russia's rent (D16)",
          "[D16][mechanism]") {
  const Scenario s = scenes::load("permissive-world");
  const Look own(s, "gas_line", 2009.5);
  const Look common(s, "fund", 2009.5);
  std::printf("D16 Russia gains %.0f by its own line, %.0f by the fund's; Japan %.0f\n",
              own.total("RUS"), common.total("RUS"), common.total("JPN"));
  CHECK(common.joint_surplus() > own.joint_surplus());
  CHECK(common.total("RUS") < 0.75 * own.total("RUS"));
  CHECK(common.total("JPN") > 0.0);
  // Switched off: contributors that ask for nothing back leave Russia its rent.
  const Scenario grant =
      scenes::load("permissive-world", {"packages.fund.clauses.return.enabled=false"});
  CHECK(Look(grant, "fund", 2009.5).total("RUS") > common.total("RUS"));
}

TEST_CASE("Russia signs a fund that leaves it a share and not one that leaves it none (D16)",
          "[D16][mechanism]") {
  const Scenario s = sealable("permissive-world", {"fund"}, {"packages.fund.touches=[]"});
  const Id deal = package(s, "fund");
  const Package& p = at(s.model.packages, deal);
  const auto signs = [&](double price) {
    const auto driver = [&](const World<double>&, Moves<double>& moves) {
      for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
        const Id who = at(s.model.parties, row).country;
        at(moves.driven, who) = who == country(s, "RUS") ? 0 : 1;
        at(moves.opens, row) = at(moves.answers, row) = 1;
      }
      for (Id k = p.terms.first; k < p.terms.end(); ++k) {
        const std::string& name = at(s.names.terms, k);
        at(moves.offered, k) = 1;
        at(moves.offers, k) = name == "fund.price" ? price : name == "fund.return" ? 150 : 50;
      }
    };
    const auto worlds = play(s, 24, driver);
    return at(worlds.back().packages, deal).stage >= code<double>(PackageStage::signed_);
  };
  CHECK(signs(2600));
  CHECK_FALSE(signs(1500));
}
