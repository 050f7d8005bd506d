#include "sim/document/override.hpp"

#include "tests/sim/document/support.hpp"

#include <utility>

#include <catch2/catch.hpp>

using tumen::Node;
using tumen::Problems;
using tumen::test::parsed;

namespace {

const char* const scenario =
    "countries:\n"
    "  PRK: {discount_rate: {value: 0.25, unit: 1/y, source: A3}, name: North Korea}\n"
    "corridors:\n"
    "  - {id: railway, length: 50}\n"
    "  - {id: pipeline, length: 1100}\n"
    "prices: {unit: usd/bbl, source: A3, steps: [[1990, 20]]}\n";

std::string refused(const std::string& path, const std::string& value) {
  Node root = parsed(scenario);
  Problems problems;
  CHECK_FALSE(tumen::apply_override(root, path, value, problems));
  CHECK(root.tree_size() == parsed(scenario).tree_size());
  return problems.text();
}

Node changed(const std::string& path, const std::string& value) {
  Node root = parsed(scenario);
  Problems problems;
  REQUIRE(tumen::apply_override(root, path, value, problems));
  REQUIRE(problems.text().empty());
  return root;
}

const Node& child(const Node& node, const char* key) {
  return node.find(key)->value;
}

}  // namespace

TEST_CASE("setting a number replaces its value and keeps unit and source", "[sim][document]") {
  const Node root = changed("countries.PRK.discount_rate", "0.2");
  const Node& rate = child(child(child(root, "countries"), "PRK"), "discount_rate");
  CHECK(child(rate, "value").text() == "0.2");
  CHECK(child(rate, "unit").text() == "1/y");
  CHECK(child(rate, "value").place() == tumen::Place{"--set countries.PRK.discount_rate", 1, 1});
}

TEST_CASE("a number can be set with a unit and source of its own", "[sim][document]") {
  const Node root =
      changed("countries.PRK.discount_rate", "{value: 20, unit: percent/y, source: B}");
  const Node& rate = child(child(child(root, "countries"), "PRK"), "discount_rate");
  CHECK(child(rate, "unit").text() == "percent/y");
  CHECK(rate.entries().size() == 3);
}

TEST_CASE("items of a list are found by id or by index", "[sim][document]") {
  const Node by_id = changed("corridors.pipeline.length", "900");
  CHECK(child(child(by_id, "corridors").items()[1], "length").text() == "900");
  const Node by_index = changed("corridors.0.length", "60");
  CHECK(child(child(by_index, "corridors").items()[0], "length").text() == "60");
  CHECK(child(child(by_index, "corridors").items()[1], "length").text() == "1100");
}

TEST_CASE("a path that does not exist is refused at the failing segment", "[sim][document]") {
  CHECK(
      refused("countries.PKR.discount_rate", "1") ==
      "--set countries.PKR.discount_rate:1:1: countries.PKR.discount_rate: no \"PKR\" in this map "
      "(f.yaml:2:3); allowed: PRK; did you mean \"PRK\"?\n");
  CHECK(
      refused("contries.PRK", "1") ==
      "--set contries.PRK:1:1: contries.PRK: no \"contries\" in the document; allowed: countries, "
      "corridors, prices; did you mean \"countries\"?\n");
  CHECK(refused("corridors.2.length", "1") ==
        "--set corridors.2.length:1:1: corridors.2.length: no \"2\" in this list (f.yaml:4:3); "
        "allowed: railway, pipeline\n");
  CHECK(refused("countries.PRK.name.x", "1") ==
        "--set countries.PRK.name.x:1:1: countries.PRK.name.x: no \"x\" in \"North Korea\", which "
        "has no parts\n");
  CHECK(refused("", "1") ==
        "--set :1:1: no \"\" in the document; allowed: countries, corridors, prices\n");
}

TEST_CASE("a value of another kind than what stands there is refused", "[sim][document]") {
  CHECK(
      refused("countries.PRK", "1") ==
      "--set countries.PRK:1:1: countries.PRK: \"1\" where a map stands; allowed: a value for one "
      "of its keys: discount_rate, name\n");
  CHECK(
      refused("corridors", "1") ==
      "--set corridors:1:1: corridors: \"1\" where a list stands; allowed: a value of that kind\n");
  // A series has no single value.
  CHECK(
      refused("prices", "30") ==
      "--set prices:1:1: prices: \"30\" where a map stands; allowed: a value for one of its keys: "
      "unit, source, steps\n");
}

TEST_CASE("a value that is no YAML is refused", "[sim][document]") {
  CHECK(refused("countries.PRK.name", "") ==
        "--set countries.PRK.name: an empty document; allowed: YAML text\n");
  CHECK_THAT(refused("countries.PRK.name", "[1"), Catch::Contains("a list [ that is not closed"));
}
