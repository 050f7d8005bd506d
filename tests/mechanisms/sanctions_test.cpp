// Sanctions: each mechanism by its effect, and the effect gone when it is switched off.
#include "tests/mechanisms/signing.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string record = "hindcast-1990-2024";

double sanctioned(const Scenario& s, const World<double>& w, Channel channel) {
  return at(w.countries, country(s, "PRK")).sanctioned[index_of(channel)];
}

// The gas line over land without its rivals, ready to be signed.
Overrides lone_gas_line() {
  Overrides o = at_once("gas_line");
  for (const char* rival : {"gas_line_in_kind", "gas_bypass", "gas_east", "fund",
                            "debt_and_gas_line", "debt_for_pipeline"}) {
    o.push_back("packages." + std::string(rival) + ".enabled=false");
  }
  return o;
}

// The line as its three signatories agree on it in spring 2018, two ticks later.
PackageStage gas_line_of_2018(const Overrides& overrides) {
  const Scenario s = scenes::load(record, lone_gas_line() + overrides);
  const Id from = tick_of(s, 2018.25);
  const World<double> w = play(s, from + 3, signing(s, "gas_line", from)).back();
  return static_cast<PackageStage>(static_cast<int>(at(w.packages, package(s, "gas_line")).stage));
}

}  // namespace

TEST_CASE(
    "measures of the Council close the channels they name after the first test, and with "
    "them trade (S1)",
    "[S1][mechanism]") {
  const Scenario s = scenes::load(record);
  const Scenario off = scenes::load(record, {"regimes.un_dprk.enabled=false"});
  const Scenario no_labour = scenes::load(record, {"regimes.un_dprk.intensity.labour=0"});
  const Id before = tick_of(s, 2006.5);
  const Id after = tick_of(s, 2018.5);
  const auto with = play(s, after + 1);
  const auto without = play(off, after + 1);
  const auto scoped = play(no_labour, after + 1);
  CHECK(sanctioned(s, at(with, before), Channel::minerals) ==
        sanctioned(s, at(without, before), Channel::minerals));
  CHECK(trade(between(s, at(with, before), "CHN", "PRK")) ==
        Approx(trade(between(s, at(without, before), "CHN", "PRK"))).epsilon(0.02));
  // Level .95, all of minerals, enforced by .8: .76 closed by the Council alone.
  CHECK(sanctioned(s, at(with, after), Channel::minerals) > 0.76);
  CHECK(sanctioned(s, at(without, after), Channel::minerals) < 0.4);
  CHECK(trade(between(s, at(with, after), "CHN", "PRK")) <
        0.7 * trade(between(s, at(without, after), "CHN", "PRK")));
  // The scope is data: what the resolutions do not name stays open.
  CHECK(sanctioned(s, at(scoped, after), Channel::labour) ==
        Approx(sanctioned(s, at(without, after), Channel::labour)));
  CHECK(sanctioned(s, at(scoped, after), Channel::minerals) ==
        sanctioned(s, at(with, after), Channel::minerals));
}

TEST_CASE("the Council answers a test and nothing else (S1)", "[S1][mechanism]") {
  const Scenario s = scenes::load("baseline-2026");
  const Id un = regime(s, "un_dprk");
  const auto worlds = play(s, 7, doing(s, "prk_test", 3) & doing(s, "council_answers", 0, 6));
  CHECK(at(at(worlds, 2).regimes, un).added == 0.0);
  CHECK(at(at(worlds, 3).regimes, un).added == Approx(0.08));
  CHECK(at(at(worlds, 6).regimes, un).added == Approx(0.08));
  const Scenario off = scenes::load("baseline-2026", {"acts.council_answers.enabled=false"});
  const auto unanswered =
      play(off, 7, doing(off, "prk_test", 3) & doing(off, "us_lists_firms", 99));
  CHECK(at(at(unanswered, 6).regimes, un).added == 0.0);
}

TEST_CASE("a permanent member that would lose by it blocks a line that the Council bans (S1)",
          "[S1][mechanism]") {
  CHECK(gas_line_of_2018({}) == PackageStage::blocked);
  CHECK(gas_line_of_2018({"regimes.un_dprk.senders=[CHN]"}) == PackageStage::in_force);
  CHECK(gas_line_of_2018({"regimes.un_dprk.enabled=false"}) == PackageStage::in_force);
}

TEST_CASE("fear of secondary sanctions empties an exempt railway (S2)", "[S2][mechanism]") {
  const Overrides stands = {"corridors.khasan_rajin.stage=operating",
                            "acts.prk_suspends_rajin.enabled=false",
                            "acts.russia_suspends_rajin.enabled=false"};
  const Scenario s = scenes::load("debt-for-pipeline-2011", stands);
  const Scenario off = scenes::load("debt-for-pipeline-2011",
                                    stands + Overrides{"regimes.us_secondary.enabled=false"});
  const auto flow = [](const Scenario& of) {
    const auto worlds = play(of, tick_of(of, 2022));
    double sum = 0;
    for (Id tick = tick_of(of, 2018); tick < tick_of(of, 2022); ++tick) {
      const auto& c = at(at(worlds, tick).corridors, corridor(of, "khasan_rajin"));
      CHECK(c.exempt == 1.0);
      sum += c.flow / 16;
    }
    return sum;
  };
  const double feared = flow(s);
  const double unafraid = flow(off);
  INFO("mean flow 2018-21: " << feared << " with, " << unafraid << " without the threat");
  CHECK(feared < 0.5 * unafraid);
  CHECK(unafraid > 0.6);
  CHECK(Look(s, "khasan_rajin", 2018.5).part("RUS", "enforcement") < -5);
  // What is left is the West's threat to those who deal with Russia itself.
  CHECK(Look(off, "khasan_rajin", 2018.5).part("RUS", "enforcement") > -1);
}

TEST_CASE(
    "pressure of the United States turns the ROK's gain from a trilateral line into a loss (S3)",
    "[S3][mechanism]") {
  const Scenario s = scenes::load(record);
  const Scenario off = scenes::load(record, {"pairs.USA-KOR.leverage_ab=0"});
  const Look pressed(s, "gas_line", 2018.5);
  CHECK(pressed.pressure("KOR") > 100);
  CHECK(pressed.total("KOR") < 0);
  CHECK(pressed.total("USA") < -30);
  // The explanation names who stands in the way of what.
  const Explanation& e = pressed.explanation();
  const auto usa = std::find_if(e.parties.begin(), e.parties.end(),
                                [](const ExplainedParty& p) { return !p.signs && p.leans > 0.5; });
  REQUIRE(usa != e.parties.end());
  CHECK(usa->country == country(s, "USA"));
  CHECK(e.verdict.find("ROK would lose") != std::string::npos);
  const Look free(off, "gas_line", 2018.5);
  CHECK(free.pressure("KOR") < 5);
  CHECK(free.total("KOR") > 0);
}

TEST_CASE("Western measures turn Russia east and raise its weight on Asian links (S4)",
          "[S4][mechanism]") {
  // One government all along, so that nothing but the measures moves it.
  const Overrides one = {"countries.RUS.governments.calendar=[[1985.2, putin_far_east]]",
                         "countries.RUS.preferences.turn_east=1.7",
                         "corridors.khasan_rajin.stage=operating"};
  const Scenario s = scenes::load("undeclared-1990-2024", one);
  const Scenario insensitive = scenes::load(
      "undeclared-1990-2024", one + Overrides{"countries.RUS.preferences.turn_east=0"});
  const Scenario unsanctioned =
      scenes::load("undeclared-1990-2024", one + Overrides{"regimes.west_russia.enabled=false"});
  const auto priority = [](const Scenario& of, double year) {
    const auto worlds = play(of, tick_of(of, year) + 1);
    return at(worlds.back().countries, country(of, "RUS")).priority;
  };
  CHECK(priority(s, 2013.5) == Approx(0.5));
  // .5 + 1.7 x .4 x .6 x .6
  CHECK(priority(s, 2015.5) == Approx(0.5 + 1.7 * 0.144));
  CHECK(priority(insensitive, 2015.5) == Approx(0.5));
  CHECK(priority(unsanctioned, 2015.5) == Approx(0.5));
  // An option on the line through Korea counts by .3 + priority.
  const double turned = Look(s, "khasan_rajin", 2015.5).part("RUS", "option");
  const double still = Look(insensitive, "khasan_rajin", 2015.5).part("RUS", "option");
  CHECK(still > 0);
  CHECK(turned > 1.2 * still);
}

TEST_CASE("relief comes by shares and an exemption frees one project, not the regime (S5)",
          "[S5][mechanism]") {
  const auto relief = [](const std::string& share) {
    const Scenario s =
        scenes::load("baseline-2026", {"packages.un_relief.terms.easing.grid=[" + share + "]"});
    return Look(s, "un_relief", 2027.5).part("PRK", "sanction_relief");
  };
  CHECK(relief("0.25") > 0);
  CHECK(relief("1") == Approx(4 * relief("0.25")).epsilon(0.01));
  // An exemption lifts the ban from the line of S1 and leaves the level where it was.
  const Overrides asks = at_once("gas_waiver") +
                         Overrides{"countries.USA.governments.calendar=[[1989, bush_bargain]]"};
  const auto after = [&asks](const Overrides& more) {
    const Scenario s = scenes::load(record, lone_gas_line() + asks + more);
    const Id from = tick_of(s, 2018.25);
    const Driver driver = signing(s, "gas_waiver", from) & signing(s, "gas_line", from + 3);
    const World<double> w = play(s, from + 6, driver).back();
    CHECK(at(w.regimes, regime(s, "un_dprk")).level == Approx(0.95));
    return is_at(s, w, "gas_line", PackageStage::in_force);
  };
  CHECK(after({}));
  CHECK_FALSE(after({"packages.gas_waiver.clauses.exemption.enabled=false"}));
}

TEST_CASE("a lull of tests lets a sender ease its own measures step by step (S5)",
          "[S5][mechanism]") {
  const Scenario s = scenes::load("undeclared-1990-2024");
  const Id us = regime(s, "us_dprk");
  const auto level = [us](const World<double>& w) { return at(w.regimes, us).level; };
  const auto quiet = play(s, 5, doing(s, "us_eases_embargo", 1, 2) & doing(s, "prk_test", 99));
  // Acts move what the next tick's level is made of.
  CHECK(level(at(quiet, 1)) == Approx(0.8));
  CHECK(level(at(quiet, 2)) == Approx(0.65));
  CHECK(level(at(quiet, 4)) == Approx(0.5));
  const auto tested = play(s, 5, doing(s, "us_eases_embargo", 1, 2) & doing(s, "prk_test", 0));
  CHECK(level(at(tested, 4)) == Approx(0.8));
  const Scenario off =
      scenes::load("undeclared-1990-2024", {"acts.us_eases_embargo.enabled=false"});
  CHECK(level(play(off, 5, doing(off, "us_presses_rok", 99)).back()) == Approx(0.8));
}

TEST_CASE("lists of the United States close finance and little else, and credit with it (S6)",
          "[S6][mechanism]") {
  const Scenario s = scenes::load(record);
  const Scenario off = scenes::load(record, {"regimes.us_dprk.enabled=false"});
  const auto worlds = play(s, tick_of(s, 2009));
  const auto at_year = [&](double year) -> const World<double>& {
    return at(worlds, tick_of(s, year));
  };
  // The bank in Macao, September 2005: .65 for .5; out of the Trading with the Enemy Act in June
  // 2008: .3. Intensity .35 on finance and .05 on minerals, enforced by .9.
  const double step = 0.35 * 0.9;
  CHECK(sanctioned(s, at_year(2005.5), Channel::finance) == Approx(0.5 * step));
  CHECK(sanctioned(s, at_year(2006.0), Channel::finance) == Approx(0.65 * step));
  CHECK(sanctioned(s, at_year(2006.0), Channel::minerals) == Approx(0.65 * 0.05 * 0.9));
  CHECK(sanctioned(s, at_year(2008.75), Channel::finance) <
        sanctioned(s, at_year(2007.0), Channel::finance));
  // Unilateral: nothing needs an exemption because of it.
  CHECK(at(at_year(2006.0).countries, country(s, "PRK")).banned[index_of(Channel::finance)] == 0.0);
  const double listed = Look(s, "debt_write_off", 2006).part("PRK", "access");
  const double unlisted = Look(off, "debt_write_off", 2006).part("PRK", "access");
  CHECK(unlisted > 0);
  CHECK(listed == Approx((1 - 0.65 * step) * unlisted));
}

TEST_CASE("in a phased bargain among six neither side goes on while it is ahead (S7)",
          "[S7][mechanism]") {
  // No tolerance and a stumble in every second quarter: waiting can be seen.
  const Overrides strict =
      at_once("six_party_fuel") +
      Overrides{"packages.six_party_fuel.tolerance=0", "packages.six_party_fuel.stumbles=3",
                "countries.USA.governments.calendar=[[1989, bush_bargain]]"};
  const Scenario s = scenes::load(record, strict);
  const Id deal = package(s, "six_party_fuel");
  const Package& p = at(s.model.packages, deal);
  CHECK(p.signatories == 5);
  CHECK(p.parties.count == 6);  // Japan sits there and gives nothing
  int waits = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto worlds = play(s, 8, signing(s, "six_party_fuel"), seed);
    for (Id tick = 2; tick < 8; ++tick) {
      const auto& was = at(at(worlds, tick - 1).packages, deal);
      const auto& now = at(at(worlds, tick).packages, deal);
      waits += was.delivered != was.performed ? 1 : 0;
      CHECK((was.delivered <= was.performed || now.delivered == was.delivered));
      CHECK((was.performed <= was.delivered || now.performed == was.performed));
    }
    const auto& last = worlds.back();
    CHECK(at(last.countries, country(s, "PRK")).frozen ==
          Approx(at(last.packages, deal).performed * at(last.terms, p.terms.first + 4)));
  }
  CHECK(waits > 0);
  // Switched off: all is frozen in the first tick, whatever has been delivered.
  const Scenario off =
      scenes::load(record, strict + Overrides{"packages.six_party_fuel.is_staged=false"});
  const World<double> at_start = play(off, 2, signing(off, "six_party_fuel")).back();
  CHECK(at(at_start.countries, country(off, "PRK")).frozen ==
        at(at_start.terms, p.terms.first + 4));
}

TEST_CASE("Japan's money is gated by its government, and the others pay for its absence (S8)",
          "[S8][mechanism]") {
  const Overrides ready = at_once("fund") + Overrides{"packages.gas_line.enabled=false",
                                                      "regimes.un_dprk.enabled=false"};
  const auto signs_in_2007 = [&ready](const Overrides& more) {
    const Scenario s = scenes::load(record, ready + more);
    const Id from = tick_of(s, 2007.25);
    const World<double> w = play(s, from + 2, signing(s, "fund", from)).back();
    return is_at(s, w, "fund", PackageStage::in_force);
  };
  // The government of 2006 puts the abducted first and gives no aid.
  CHECK_FALSE(signs_in_2007({}));
  CHECK(signs_in_2007({"countries.JPN.governments.calendar=[[1989.61, koizumi]]"}));
  // Its quarter of the costs falls on the builder where it stays away.
  const Overrides alone = {"packages.fund.clauses.works_contributor.enabled=false",
                           "packages.fund.clauses.works_builder.share=0.65"};
  const Scenario s = scenes::load(record);
  const Scenario off = scenes::load(record, alone);
  const Look with(s, "fund", 2007.25);
  const Look without(off, "fund", 2007.25);
  CHECK(with.part("JPN", "capex") < 0);
  CHECK(without.part("JPN", "capex") == 0.0);
  // .65 for .4 of the same works.
  CHECK(without.part("RUS", "capex") == Approx(with.part("RUS", "capex") * 0.65 / 0.4));
}
