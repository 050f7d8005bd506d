#include "studies/resampling.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace tumen;
using namespace tumen::test;

namespace {

/// 800 points; cases are price below .4 with the style "firm" or "soft", as the word "yes".
std::string points() {
  const std::vector<double> u = uniform_sample(800 * 3, {3, 0, "points"});
  std::string text = "run,price,style,other,signed\n";
  for (std::size_t k = 0; k < 800; ++k) {
    const char* const style = u[3 * k + 1] < 0.3 ? "firm" : u[3 * k + 1] < 0.6 ? "soft" : "hard";
    const bool is_case = u[3 * k] < 0.4 && u[3 * k + 1] < 0.6;
    text +=
        fmt::format("{},{},{},{},{}\n", k, u[3 * k], style, u[3 * k + 2], is_case ? "yes" : "no");
  }
  return text;
}

/// What `tumen discover --table t.csv OPTIONS...` says of a table.
Finished discover(const std::string& table, std::vector<std::string> options) {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "t.csv", table);
  std::vector<std::string> words = {"discover", "--table", "t.csv"};
  words.insert(words.end(), options.begin(), options.end());
  return run_program(words, folder.path());
}

/// True where the command ends with code 2, prints nothing and complains with `part`.
bool is_refused(const Finished& finished, const std::string& part) {
  INFO(finished.err);
  CHECK(finished.err.find(part) != std::string::npos);
  return finished.code == 2 && finished.out.empty();
}

}  // namespace

TEST_CASE("discover tells the trajectory and the box in words", "[cli][discovery]") {
  const Finished f = discover(
      points(), {"--outcome", "signed", "--target", "yes", "--inputs", "price,style,other"});
  REQUIRE(f.code == 0);
  CHECK(has(f.out, "t.csv: 800 points, "));
  CHECK(has(f.out, "coverage  density   mass"));
  CHECK(has(f.out, "price below 0.4"));
  CHECK(has(f.out, "style is not hard"));
  CHECK(has(f.out, "of all points lie in it."));
  CHECK(has(f.out, "20 of 20"));
}

TEST_CASE("discover takes comparisons, chosen steps and prints JSON", "[cli][discovery]") {
  const Finished f = discover(points(), {"--outcome", "price", "--target", ">=0.8", "--inputs",
                                         "run,other", "--box", "0", "--json", "--resamples", "0"});
  REQUIRE(f.code == 0);
  CHECK(has(f.out, "\"target\": \"is at least 0.8\""));
  CHECK(has(f.out, "\"step\": 0"));
  CHECK(has(f.out, "\"words\": \"everything\""));
  CHECK(has(f.out, "\"coverage\": 1"));
  CHECK(has(f.out, "\"trajectory\": ["));
  CHECK_FALSE(has(f.out, "resampling"));
}

TEST_CASE("discover prints a tree as rules", "[cli][discovery]") {
  const std::vector<std::string> common = {"--outcome", "signed",   "--target",
                                           "yes",       "--inputs", "price,style,other",
                                           "--method",  "cart"};
  const Finished f = discover(points(), common);
  REQUIRE(f.code == 0);
  CHECK(has(f.out, "* 1    1.000     1.000"));  // one rule has all cases and nothing else
  CHECK(has(f.out, "price below 0.4"));
  CHECK(has(f.out, "The chosen rule: holds 100 % of the cases"));
  auto json = common;
  json.push_back("--json");
  CHECK(has(discover(points(), json).out, "\"method\": \"cart\""));
  const Finished luck =
      discover("a,y\n1,0\n2,1\n1,1\n2,0\n1,0\n2,0\n3,1\n3,0\n4,0\n4,1\n1,1\n2,1\n",
               {"--outcome", "y", "--method", "cart"});
  CHECK(has(luck.out, "do not tell cases from the rest"));
}

TEST_CASE("discover draws the trajectory and replaces no file unasked", "[cli][discovery]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "t.csv", points());
  std::vector<std::string> words = {"discover",    "--table", "t.csv",    "--outcome", "signed",
                                    "--target",    "yes",     "--svg",    "way.svg",   "--inputs",
                                    "price,other", "--pairs", "pairs.svg"};
  REQUIRE(run_program(words, folder.path()).code == 0);
  const std::string svg = read_bytes(folder.path() / "way.svg");
  CHECK(has(svg, "<title>Boxes on the way: signed is yes</title>"));
  CHECK(has(svg, ">Chosen (diamond, step "));
  const std::string pairs = read_bytes(folder.path() / "pairs.svg");
  CHECK(has(pairs, "<title>Box: price below 0."));
  CHECK(has(pairs, "Filled: signed is yes."));
  CHECK(is_refused(run_program(words, folder.path()), "--force to replace it"));
  words.push_back("--force");
  CHECK(run_program(words, folder.path()).code == 0);
  words.insert(words.end(), {"--method", "cart"});
  CHECK(is_refused(run_program(words, folder.path()), "--svg"));
}

TEST_CASE("discover says the same on any number of threads", "[cli][discovery]") {
  const std::string table = points();
  const std::vector<std::string> common = {"--outcome", "signed", "--target", "yes", "--json"};
  auto one = common, two = common;
  one.insert(one.end(), {"--threads", "1"});
  two.insert(two.end(), {"--threads", "2"});
  CHECK(discover(table, one).out == discover(table, two).out);
}

TEST_CASE("discover refuses what it cannot use, with the nearest name", "[cli][discovery]") {
  const std::string table = points();
  CHECK(is_refused(discover(table, {"--outcome", "singed"}), "did you mean \"signed\"?"));
  CHECK(is_refused(discover(table, {"--outcome", "signed", "--inputs", "prise", "--target", "yes"}),
                   "did you mean \"price\"?"));
  CHECK(is_refused(discover(table, {"--outcome", "signed", "--target", "yess"}),
                   "did you mean \"yes\"?"));
  CHECK(is_refused(discover(table, {"--outcome", "price", "--target", ">2"}),
                   "in none of 800 lines (values from 0."));
  CHECK(is_refused(discover(table, {"--outcome", "price", "--target", ">=0"}),
                   "in all of 800 lines"));
  CHECK(is_refused(discover(table, {"--outcome", "price", "--target", ">="}), "--target"));
  CHECK(is_refused(discover(table, {"--outcome", "price", "--target", ">0.5", "--box", "5000"}),
                   "a step from 0 to "));
  CHECK(is_refused(discover(table, {"--outcome", "price", "--target", ">0.5", "--alpha", "1"}),
                   "--alpha"));
  CHECK(is_refused(
      discover(table, {"--outcome", "price", "--target", ">0.5", "--box", "1", "--box", "2"}),
      "--boxes"));
  CHECK(is_refused(discover("x,y\n1,1\n", {"--outcome", "y"}), "in all of 1 lines"));
  CHECK(is_refused(discover("x,y\n1,1\nNaN,0\n", {"--outcome", "y"}), "t.csv:3"));
  CHECK(is_refused(discover("y\n1\n0\n", {"--outcome", "y"}), "one input or more"));
  CHECK(is_refused(discover("", {"--outcome", "y"}), "an empty file"));
  const TemporaryFolder folder;
  CHECK(is_refused(run_program({"discover", "--table", "no.csv", "--outcome", "y"}, folder.path()),
                   "no.csv"));
}
