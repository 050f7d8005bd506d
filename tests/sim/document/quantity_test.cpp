#include "sim/document/quantity.hpp"

#include "sim/document/units.hpp"
#include "tests/sim/document/support.hpp"

#include <string>

#include <catch2/catch.hpp>

using tumen::Bounds;
using tumen::Problems;
using tumen::Provenance;
using tumen::Quantity;
using tumen::test::parsed;

namespace {

Provenance known() {
  Provenance provenance;
  provenance.add("A3", {});
  provenance.add("B12", {});
  return provenance;
}

struct Reading {
  Quantity quantity;
  std::string messages;
};

Reading read(const std::string& text, const tumen::Expected& expected) {
  Problems problems;
  const Quantity quantity = tumen::read_quantity(parsed(text), expected, problems, known());
  return {quantity, problems.text()};
}

const tumen::Expected rate = {"PRK.rate", "1/y", Bounds::share()};

std::string refusal(const std::string& text) {
  return read(text, rate).messages;
}

}  // namespace

TEST_CASE("a number carries its unit and source", "[sim][document]") {
  const Reading reading = read("{value: 0.25, unit: 1/y, source: A3}", rate);
  CHECK(reading.messages.empty());
  CHECK(reading.quantity.value == 0.25);
  CHECK(reading.quantity.unit == "1/y");
  CHECK(reading.quantity.sources == std::vector<std::string>{"A3"});
  CHECK_FALSE(reading.quantity.has_range);
  CHECK(reading.quantity.place == tumen::Place{"f.yaml", 1, 1});
}

TEST_CASE("an assumption carries its range in the unit asked for", "[sim][document]") {
  const Reading reading =
      read("{value: 30, unit: percent/y, assumption: by analogy, range: [10, 60]}", rate);
  CHECK(reading.messages.empty());
  CHECK(reading.quantity.value == 0.3);  // 30 / 100, the nearest double
  CHECK(reading.quantity.assumption == "by analogy");
  CHECK(reading.quantity.has_range);
  CHECK(reading.quantity.low == 0.1);
  CHECK(reading.quantity.high == 0.6);
}

TEST_CASE("several sources and a range beside them are taken", "[sim][document]") {
  const Reading reading =
      read("{value: 250, unit: musd, source: [A3, B12], range: [100, 900], note: as agreed}",
           {"debt", "usd_bn", Bounds::any()});
  CHECK(reading.messages.empty());
  CHECK(reading.quantity.value == 0.25);  // 250 / 1000
  CHECK(reading.quantity.sources == std::vector<std::string>{"A3", "B12"});
  CHECK(reading.quantity.high == 0.9);
}

TEST_CASE("a bare number is refused with the form to write", "[sim][document]") {
  CHECK(refusal("0.25") ==
        "f.yaml:1:1: PRK.rate: found \"0.25\"; allowed: {value: NUMBER, unit: 1/y, source: KEY} or "
        "{value: NUMBER, unit: 1/y, assumption: \"why\", range: [LOW, HIGH]}\n");
}

TEST_CASE("units that are missing or unknown or of another dimension are refused",
          "[sim][document]") {
  CHECK(refusal("{value: 0.25, source: A3}") == "f.yaml:1:1: PRK.rate.unit: missing\n");
  CHECK(
      refusal("{value: 0.25, unit: 1/yr, source: A3}") ==
      "f.yaml:1:21: PRK.rate.unit: unknown unit \"1/yr\" where \"1/y\" is expected; allowed: 1/y, "
      "percent/y, %/y; did you mean \"1/y\"?\n");
  CHECK(
      refusal("{value: 0.25, unit: km, source: A3}") ==
      "f.yaml:1:21: PRK.rate.unit: unit \"km\" where \"1/y\" is expected; allowed: 1/y, percent/y, "
      "%/y\n");
}

TEST_CASE("unknown sources are each told with the nearest", "[sim][document]") {
  CHECK(refusal("{value: 0.25, unit: 1/y, source: [A3, B13, Z]}") ==
        "f.yaml:1:39: PRK.rate.source: unknown source \"B13\"; allowed: A3, B12; did you mean "
        "\"B12\"?\n"
        "f.yaml:1:44: PRK.rate.source: unknown source \"Z\"; allowed: A3, B12\n");
  CHECK_THAT(refusal("{value: 0.25, unit: 1/y, source: []}"),
             Catch::Contains("f.yaml:1:34: PRK.rate.source: found an empty list"));
}

TEST_CASE("a number without source or assumption is refused", "[sim][document]") {
  CHECK(refusal("{value: 0.25, unit: 1/y}") ==
        "f.yaml:1:1: PRK.rate: neither a source nor an assumption; allowed: source: KEY, or "
        "assumption: \"why\" with range: [LOW, HIGH]\n");
  CHECK(refusal("{value: 0.25, unit: 1/y, assumption: guess}") ==
        "f.yaml:1:1: PRK.rate.range: missing beside an assumption; allowed: range: [LOW, HIGH]\n");
}

TEST_CASE("numbers that are not finite or not whole texts are refused", "[sim][document]") {
  for (const char* bad :
       {".nan", ".inf", "-.inf", "nan", "inf", "1e999", "0,25", "'0.25'", "[1]"}) {
    INFO(bad);
    const Reading reading =
        read(std::string("{value: ") + bad + ", unit: 1/y, source: A3}", {"r", "1/y", {}});
    CHECK_THAT(reading.messages, Catch::StartsWith("f.yaml:1:"));
    CHECK(reading.quantity.value == 0.0);
  }
  CHECK(
      refusal("{value: .nan, unit: 1/y, source: A3}") ==
      "f.yaml:1:9: PRK.rate.value: found \".nan\"; allowed: a finite number like 0.25 (any finite "
      "number)\n");
}

TEST_CASE("values out of bounds or of their own range are refused", "[sim][document]") {
  CHECK(refusal("{value: 120, unit: percent/y, source: A3}") ==
        "f.yaml:1:9: PRK.rate.value: found 120 percent/y; allowed: from 0 to 1 1/y\n");
  CHECK(
      refusal("{value: 0.5, unit: 1/y, assumption: guess, range: [0.1, 0.4]}") ==
      "f.yaml:1:9: PRK.rate.value: found 0.5 outside the number's own range; allowed: from 0.1 to "
      "0.4 1/y\n");
  CHECK(refusal("{value: 0.5, unit: 1/y, source: A3, range: [0.6, 0.4]}") ==
        "f.yaml:1:44: PRK.rate.range: the low end lies above the high end; allowed: [LOW, HIGH]\n");
  CHECK(refusal("{value: 0.5, unit: 1/y, source: A3, range: [0, 2]}") ==
        "f.yaml:1:48: PRK.rate.range: found 2 1/y; allowed: from 0 to 1 1/y\n");
  CHECK_THAT(refusal("{value: 0.5, unit: 1/y, source: A3, range: [0]}"),
             Catch::Contains("f.yaml:1:44: PRK.rate.range: found a list of 1 items"));
  const tumen::Expected price = {"price", "usd/bbl", Bounds::positive()};
  CHECK(read("{value: 0, unit: usd/bbl, source: A3}", price).messages ==
        "f.yaml:1:9: price.value: found 0 usd/bbl; allowed: above 0 usd/bbl\n");
}

TEST_CASE("an unknown key of a number is refused", "[sim][document]") {
  CHECK(refusal("{value: 0.5, unit: 1/y, sorce: A3, source: A3}") ==
        "f.yaml:1:25: PRK.rate.sorce: unknown key; allowed: assumption, note, range, source, unit, "
        "value; did you mean \"source\"?\n");
}

TEST_CASE("a quantity of a map is named by its whole path", "[sim][document]") {
  const tumen::Node root = parsed("{a: 1}");
  Problems problems;
  tumen::MapReader reader(root, problems, "countries.PRK");
  CHECK(tumen::take_quantity(reader, {"gdp", "usd_bn", Bounds::at_least(2)}, known()).value == 2.0);
  CHECK_FALSE(tumen::take_optional_quantity(reader, {"debt", "usd_bn", {}}, known()).has_value());
  CHECK(problems.text() == "f.yaml:1:1: countries.PRK.gdp: missing\n");
}

TEST_CASE("units convert within a dimension only", "[sim][document]") {
  CHECK(tumen::convert_unit(17.3, "km", "km") == 17.3);
  CHECK(tumen::convert_unit(30, "%", "share") == 0.3);
  CHECK(tumen::convert_unit(10.94, "billion USD", "musd") == Approx(10940));
  CHECK(tumen::convert_unit(18, "months", "years") == 1.5);
  CHECK(tumen::convert_unit(500, "usd/month", "usd/y") == 6000);  // 12 months
  CHECK(tumen::convert_unit(2.5, "Mt/y", "kt/y") == 2500);
  CHECK(tumen::convert_unit(45, "kpersons", "persons") == 45000);
  CHECK_FALSE(tumen::convert_unit(1994, "year", "years").has_value());  // a date, no duration
  CHECK_FALSE(tumen::convert_unit(1, "Mt/y", "Mt").has_value());
  CHECK_FALSE(tumen::convert_unit(1, "bcm/y", "Mt/y").has_value());
  CHECK_FALSE(tumen::convert_unit(1, "furlong", "km").has_value());
}

TEST_CASE("every unit of the list has one name and one factor", "[sim][document]") {
  for (const tumen::Unit& unit : tumen::all_units()) {
    INFO(unit.name);
    CHECK(tumen::find_unit(unit.name) == &unit);  // the first of its name: no duplicates
    CHECK(unit.factor >= 1.0);
    CHECK_FALSE(tumen::units_like(unit.name).empty());
  }
}
