#include "sim/document/time_series.hpp"

#include "tests/sim/document/support.hpp"

#include <string>

#include <catch2/catch.hpp>

using tumen::Bounds;
using tumen::Problems;
using tumen::Provenance;
using tumen::TimeSeries;
using tumen::test::parsed;

namespace {

struct Reading {
  TimeSeries series;
  std::string messages;
};

Reading read(const std::string& form) {
  Provenance provenance;
  provenance.add("A3", {});
  Problems problems;
  const tumen::Node node = parsed("{unit: usd/bbl, source: A3, " + form + "}");
  TimeSeries series =
      tumen::read_series(node, {"oil", "usd/bbl", Bounds::at_least(-50)}, problems, provenance);
  return {series, problems.text()};
}

}  // namespace

TEST_CASE("quarterly values hold for their quarter", "[sim][document]") {
  const Reading reading = read("quarterly: {start: 1990.5, values: [10, 20, 30]}");
  REQUIRE(reading.messages.empty());
  CHECK(reading.series.dates == std::vector<double>{1990.5, 1990.75, 1991.0});
  CHECK(reading.series.at(1989.0) == 10);  // before the first date the first value
  CHECK(reading.series.at(1990.74) == 10);
  CHECK(reading.series.at(1990.75) == 20);
  CHECK(reading.series.at(2050.0) == 30);
  CHECK(reading.series.unit == "usd/bbl");
  CHECK(reading.series.sources == std::vector<std::string>{"A3"});
}

TEST_CASE("steps hold until the next one", "[sim][document]") {
  const Reading reading = read("steps: [[1990, 0.3], [1993.25, -0.3]]");
  REQUIRE(reading.messages.empty());
  CHECK(reading.series.at(1993.24) == 0.3);
  CHECK(reading.series.at(1993.25) == -0.3);
}

TEST_CASE("points are joined by straight lines", "[sim][document]") {
  const Reading reading = read("points: [[1990, 5.0], [2000, 7.0]]");
  REQUIRE(reading.messages.empty());
  CHECK(reading.series.at(1985) == 5.0);
  CHECK(reading.series.at(1995) == 6.0);  // half of the way
  CHECK(reading.series.at(2000) == 7.0);
  CHECK(reading.series.at(2001) == 7.0);
}

TEST_CASE("values are converted from the unit written", "[sim][document]") {
  Provenance provenance;
  provenance.add("A3", {});
  Problems problems;
  const tumen::Node node =
      parsed("{unit: percent, source: A3, range: [0, 50], steps: [[1990, 30], [1991, 60]]}");
  const TimeSeries series =
      tumen::read_series(node, {"share", "share", Bounds::share()}, problems, provenance);
  CHECK(series.at(1990) == 0.3);
  CHECK(problems.text() ==
        "f.yaml:1:72: share.steps: found 0.6 outside the series' own range; allowed: from 0 to "
        "0.5\n");
}

TEST_CASE("dates have to increase", "[sim][document]") {
  CHECK(
      read("steps: [[1990, 1], [1990, 2], [1989.75, 3], [1991, 4]]").messages ==
      "f.yaml:1:49: oil.steps: found the date 1990; allowed: dates after 1990, the one before it\n"
      "f.yaml:1:60: oil.steps: found the date 1989.75; allowed: dates after 1990, the one before "
      "it\n");
}

TEST_CASE("pairs that are none and values that are none are each told", "[sim][document]") {
  CHECK(read("points: [[1990], 5, [x, 1], [1991, .nan], [1992, -51], [2500, 1]]").messages ==
        "f.yaml:1:38: oil.points: found a list that is no pair; allowed: [DATE, NUMBER]\n"
        "f.yaml:1:46: oil.points: found \"5\" that is no pair; allowed: [DATE, NUMBER]\n"
        "f.yaml:1:50: oil.points: found \"x\"; allowed: a finite number like 0.25 (from 1900 to "
        "2200)\n"
        "f.yaml:1:64: oil.points: found \".nan\"; allowed: a finite number like 0.25 (any finite "
        "number)\n"
        "f.yaml:1:78: oil.points: found -51 usd/bbl; allowed: at least -50 usd/bbl\n"
        "f.yaml:1:85: oil.points: found \"2500\"; allowed: from 1900 to 2200\n");
}

TEST_CASE("a series has exactly one form of values", "[sim][document]") {
  CHECK(read("note: x").messages ==
        "f.yaml:1:1: oil: no values; allowed: exactly one of quarterly, steps, points\n");
  CHECK(read("steps: [[1990, 1]], points: [[1990, 1]]").messages ==
        "f.yaml:1:1: oil: more than one form of values; allowed: exactly one of quarterly, steps, "
        "points\n");
  CHECK(read("steps: []").messages ==
        "f.yaml:1:36: oil.steps: found a list; allowed: a list of pairs: [[DATE, NUMBER], ..]\n");
}

TEST_CASE("a quarterly series starts with a quarter", "[sim][document]") {
  CHECK(
      read("quarterly: {start: 1990.3, values: [1]}").messages ==
      "f.yaml:1:48: oil.quarterly.start: found 1990.3; allowed: the beginning of a quarter: 1990, "
      "1990.25, 1990.5, 1990.75\n");
  CHECK(read("quarterly: {values: [1], stat: 1990}").messages ==
        "f.yaml:1:40: oil.quarterly.start: missing\n"
        "f.yaml:1:54: oil.quarterly.stat: unknown key; allowed: start, values; did you mean "
        "\"start\"?\n");
}

TEST_CASE("a bare number is no series", "[sim][document]") {
  Problems problems;
  static_cast<void>(tumen::read_series(parsed("5"), {"oil", "usd/bbl", {}}, problems, {}));
  CHECK_THAT(
      problems.text(),
      Catch::StartsWith("f.yaml:1:1: oil: found \"5\"; allowed: {unit: usd/bbl, source: KEY, "
                        "quarterly: {start: 1990"));
}
