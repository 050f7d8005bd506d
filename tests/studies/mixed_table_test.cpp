#include "studies/mixed_table.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

std::string refusal(const std::string& text, const MixedReading& reading = {}) {
  try {
    (void)parse_mixed_table(text, "t.csv", reading);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("words become codes in the order in which they first appear", "[studies][table]") {
  const MixedTable t = parse_mixed_table("policy,y\nwait,1.5\nact,2\nwait,-3\n", "t.csv");
  REQUIRE(t.columns.size() == 2);
  CHECK(t.rows() == 3);
  CHECK(t.columns[0].words == std::vector<std::string>{"wait", "act"});
  CHECK(t.columns[0].values == std::vector<double>{0, 1, 0});
  CHECK_FALSE(t.columns[1].is_words());
  CHECK(t.columns[1].values == std::vector<double>{1.5, 2, -3});
}

TEST_CASE("numbers asked for as words are names", "[studies][table]") {
  const MixedTable t = parse_mixed_table("s,y\n10,1\n2,2\n10,3\n", "t.csv", {{}, {"s"}, {}});
  CHECK(t.columns[0].words == std::vector<std::string>{"10", "2"});
  CHECK(t.columns[0].values == std::vector<double>{0, 1, 0});
}

TEST_CASE("columns that are not asked for are not looked at", "[studies][table]") {
  const MixedTable t = parse_mixed_table("a,b,c\n1,,x\n2,NaN,3\n", "t.csv", {{"a"}, {}, {}});
  REQUIRE(t.columns.size() == 1);
  CHECK(t.columns[0].values == std::vector<double>{1, 2});
}

TEST_CASE("a table of mixed columns is refused with place, finding and nearest name",
          "[studies][table]") {
  CHECK(has(refusal("a,y\n1,1\n0.5x,2\n"), "t.csv:3: column 1 (\"a\"): \"0.5x\""));
  CHECK(has(refusal("a,y\nlow,1\n3,2\n"), "words in all cells"));
  CHECK(has(refusal("a,y\n1,1\n,2\n"), "t.csv:3: column 1 (\"a\"): an empty cell"));
  CHECK(has(refusal("a,y\nNaN,1\n"), "t.csv:2"));
  CHECK(has(refusal("a,y\n1,big\n", {{"y"}, {}, {"y"}}), "a finite number"));
  CHECK(has(refusal("policy,y\n1,2\n", {{"polcy"}, {}, {}}), "did you mean \"policy\"?"));
  CHECK(has(refusal("policy,y\n1,2\n", {{"y"}, {"polcy"}, {}}), "did you mean \"policy\"?"));
  CHECK(has(refusal("a,y\n"), "no line of values"));
  CHECK(has(refusal("a,y\n1\n"), "t.csv:2: 1 cells"));
  CHECK(has(refusal(""), "an empty file"));
}
