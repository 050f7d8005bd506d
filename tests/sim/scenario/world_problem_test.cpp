#include "tests/sim/document/support.hpp"
#include "tests/sim/scenario/support.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

/// All that is said of the toy with one text replaced.
std::string said(const std::string& from, const std::string& to) {
  return complaints(toy({{from, to}}));
}

const std::string calendar =
    "calendar: [[1993.15, distance], [1998.15, sunshine], [2001.3, distance]]";

}  // namespace

TEST_CASE("a pair names two declared countries once", "[scenario]") {
  CHECK(said("  USA-KOR:\n", "  USA-KOR:\n  RUS-KOR:\n") ==
        "pairs.RUS-KOR: declared twice, first as KOR-RUS; allowed: each pair once, in either "
        "order\n");
  CHECK(said("  USA-KOR:\n", "  USA-KOR:\n  KOR:\n") ==
        "pairs.KOR: not a pair; allowed: two countries: A-B\n");
  CHECK(said("  USA-KOR:\n", "  USA-KOR:\n  KOR-KOR:\n") ==
        "pairs.KOR-KOR: a country paired with itself; allowed: two countries: A-B\n");
}

TEST_CASE("a stance needs a pair to be kept in", "[scenario]") {
  CHECK(said("  USA-KOR:\n", "") ==
        "countries.KOR.doctrines: a stance toward USA without a pair; allowed: the pair KOR-USA in "
        "pairs\n");
  CHECK(said("USA: {value: 0.6, unit: index", "USA: {value: 1.6, unit: index") ==
        "countries.KOR.doctrines.distance.stance.USA.value: found 1.6 index; allowed: from -1 to 1 "
        "index\n");
}

TEST_CASE("a calendar runs forward and has somebody in office at the start", "[scenario]") {
  CHECK(said(calendar, "calendar: [[1999.15, distance], [1998.15, sunshine]]") ==
        "countries.KOR.governments.calendar: found the date 1998.15; allowed: a date after "
        "1999.15\n");
  CHECK(said(calendar, "calendar: [[2000.3, distance]]") ==
        "countries.KOR.governments.calendar: nobody is in office at the start, 2000; allowed: a "
        "first government at or before it\n");
  CHECK(said("        weight: {value: 1, unit: share, source: BOOK}\n", "") ==
        "countries.KOR.governments.known_until: no doctrine has a weight to be drawn with; "
        "allowed: weight in the doctrines that may follow\n");
  CHECK(said("      term: {value: 5, unit: years, source: BOOK}\n", "") ==
        "countries.KOR.governments.known_until: nothing changes governments after it; allowed: "
        "term, turnover or both\n");
}

TEST_CASE("a history that ends before its date is refused", "[scenario]") {
  CHECK(said("values: [21, 22, 23, 24, 25]", "values: [21, 22, 23]") ==
        "market.brent_history: from 2000 to 2000.75; allowed: at least from 2000 to 2001\n");
  CHECK(said("start: 2000.0", "start: 1999.0") ==
        "market.brent_history: from 2000 to 2001.25; allowed: at least from 1999 to 2001\n");
}

TEST_CASE("the length of a run is limited", "[scenario]") {
  CHECK(said("ticks: 8", "ticks: 4001") ==
        "ticks: found \"4001\"; allowed: a whole number from 1 to 4000\n");
  CHECK(said("ticks_per_year: 4", "ticks_per_year: 53") ==
        "ticks_per_year: found \"53\"; allowed: a whole number from 1 to 52\n");
}

TEST_CASE("acts need what they act on", "[scenario]") {
  CHECK(said("actor: PRK", "actor: RUS") ==
        "acts.prk_test.actor: a country without a programme; allowed: a country with "
        "`programme`\n");
  CHECK(said("actor: USA\n    regime: measures", "actor: RUS\n    regime: measures") ==
        "acts.usa_lists.regime: a regime the actor does not send; allowed: one of its own "
        "regimes\n");
}

TEST_CASE("a corridor and its field and its rivals carry one fuel", "[scenario]") {
  CHECK(said("    rivals: [tanker]", "    rivals: [line]") ==
        "corridors.line.rivals: the corridor itself; allowed: another corridor\n");
  CHECK(complaints(toy({{"unit: bcm/y, source: BOOK, steps: [[2000, 5]",
                         "unit: Mt/y, source: BOOK, steps: [[2000, 5]"}})) ==
        "corridors.line.field: sakhalin holds another fuel; allowed: a field measured in bcm/y\n");
}

TEST_CASE("nobody lends to itself or punishes itself", "[scenario]") {
  CHECK(said("    debtor: PRK\n    face", "    debtor: RUS\n    face") ==
        "debts.loan.debtor: the creditor itself; allowed: another country\n");
  CHECK(said("    senders: [USA, KOR]", "    senders: [USA, KOR, PRK]") ==
        "regimes.measures.senders: the target among the senders; allowed: other countries\n");
}

TEST_CASE("more entities than a model should hold are refused", "[scenario]") {
  std::string more = "fields:\n";
  for (int i = 0; i < 200; ++i) {
    more += "  f" + std::to_string(i) + ":\n";
  }
  CHECK(
      complaints(toy({{"fields:\n", more}})).find("fields: 201 entries; allowed: at most 200\n") !=
      std::string::npos);
}

TEST_CASE("a default that would be copied too often is refused", "[scenario]") {
  std::string many = "acts:\n  default: {note: [";
  for (int i = 0; i < 20000; ++i) {
    many += "a, ";
  }
  many += "a]}\n";
  for (int i = 0; i < 150; ++i) {
    many += "  a" + std::to_string(i) + ":\n";
  }
  CHECK(
      complaints(toy({{"acts:\n", many}})).find("acts.default: too large for so many entries\n") !=
      std::string::npos);
}

TEST_CASE("a file that is not named after its scenario is refused", "[scenario]") {
  const DocumentFolder folder("scenario_name");
  const auto file = folder.write("other.yaml", toy());
  CHECK_THROWS_WITH(static_cast<void>(load_scenario(file, {})),
                    Catch::Contains("name: found \"toy\"; allowed: the file's name, \"other\""));
}

TEST_CASE("a scenario is found by path and by name and refused with the nearest name",
          "[scenario]") {
  const DocumentFolder folder("scenario_find");
  const auto file = folder.write("scenarios/toy.yaml", toy());
  CHECK(find_scenario("toy", {folder.path()}) == file);
  CHECK(find_scenario(file.string(), {}) == file);
  CHECK(list_scenarios({folder.path()}) == std::vector<std::filesystem::path>{file});
  CHECK_THROWS_WITH(static_cast<void>(find_scenario("toi", {folder.path()})),
                    Catch::Contains("no such scenario; allowed: toy; did you mean \"toy\"?"));
}

TEST_CASE("sources are read from all files of sources in a root", "[scenario]") {
  const DocumentFolder folder("scenario_sources");
  folder.write("sources.yaml", "schema: 1\nsources: {ONE: {title: a, note: b}}\n");
  folder.write("sources_more.yaml", "schema: 1\nsources: {TWO: {title: a, note: b}}\n");
  const auto file = folder.write(
      "toy.yaml", toy({{"gearing: {value: 2, unit: index, source: BOOK}",
                        "gearing: {value: 2, unit: index, source: [ONE, TWO, BOOK]}"}}));
  CHECK_NOTHROW(load_scenario(file, {folder.path()}));
  CHECK_THROWS_WITH(static_cast<void>(load_scenario(file, {})),
                    Catch::Contains("unknown source \"ONE\""));
}
