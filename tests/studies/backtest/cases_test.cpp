#include "studies/backtest/cases.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

HistoricalRecord small_record() {
  HistoricalRecord r;
  r.name = "small";
  r.from = 1990;
  r.until = 2000;
  r.windows = {2000, 2005, 2010};
  r.deals = {{"oil", "energy", {{1996, "A", ""}, {2002, "A", ""}}, "", ""},
             {"gas", "energy", {}, "A", ""}};
  r.lines = {{"road", "roads", {{2005, "A", ""}}, "", ""}};
  r.tester = "PRK";
  r.tests = {1993.4, 2001.2, 2001.8};
  r.series = {{"market.world.brent", "oil", "", {"A"}, 20, {{1999, 18}, {2001, 25}, {2002, 30}}}};
  return r;
}

}  // namespace

TEST_CASE("cases are windows of deals and lines and years of tests after the calibration",
          "[backtest]") {
  const std::vector<EventCase> cases = event_cases(small_record());
  REQUIRE(cases.size() == 16);  // two deals and a line by two windows, ten years
  CHECK(cases[0].name == "packages.oil.signed@2000-2005");
  CHECK(cases[0].came);
  CHECK_FALSE(cases[1].came);
  CHECK_FALSE(cases[2].came);
  CHECK(cases[4].name == "corridors.road.built@2000-2005");
  CHECK_FALSE(cases[4].came);
  CHECK(cases[5].came);  // a window holds its first date, not its last
  CHECK(cases[6].name == "countries.PRK.tests@2000-2001");
  CHECK_FALSE(cases[6].came);
  CHECK(cases[7].came);
}

TEST_CASE("numbers are compared by year, known years left out", "[backtest]") {
  const std::vector<NumberCase> cases = number_cases(small_record());
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].outcome == "market.world.brent@2001-2002");
  CHECK(cases[0].came == 25);
  CHECK(cases[0].persisted == 20);
}

TEST_CASE("baselines know the calibration period alone", "[backtest]") {
  const std::vector<BaselineChances> known = baseline_chances(small_record());
  HistoricalRecord other = small_record();
  other.deals[1].dates = {{2003, "A", ""}};
  other.lines[0].dates = {};
  other.tests = {1993.4};
  const std::vector<BaselineChances> with_other_future = baseline_chances(other);
  for (std::size_t b = 0; b < known.size(); ++b) {
    CHECK(known[b].chances.size() == 16);
    CHECK(known[b].chances == with_other_future[b].chances);
  }
  other.deals[1].dates = {{1997, "A", ""}};  // the past does matter
  CHECK(baseline_chances(other)[0].chances[0] > known[0].chances[0]);
  // One deal in two entities of ten years, five years ahead.
  CHECK(known[0].chances[0] == Approx(constant_hazard(1, 20, 5)));
}

TEST_CASE("skill is measured against each other forecaster, block by block", "[backtest]") {
  std::vector<EventCase> cases;
  for (int k = 0; k < 40; ++k) {
    EventCase c{"deal", "x", "x", "block " + std::to_string(k % 20), k % 4 == 0};
    c.chances = {c.came ? 0.9 : 0.1, 0.25};
    cases.push_back(c);
  }
  const EventScores s = score_events(cases, {"sharp", "base rate"}, {"deal"});
  CHECK(s.cases == 40);
  CHECK(s.came == 10);
  CHECK(s.blocks == 20);
  CHECK(s.scores[0].brier == Approx(0.01));
  CHECK(s.scores[1].brier == Approx(0.1875));  // .25 x .75
  REQUIRE(s.comparisons.size() == 1);
  CHECK(s.comparisons[0].brier.value == Approx(1 - 0.01 / 0.1875));
  CHECK(s.comparisons[0].brier.low > 0);
  CHECK(score_events(cases, {"sharp", "base rate"}, {"deal", "test"}).cases == 40);

  // A forecaster that knows one block alone rests on it.
  for (EventCase& c : cases) {
    c.chances[0] = c.block == "block 4" ? (c.came ? 1.0 : 0.0) : 0.25;
  }
  const SkillComparison one = score_events(cases, {"lucky", "base rate"}, {"deal"}).comparisons[0];
  CHECK(one.brier.value > 0.1);  // 2 of 40 cases: 2 x .5625 of 7.5 saved
  CHECK(one.without == "block 4");
  CHECK(one.least == Approx(0).margin(1e-12));
}
