// Politics and relations: each mechanism by its effect, and the effect gone when it is switched
// off.
#include "tests/mechanisms/signing.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string record = "hindcast-1990-2024";
const std::string undeclared = "undeclared-1990-2024";

bool is_ruled_out(const Look& look, const Scenario& s, std::string_view id) {
  for (const ExplainedParty& p : look.explanation().parties) {
    if (p.country == country(s, id)) {
      return p.ruled_out;
    }
  }
  return false;
}

// What reaches the DPRK in each quarter of a play [M USD].
std::vector<double> received(const Scenario& s, const std::vector<World<double>>& worlds) {
  std::vector<double> each;
  double before = 0;
  for (const World<double>& w : worlds) {
    const double cash = at(w.countries, country(s, "PRK")).cash;
    each.push_back(cash - before);
    before = cash;
  }
  return each;
}

}  // namespace

TEST_CASE("a change of government in Seoul stops aid that the one before gave gladly (S9)",
          "[S9][mechanism]") {
  const Scenario s = scenes::load(record);
  const Look sunshine(s, "rok_food_aid", 2005);
  const Look lee(s, "rok_food_aid", 2009);
  CHECK(sunshine.total("KOR") > 50);
  CHECK_FALSE(is_ruled_out(sunshine, s, "KOR"));
  CHECK(lee.total("KOR") < 0);
  CHECK(is_ruled_out(lee, s, "KOR"));
  const Scenario off = scenes::load(
      record,
      {"countries.KOR.governments.calendar=[[1988.15, roh_tae_woo], [2003.15, roh_moo_hyun]]"});
  const Look same(off, "rok_food_aid", 2009);
  CHECK(same.total("KOR") > 50);
  CHECK_FALSE(is_ruled_out(same, off, "KOR"));
}

TEST_CASE(
    "governments after the calendar come by chance, and leaders who do not know each other "
    "move relations (S9)",
    "[S9][mechanism]") {
  // The calendar of Russia ends in spring 2030 with the government of 2022 in office.
  const auto doctrine_of_2034 = [](const std::string& turnover) {
    const Scenario s = scenes::load(
        "baseline-2026",
        {"countries.RUS.governments.turnover=" + turnover, "countries.RUS.governments.term=40"});
    const auto worlds = play(s, tick_of(s, 2034));
    return at(s.names.doctrines, country(s, "RUS"))[static_cast<std::size_t>(
        at(worlds.back().countries, country(s, "RUS")).doctrine)];
  };
  CHECK(doctrine_of_2034("0") == "war_and_pact");
  CHECK(doctrine_of_2034("20") != "war_and_pact");
  // Moscow's new line of 1991 meets Seoul, which has not changed.
  const auto affinity_of_1991 = [](const std::string& spread) {
    const Scenario s = scenes::load(record, {"rules.leader_affinity=" + spread});
    const auto worlds = play(s, tick_of(s, 1991.64) + 1);
    const auto at_end = [&](std::size_t back) {
      return between(s, worlds[worlds.size() - back], "RUS", "KOR").affinity;
    };
    return std::pair(at_end(2), at_end(1));
  };
  const auto [before, after] = affinity_of_1991("0.1");
  const auto [before_off, after_off] = affinity_of_1991("0");
  CHECK(before == before_off);
  CHECK(std::abs(after - after_off) > 0.01);
}

TEST_CASE("a test raises tension with adversaries, spares friends and calls for the next (S10)",
          "[S10][mechanism]") {
  const Scenario s = scenes::load("baseline-2026");
  const auto tested = play(s, 3, doing(s, "prk_test", 2)).back();
  const auto quiet = play(s, 3, doing(s, "prk_test", 99)).back();
  const auto fall = [&](std::string_view other) {
    return between(s, quiet, other, "PRK").affinity - between(s, tested, other, "PRK").affinity;
  };
  CHECK(fall("KOR") == Approx(0.15));
  CHECK(fall("USA") == Approx(0.15));
  CHECK(fall("CHN") == 0.0);
  CHECK(trust(between(s, tested, "KOR", "PRK")) < trust(between(s, quiet, "KOR", "PRK")));
  CHECK(at(tested.countries, country(s, "PRK")).excitation == Approx(0.4));
  CHECK(at(quiet.countries, country(s, "PRK")).excitation == 0.0);
  const Scenario calm = scenes::load("baseline-2026", {"rules.affinity_shock=0"});
  CHECK(between(calm, play(calm, 3, doing(calm, "prk_test", 2)).back(), "KOR", "PRK").affinity ==
        Approx(between(s, quiet, "KOR", "PRK").affinity));
}

TEST_CASE(
    "arms for money and exercises are a deal that pays both, until the Council bars arms (S10)",
    "[S10][mechanism]") {
  const Overrides signed_at_once = at_once("arms_rus_prk");
  const Scenario s = scenes::load(undeclared, signed_at_once);
  const Look look(s, "arms_rus_prk", 2006.5);
  CHECK(look.total("RUS") > 0);
  CHECK(look.total("PRK") > 0);
  CHECK(look.part("PRK", "ties") > 0);
  const Scenario off = scenes::load(
      undeclared,
      signed_at_once + Overrides{"packages.arms_rus_prk.clauses.exercises.enabled=false"});
  CHECK(Look(off, "arms_rus_prk", 2006.5).part("PRK", "ties") == 0.0);
  // In force, Russia is paid and the two come closer.
  const auto after = [](const Scenario& of) {
    return play(of, 4, signing(of, "arms_rus_prk")).back();
  };
  const World<double> with = after(s);
  CHECK(at(with.countries, country(s, "RUS")).cash > 0);
  CHECK(between(s, with, "RUS", "PRK").affinity > between(off, after(off), "RUS", "PRK").affinity);
  const Scenario barred = scenes::load(undeclared, {"regimes.un_dprk.level=0.95"});
  CHECK(Look(barred, "arms_rus_prk", 2006.5).part("USA", "pressure_lost") <
        look.part("USA", "pressure_lost") - 1);
}

TEST_CASE("maize from a hostile Seoul is refused for pride, though it is food (S11)",
          "[S11][mechanism]") {
  const Overrides offer = at_once("rok_maize") + Overrides{"acts.prk_refuses_maize.enabled=false"};
  const Scenario proud = scenes::load(undeclared, offer);
  const Scenario humble =
      scenes::load(undeclared, offer + Overrides{"countries.PRK.preferences.pride=0"});
  const Look look(proud, "rok_maize", 2008.5);
  CHECK(look.part("PRK", "aid") > 0);
  CHECK(look.part("PRK", "pride") < -look.part("PRK", "aid"));
  CHECK(look.total("PRK") < 0);
  CHECK(Look(humble, "rok_maize", 2008.5).total("PRK") > 0);
  // Seoul offers and would sign; what Pyongyang decides is its own.
  const auto accepted = [](const Scenario& s) {
    const Package& p = at(s.model.packages, package(s, "rok_maize"));
    const Id kor = at(p.row, country(s, "KOR"));
    const Id from = tick_of(s, 2008.25);
    const auto worlds = play(s, tick_of(s, 2012.75), [&](const World<double>& w, Moves<double>& m) {
      if (w.tick >= from) {
        at(m.driven, country(s, "KOR")) = at(m.opens, kor) = at(m.answers, kor) = 1;
      }
    });
    return std::any_of(worlds.begin() + from, worlds.end(), [&](const World<double>& w) {
      return is_at(s, w, "rok_maize", PackageStage::in_force);
    });
  };
  CHECK_FALSE(accepted(proud));
  CHECK(accepted(humble));
}

TEST_CASE(
    "workers abroad earn by their number, share by their wage and stay at home under a ban (S12)",
    "[S12][mechanism]") {
  const auto load = [](const std::string& thousands, const std::string& wage) {
    return scenes::load(record, {"packages.labour_quota.terms.thousands.grid=[" + thousands + "]",
                                 "packages.labour_quota.terms.wage.grid=[" + wage + "]"});
  };
  const auto labour = [](const Scenario& s, double year, std::string_view who) {
    return Look(s, "labour_quota", year).part(who, "labour");
  };
  Scenario few = load("5", "150");
  const Scenario many = load("10", "150");
  const Scenario dear = load("5", "550");
  CHECK(labour(many, 2004.5, "PRK") == Approx(2 * labour(few, 2004.5, "PRK")));
  CHECK(labour(dear, 2004.5, "PRK") == Approx(550.0 / 150 * labour(few, 2004.5, "PRK")));
  // Of a product of 700 the host keeps 150 for 550.
  CHECK(labour(dear, 2004.5, "RUS") == Approx(150.0 / 550 * labour(few, 2004.5, "RUS")));
  // Resolutions of 2017: .6 of the channel at level .95, enforced by .8.
  const double banned = labour(few, 2018.5, "PRK");
  scenes::set(few, "regimes.un_dprk.intensity.labour", 0);
  CHECK(banned > 0);
  CHECK(banned < 0.6 * labour(few, 2018.5, "PRK"));
}

TEST_CASE("Kaesong pays wages while a willing Seoul keeps it open (S13)", "[S13][mechanism]") {
  const Overrides ready =
      at_once("kaesong") +
      Overrides{"corridors.kaesong.stage=suspended", "packages.kaesong.clauses.rent.enabled=false"};
  const auto wages = [&ready](const Overrides& more, Id closes) {
    const Scenario s = scenes::load(undeclared, ready + more);
    const auto worlds = play(s, 8, signing(s, "kaesong") & doing(s, "rok_closes_kaesong", closes));
    return received(s, worlds);
  };
  const std::vector<double> open = wages({}, 99);
  // 45,000 workers at 93.7 USD a month: 50.6 M USD a year.
  CHECK(open[6] == Approx(45 * 93.7 * 0.012 / 4).epsilon(0.05));
  const std::vector<double> closed = wages({}, 4);
  CHECK(closed[3] == Approx(open[3]));
  CHECK(closed[6] == 0.0);
  CHECK(wages({"packages.kaesong.clauses.workers.enabled=false"}, 99)[6] == 0.0);
  // A government of isolation does not sign.
  CHECK(wages({"countries.KOR.governments.calendar=[[1988, park_geun_hye_pressure]]"}, 99)[6] ==
        0.0);
}
