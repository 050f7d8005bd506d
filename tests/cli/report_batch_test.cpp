// tumen report of a batch: the page against the outcomes it was made from.
#include "tests/support/html_page.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

TEST_CASE("the report of a batch shows its outcomes digit for digit and loads nothing",
          "[cli][report]") {
  const TemporaryFolder folder;
  REQUIRE(
      run_program({"batch", "debt-only", "--runs", "30", "--out", "b", "-q"}, folder.path()).code ==
      0);
  REQUIRE(run_program({"report", "b"}, folder.path()).code == 0);
  const std::string page = read_bytes(folder.path() / "b" / "report.html");
  CHECK(is_balanced(page));
  CHECK(has(page, "30 runs of the scenario debt-only, seed 1"));
  CHECK(has(page, "tumen batch debt-only --runs 30 --seed 1"));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(std::regex_search(page, std::regex("(src|href)=\"[^#\"]")));
  CHECK(has(page, "<h2 id=\"years-title\">Over the years</h2>"));
  CHECK(has(page, "countries.PRK.utility</text>"));
  std::istringstream lines(read_bytes(folder.path() / "b" / "outcomes.csv"));
  std::size_t compared = 0;
  for (std::string line; std::getline(lines, line);) {
    Words cells;
    std::istringstream row(line.substr(0, line.find('\r')));
    for (std::string cell; std::getline(row, cell, ',');) {
      cells.push_back(cell);
    }
    if (cells.size() == 13 && cells[0] != "outcome" && cells[3] != "0") {
      // The page has no column for the number of runs.
      Words expected(cells.begin() + 1, cells.end());
      expected.erase(expected.begin() + 1);
      CHECK(row_after(page, "Every outcome, as in outcomes.csv", cells[0]) == expected);
      ++compared;
    }
  }
  CHECK(compared > 20);
}

TEST_CASE("the report of a batch refuses outcomes that were changed", "[cli][report]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path();
  REQUIRE(run_program({"batch", "debt-only", "--runs", "2", "--out", "b", "-q"}, path).code == 0);
  const std::string outcomes = read_bytes(path / "b" / "outcomes.csv");
  write_bytes(path / "b" / "outcomes.csv", outcomes + "packages.x.signed,share,2,2,1,,,,,,,,\r\n");
  const Finished done = run_program({"report", "b"}, path);
  CHECK(done.code == 2);
  CHECK(has(done.err, "b/outcomes.csv: differs from what was written"));
  CHECK_FALSE(fs::exists(path / "b" / "report.html"));
}
