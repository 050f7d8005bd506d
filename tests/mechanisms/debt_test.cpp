// Debt: each mechanism by its effect, and the effect gone when it is switched off.
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

/// World of an undriven run at a date.
World<double> world_at(const Scenario& s, double year) {
  return play(s, tick_of(s, year) + 1).back();
}

}  // namespace

TEST_CASE("a write-off cuts the claim and every instalment of the rest stands in the ledger (D1)",
          "[D1][mechanism]") {
  const Scenario s = sealable(story_2011, {"debt_write_off"});
  const Id claim = mechanisms::debt(s, "dprk_to_russia");
  const Id deal = package(s, "debt_write_off");
  const Ledger short_tenor =
      seal(s, {{"debt_write_off", 2008, {{"haircut", 0.8}, {"tenor", 10}}}}, 80);
  const Id entry = entry_of(short_tenor, deal);
  REQUIRE(entry > 0);
  // A fifth of 10,940 M USD in ten years: 218.8 M USD a year, 54.7 a quarter.
  const auto& settled = at(at(short_tenor.after, entry).debts, claim);
  CHECK(settled.face == 0.0);
  CHECK(settled.relieved == Approx(8752));
  CHECK(settled.residual == Approx(2188));
  CHECK(settled.instalment == Approx(218.8));
  CHECK(at(at(short_tenor.after, entry + 1).debts, claim).paid == Approx(54.7));
  const Id prk = country(s, "PRK");
  const Id rus = country(s, "RUS");
  CHECK(short_tenor.sent(prk, rus, Commodity::money) == Approx(2188));
  CHECK(at(short_tenor.end().debts, claim).residual == Approx(0).margin(1e-6));
  // The terms of 2012: nine tenths forgiven, twenty years, 54.7 M USD a year.
  const Ledger of_2012 = seal(s, {{"debt_write_off", 2008, {{"haircut", 0.9}, {"tenor", 20}}}}, 20);
  CHECK(at(of_2012.end().debts, claim).instalment == Approx(54.7));
  // Switched off: without the clause the deal leaves the claim as it is and nothing is paid.
  const Scenario off = sealable(story_2011, {"debt_write_off"},
                                {"packages.debt_write_off.clauses.relief.enabled=false"});
  const Ledger nothing = seal(off, {{"debt_write_off", 2008}}, 20);
  REQUIRE(entry_of(nothing, deal) > 0);
  CHECK(at(nothing.end().debts, claim).face == 10940.0);
  CHECK(nothing.sent(prk, rus, Commodity::money) == 0.0);
}

TEST_CASE("instalments spent on the gas line speed its building (D2)", "[D2][mechanism]") {
  const std::vector<std::string_view> deals = {"debt_for_pipeline", "gas_line"};
  const Scenario s = sealable(story_2011, deals);
  const Id line = corridor(s, "trans_korean_gas");
  const auto built = [&](const Scenario& scenario, double recycled) {
    const Ledger ledger = seal(
        scenario,
        {{"debt_for_pipeline", 2008, {{"haircut", 0.9}, {"tenor", 20}, {"recycled", recycled}}},
         {"gas_line", 2008}},
        32);
    REQUIRE(entry_of(ledger, package(scenario, "debt_for_pipeline")) > 0);
    REQUIRE(entry_of(ledger, package(scenario, "gas_line")) > 0);
    return at(ledger.end().corridors, line);
  };
  const auto at_home = built(s, 1);
  const auto abroad = built(s, 0);
  CHECK(at_home.recycled == Approx(54.7));
  CHECK(abroad.recycled == 0.0);
  CHECK(at_home.progress > abroad.progress + 0.02);
  // Switched off: instalments on which nobody lends move nothing.
  const Scenario off = sealable(story_2011, deals, {"rules.gearing=0"});
  CHECK(built(off, 1).progress < at_home.progress - 0.02);
  std::printf("D2 progress by 2016: %.3f with, %.3f without, %.3f without gearing\n",
              at_home.progress, abroad.progress, built(off, 1).progress);
}

TEST_CASE("a triangular cancellation writes two claims down in one deal of three (D3)",
          "[D3][mechanism]") {
  const Scenario s = sealable("hindcast-1990-2024", {"triangular_cancellation"});
  const std::vector<Sealing> netting = {
      {"triangular_cancellation", 2000, {{"haircut", 0.9}, {"cancelled", 0.3}}}};
  const Ledger ledger = seal(s, netting, 56);
  const Id entry = entry_of(ledger, package(s, "triangular_cancellation"));
  REQUIRE(entry > 0);
  const auto& before = at(ledger.after, entry - 1);
  const auto& after = at(ledger.after, entry);
  const Id north = mechanisms::debt(s, "dprk_to_russia");
  const Id south = mechanisms::debt(s, "russia_to_rok");
  CHECK(at(after.debts, north).relieved == Approx(0.9 * 10940));
  CHECK(at(after.debts, north).residual == Approx(0.1 * 10940));
  // Interest has run on the loan of 1991; a year of it is 3.57 %.
  const double owed = at(before.debts, south).face * std::pow(1.0357, 0.25);
  CHECK(at(after.debts, south).relieved == Approx(0.3 * owed));
  CHECK(at(after.debts, south).residual == Approx(0.7 * owed));
  CHECK(at(after.debts, south).face == 0.0);
  const Id rus = country(s, "RUS");
  CHECK(ledger.sent(rus, country(s, "KOR"), Commodity::money) > 0.0);
  CHECK(ledger.sent(country(s, "PRK"), rus, Commodity::money) > 0.0);
  // Each of the three gains from it where the third pays for inter-Korean relations.
  const Scenario record = scenes::load("hindcast-1990-2024");
  const Look look(record, "triangular_cancellation", 2004.5);
  CHECK(look.part("RUS", "access") > 0.0);
  CHECK(look.part("KOR", "ties") > 0.0);
  CHECK(look.part("PRK", "hope") > 0.0);
  // Switched off: both claims stand.
  const Scenario off = sealable("hindcast-1990-2024", {"triangular_cancellation"},
                                {"packages.triangular_cancellation.clauses.netting.enabled=false"});
  const Ledger nothing = seal(off, {{"triangular_cancellation", 2000}}, 56);
  REQUIRE(entry_of(nothing, package(off, "triangular_cancellation")) > 0);
  CHECK(at(nothing.end().debts, north).settled == 0.0);
  CHECK(at(nothing.end().debts, south).settled == 0.0);
}

TEST_CASE("arrears bar a creditor's works and a settlement lifts the bar (D4)", "[D4][mechanism]") {
  const Scenario s = sealable(story_2011, {"debt_write_off"});
  const Id row = at(at(s.model.packages, package(s, "gas_line")).row, country(s, "RUS"));
  const Ledger ledger = seal(s, {{"debt_write_off", 2010}}, 24);
  const Id entry = entry_of(ledger, package(s, "debt_write_off"));
  REQUIRE(entry > 8);
  const auto barred = [&](const Ledger& l, Id tick) {
    return at(at(l.after, tick).parties, row).gain[index_of(Issue::debt)];
  };
  // A tenth of the yearly capital cost, 386 M USD/y at full size, before discounting.
  CHECK(barred(ledger, entry - 1) < -20.0);
  CHECK(barred(ledger, entry + 2) == 0.0);
  const Scenario lenient = sealable(story_2011, {"debt_write_off"}, {"rules.arrears_penalty=0"});
  CHECK(barred(seal(lenient, {{"debt_write_off", 2010}}, 8), 7) == 0.0);
}

TEST_CASE("a claim nobody can pay is a chip: worth hope, and business once it is settled (D4)",
          "[D4][mechanism]") {
  const Scenario s = scenes::load(story_2011);
  const Look asis(s, "debt_write_off", 2011.5);
  CHECK(asis.part("RUS", "hope") < 0.0);
  CHECK(asis.part("RUS", "chip") > 0.0);
  CHECK(asis.part("PRK", "access") > 0.0);
  // A creditor that hopes for more asks for more.
  const Scenario hopeful = scenes::load(story_2011, {"debts.dprk_to_russia.hope=0.3"});
  CHECK(Look(hopeful, "debt_write_off", 2011.5).part("RUS", "hope") < 2 * asis.part("RUS", "hope"));
  // With neither business nor credit behind it nothing is left but money.
  const Scenario bare = scenes::load(
      story_2011, {"debts.dprk_to_russia.project_rent=0", "debts.dprk_to_russia.access=0"});
  const Look money(bare, "debt_write_off", 2011.5);
  CHECK(money.part("RUS", "chip") == 0.0);
  CHECK(money.part("PRK", "access") == 0.0);
  CHECK(money.joint_surplus() < asis.joint_surplus() - 50.0);
}

TEST_CASE("debt is served in goods where they cost the debtor less than they bring (D5)",
          "[D5][mechanism]") {
  const Scenario s = scenes::load(round_the_dollar);
  CHECK(Look(s, "debt_service_in_kind", 2011.5).term("in_kind") == 1.0);
  // Goods that are worth less to the creditor than they cost the debtor are no way to pay.
  const Scenario dear = scenes::load(round_the_dollar, {"rules.goods_value=0.2"});
  CHECK(Look(dear, "debt_service_in_kind", 2011.5).term("in_kind") == 0.0);
  const auto sent = [](const Scenario& scenario, double in_kind, Commodity what) {
    const Ledger ledger = seal(
        scenario, {{"debt_service_in_kind", 2008, {{"haircut", 0.9}, {"in_kind", in_kind}}}}, 40);
    REQUIRE(entry_of(ledger, package(scenario, "debt_service_in_kind")) > 0);
    return ledger.sent(country(scenario, "PRK"), country(scenario, "RUS"), what);
  };
  const Scenario sealed = sealable(round_the_dollar, {});
  const double in_money = sent(sealed, 0, Commodity::money);
  CHECK(in_money > 0.0);
  CHECK(sent(sealed, 0, Commodity::barter) == 0.0);
  CHECK(sent(sealed, 0.5, Commodity::barter) == Approx(in_money / 2));
  CHECK(sent(sealed, 1, Commodity::barter) == Approx(in_money));
  CHECK(sent(sealed, 1, Commodity::money) == 0.0);
}

TEST_CASE("each write-off elsewhere lowers the hope of recovery by a tenth (D15)",
          "[D15][mechanism]") {
  const auto hope = [](const Scenario& s, double year) {
    const World<double> w = world_at(s, year);
    return at(w.debts, mechanisms::debt(s, "dprk_to_russia")).hope;
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
