#include "sim/picture_map.hpp"

#include "sim/picture_chart.hpp"
#include "tests/support/small_story.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::picture;
using namespace tumen::test;

namespace {

/// The small scenario with a gas line from Khasan to Chongjin that its deal names.
Scenario with_line() {
  Scenario s = small_scenario();
  s.corridor_nodes = {{{42.43, 130.65, "Khasan"}, {41.78, 129.79, "Chongjin"}}};
  s.model.packages[0].corridors = {0};
  return s;
}

void set_corridor(Trace& trace, Id from, CorridorStage stage) {
  for (Id tick = from; tick < static_cast<Id>(trace.after.size()); ++tick) {
    at(trace.after, tick).corridors[0].stage = code<double>(stage);
  }
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++n;
  }
  return n;
}

}  // namespace

TEST_CASE("a corridor stands where its deals have brought it until works begin", "[sim][picture]") {
  const Scenario s = with_line();
  Trace trace = quiet_trace(s, 4);
  CHECK(standing_of(s, trace.after[0], 0) == Standing::untouched);
  trace.after[0].packages[0].memorandum = 2;
  CHECK(standing_of(s, trace.after[0], 0) == Standing::memorandum);
  set_stage(trace, 1, PackageStage::talks);
  CHECK(standing_of(s, trace.after[1], 0) == Standing::talks);
  set_stage(trace, 2, PackageStage::blocked);
  CHECK(standing_of(s, trace.after[2], 0) == Standing::agreed);
  set_corridor(trace, 3, CorridorStage::suspended);
  CHECK(standing_of(s, trace.after[3], 0) == Standing::suspended);
}

TEST_CASE("maps are drawn of the first and the last tick and of those in which works moved",
          "[sim][picture]") {
  const Scenario s = with_line();
  Trace trace = quiet_trace(s, 40);
  set_corridor(trace, 11, CorridorStage::building);
  set_corridor(trace, 20, CorridorStage::operating);
  CHECK(moved_corridors(s, trace) == std::vector<Id>{0});
  // Change so far is .1 a tick and 3 at ticks 11 and 20, 10 in all: a third of it (3.33) is passed
  // at tick 11 (4.2), two thirds (6.67) at tick 20 (8.1).
  CHECK(map_ticks(s, trace, 4) == std::vector<Id>{0, 11, 20, 39});
}

TEST_CASE("a run in which no corridor moved has no numbers on its map", "[sim][picture]") {
  const Scenario s = with_line();
  const Trace trace = quiet_trace(s, 4);
  CHECK(moved_corridors(s, trace).empty());
  CHECK(count(map_svg(s, trace, 3), "<circle") == 0);
}

TEST_CASE("a map shows a working corridor with its number and tells it in words",
          "[sim][picture]") {
  const Scenario s = with_line();
  Trace trace = quiet_trace(s, 4);
  set_corridor(trace, 2, CorridorStage::operating);
  const std::string svg = map_svg(s, trace, 3);
  CHECK(count(svg, "<circle") == 1);
  CHECK(svg.find("<title>Gas line: operating</title>") != std::string::npos);
  CHECK(svg.find("<desc>Gas line operating.</desc>") != std::string::npos);
  CHECK(svg.find("<title>Corridors, 2011 Q4</title>") != std::string::npos);
}

TEST_CASE("a chart's scale takes in zero and all values, its points stand at the ends of ticks",
          "[sim][picture]") {
  Chart chart;
  chart.title = "Brent";
  chart.unit = "USD/bbl";
  chart.from_year = 2011;
  chart.years_a_tick = 1;
  chart.lines = {{"Brent", {20, 100}, 0}};
  const std::string svg = chart_svg(chart);
  // Ticks end in 2012 and 2013, the middle and the right of a plot from 52 to 330. The scale goes
  // from 0 to 100 over 118 units, so that 20 stands four fifths of them below 100.
  const auto points = svg.find("points=\"");
  const std::string line = svg.substr(points + 8, svg.find('"', points + 8) - points - 8);
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  REQUIRE(std::sscanf(line.c_str(), "%lf,%lf %lf,%lf", &x1, &y1, &x2, &y2) == 4);
  CHECK(x1 == Approx(191));
  CHECK(x2 == Approx(330));
  CHECK(y1 - y2 == Approx(118 * 0.8).margin(0.11));
  CHECK(svg.find("<desc>Brent, USD/bbl: Brent from 20 to 100.</desc>") != std::string::npos);
}
