#include "sim/document/map_reader.hpp"

#include "tests/sim/document/support.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using tumen::MapReader;
using tumen::Node;
using tumen::Problems;
using tumen::test::parsed;

TEST_CASE("an unknown key is told with the known ones and the nearest", "[sim][document]") {
  const Node root = parsed("gdp: 5\ndiscount_rat: 0.2\n");
  Problems problems;
  MapReader reader(root, problems, "countries.PRK");
  static_cast<void>(reader.real("gdp"));
  static_cast<void>(reader.real_or("discount_rate", {}, 0.1));
  reader.finish();
  CHECK(problems.text() ==
        "f.yaml:2:1: countries.PRK.discount_rat: unknown key; allowed: discount_rate, gdp; did you "
        "mean \"discount_rate\"?\n");
}

TEST_CASE("a reader gives what is written", "[sim][document]") {
  const Node root = parsed(
      "name: Rajin\nlines: 3\nstart: 2001.25\nis_open: true\nmode: rail\nparties: [RUS, PRK]\n");
  const std::vector<std::string> modes = {"gas", "rail"};
  Problems problems;
  MapReader reader(root, problems, "");
  CHECK(reader.text("name") == "Rajin");
  CHECK(reader.integer("lines", {0, 10}) == 3);
  CHECK(reader.real("start") == 2001.25);
  CHECK(reader.boolean("is_open"));
  CHECK(reader.choice("mode", modes) == "rail");
  CHECK(reader.text_list("parties") == std::vector<std::string>{"RUS", "PRK"});
  CHECK(reader.text_or("note", "none") == "none");
  CHECK(reader.integer_or("depth", {}, 7) == 7);
  CHECK(reader.boolean_or("is_exempt", true));
  CHECK(reader.choice_or("second_mode", modes, "gas") == "gas");
  CHECK(reader.text_list_or_empty("guests").empty());
  reader.finish();
  CHECK(problems.text().empty());
}

TEST_CASE("each value of a wrong kind is told and replaced by a default", "[sim][document]") {
  const Node root = parsed(
      "name: [a]\nlines: 3.5\nstart: '2001'\nis_open: yes\nmode: rial\nparties: {a: 1}\nempty:\n");
  const std::vector<std::string> modes = {"gas", "rail"};
  Problems problems;
  MapReader reader(root, problems, "line");
  CHECK(reader.text("name").empty());
  CHECK(reader.integer("lines", {2, 10}) == 2);
  CHECK(reader.real("start") == 0.0);
  CHECK_FALSE(reader.boolean("is_open"));
  CHECK(reader.choice("mode", modes).empty());
  CHECK(reader.text_list("parties").empty());
  CHECK(reader.text("empty").empty());
  CHECK(reader.text("owner").empty());
  CHECK(
      problems.text() ==
      "f.yaml:1:1: line.owner: missing\n"
      "f.yaml:1:7: line.name: found a list; allowed: a text\n"
      "f.yaml:2:8: line.lines: found \"3.5\"; allowed: a whole number from 2 to 10\n"
      "f.yaml:3:8: line.start: found the quoted text \"2001\"; allowed: a finite number like 0.25 "
      "(any finite number)\n"
      "f.yaml:4:10: line.is_open: found \"yes\"; allowed: true, false\n"
      "f.yaml:5:7: line.mode: unknown name \"rial\"; allowed: gas, rail; did you mean \"rail\"?\n"
      "f.yaml:6:10: line.parties: found a map; allowed: a list of texts\n"
      "f.yaml:7:1: line.empty: no value\n");
}

TEST_CASE("an optional key without a value is refused", "[sim][document]") {
  const Node root = parsed("a:\nb: ~\n");
  Problems problems;
  MapReader reader(root, problems, "");
  CHECK(reader.optional("a") == nullptr);
  CHECK(reader.text_or("b", "x") == "x");
  CHECK(problems.size() == 2);
  CHECK_THAT(problems.text(), Catch::Contains("f.yaml:2:1: b: no value; allowed: a value, or not "
                                              "to write the key"));
}

TEST_CASE("what is no map is told once and not key by key", "[sim][document]") {
  const Node root = parsed("[1]");
  Problems problems;
  MapReader reader(root, problems, "countries");
  CHECK(reader.required("a") == nullptr);
  CHECK(reader.text("b").empty());
  reader.finish();
  CHECK(problems.text() == "f.yaml:1:1: countries: found a list; allowed: a map\n");
}

TEST_CASE("duplicate ids of a list name both places", "[sim][document]") {
  const Node list = parsed("- id: rail\n- id: gas\n- id: rail\n");
  Problems problems;
  tumen::check_unique_ids(list, "id", problems);
  CHECK(problems.text() == "f.yaml:3:7: id: duplicate \"rail\", first written at f.yaml:1:7\n");
}

TEST_CASE("numbers are read whole and free of the locale", "[sim][document]") {
  CHECK(tumen::parse_real("0.25") == 0.25);
  CHECK(tumen::parse_real("-1e3") == -1000.0);
  CHECK(tumen::parse_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  for (const char* text : {"", " 1", "1 ", "1,5", "1_000", "0x10", "+1", "nan", "inf", "-inf",
                           ".nan", ".inf", "1e400", "1e-400", "1.2.3", "--1"}) {
    INFO(text);
    CHECK_FALSE(tumen::parse_real(text).has_value());
  }
  for (const char* text : {"", "1.0", "1e3", "9223372036854775808", "0x10", "+1"}) {
    INFO(text);
    CHECK_FALSE(tumen::parse_integer(text).has_value());
  }
}

TEST_CASE("input errors carry every problem", "[sim][document]") {
  Problems problems;
  CHECK_NOTHROW(problems.throw_if_any());
  problems.add({{"b.yaml", 2, 1}, "k", "bad", "good", ""});
  problems.add({{"a.yaml", 9, 1}, "", "worse", "", "best"});
  try {
    problems.throw_if_any();
    FAIL("nothing thrown");
  } catch (const tumen::InputError& error) {
    CHECK(std::string(error.what()) ==
          "a.yaml:9:1: worse; did you mean \"best\"?\nb.yaml:2:1: k: bad; allowed: good\n");
    CHECK(error.problems().size() == 2);
  }
}

TEST_CASE("texts of the author are shown short and harmless", "[sim][document]") {
  CHECK(tumen::in_quotes("a\x1b[31m\n") == "\"a\\x1b[31m\\n\"");
  // 60 characters of two bytes each are kept.
  std::string text;
  std::string kept;
  for (int i = 0; i < 61; ++i) {
    text += "ж";
    kept += i < 60 ? "ж" : "";
  }
  CHECK(tumen::printable(text) == kept + "...");
}
