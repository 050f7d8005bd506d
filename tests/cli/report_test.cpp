// tumen report as a user meets it, and the page against the tables it was made from.
#include "tests/support/html_page.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <map>
#include <regex>
#include <sstream>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

namespace {

/// Runs a short story into `first` and its report; the page.
std::string make_page(const fs::path& folder, Words more = {}) {
  Words words = {"run", "debt-for-pipeline-2011", "--seed", "4", "--ticks", "32", "--out", "first"};
  words.insert(words.end(), more.begin(), more.end());
  REQUIRE(run_program(words, folder).code == 0);
  const Finished done = run_program({"report", "first"}, folder);
  REQUIRE(done.err.empty());
  REQUIRE(done.code == 0);
  CHECK(done.out == "first/report.html\n");
  return read_bytes(folder / "first" / "report.html");
}

/// state.csv by "table.entity.variable.tick".
std::map<std::string, std::string> read_states(const fs::path& file) {
  std::map<std::string, std::string> values;
  std::istringstream lines(read_bytes(file));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) {
      cells.push_back(cell);
    }
    values[cells[2] + "." + cells[3] + "." + cells[4] + "." + cells[1]] = cells[5];
  }
  return values;
}

/// No two elements have one id.
void check_ids(const std::string& page) {
  std::map<std::string, int> ids;
  const std::regex id(" id=\"([^\"]+)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it) {
    CHECK(++ids[(*it)[1]] == 1);
  }
  CHECK(ids.size() > 20);
}

/// Every picture has a title for those who do not see it.
void check_pictures(const std::string& page) {
  std::size_t pictures = 0;
  for (auto svg = page.find("role=\"img\""); svg != std::string::npos;
       svg = page.find("role=\"img\"", svg + 1)) {
    const auto title = page.find("<title>", svg);
    REQUIRE(title != std::string::npos);
    CHECK(title - svg < 260);
    ++pictures;
  }
  CHECK(pictures >= 15);
}

}  // namespace

TEST_CASE("a report has every section, loads nothing, and is well formed", "[cli][report]") {
  const TemporaryFolder folder;
  const std::string page = make_page(folder.path());
  for (const char* id : {"chronicle", "map", "corridors", "deals", "obstacles", "debts", "gains",
                         "sanctions", "dependence", "prices", "origin"}) {
    CHECK(has(page, std::string("<section id=\"") + id + "\""));
    CHECK(has(page, std::string("<a href=\"#") + id + "\""));
  }
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(is_balanced(page));
  CHECK_FALSE(is_balanced(page.substr(0, page.size() - 10)));
  for (const char* element : {"<script", "<link", "<img", "<iframe"}) {
    CHECK_FALSE(has(page, element));
  }
  CHECK_FALSE(std::regex_search(page, std::regex("(src|href)=\"[^#\"]")));
  CHECK_FALSE(std::regex_search(page, std::regex("@import|url\\((?!#)")));
  check_ids(page);
  check_pictures(page);
}

TEST_CASE("the numbers of a report are those of its tables, digit for digit", "[cli][report]") {
  const TemporaryFolder folder;
  const std::string page = make_page(folder.path());
  const auto states = read_states(folder.path() / "first" / "state.csv");
  // Ticks are quarters from 2008 on: the last of 2015 is number 31.
  const Words prices =
      row_after(page, "Brent [USD/bbl] and LNG [USD/MMBtu] in the last tick of the year", "2015");
  CHECK(prices == Words{states.at("market.world.brent.31"), states.at("market.world.lng.31")});
  const Words debt =
      row_after(page, "Claim of Russia on the DPRK, M USD; stocks at the end of the year", "2015");
  REQUIRE(debt.size() == 7);
  CHECK(debt[0] == states.at("debt.dprk_to_russia.face.31"));
  CHECK(debt[1] == states.at("debt.dprk_to_russia.residual.31"));
  CHECK(debt[5] == states.at("debt.dprk_to_russia.relieved.31"));
  const Words gains = row_after(page, "China, M USD a year, last tick of the year", "2015");
  CHECK(gains ==
        Words{states.at("country.CHN.gain_energy.31"), states.at("country.CHN.gain_transit.31"),
              states.at("country.CHN.gain_debt.31"), states.at("country.CHN.gain_sanctions.31"),
              states.at("country.CHN.gain_security.31")});
}

TEST_CASE("a report is the same however often it is made, and tells how to make the run again",
          "[cli][report]") {
  const TemporaryFolder folder;
  const std::string page =
      make_page(folder.path(), {"--set", "corridors.trans_korean_gas.capex=2200", "--double"});
  CHECK(has(page,
            "tumen run debt-for-pipeline-2011 --seed 4 --ticks 32 --double --set "
            "corridors.trans_korean_gas.capex=2200"));
  REQUIRE(run_program({"report", "first", "--out", "second.html"}, folder.path()).code == 0);
  CHECK(read_bytes(folder.path() / "second.html") == page);
}

TEST_CASE("a number set where the document has none is set again for the report", "[cli][report]") {
  const TemporaryFolder folder;
  const Finished done = run_program({"run", "debt-only", "--ticks", "8", "--set",
                                     "countries.PRK.hard_currency.scale=1.5", "--out", "a", "-q"},
                                    folder.path());
  INFO(done.err);
  REQUIRE(done.code == 0);
  CHECK(has(read_bytes(folder.path() / "a" / "scenario.yaml"), "\nset "));
  CHECK(run_program({"report", "a"}, folder.path()).code == 0);
}

TEST_CASE("report prints its file as JSON, and nothing with --quiet", "[cli][report]") {
  const TemporaryFolder folder;
  REQUIRE(
      run_program({"run", "debt-only", "--ticks", "3", "--out", "a", "-q"}, folder.path()).code ==
      0);
  const Finished told = run_program({"report", "a", "--json"}, folder.path());
  const auto value = boost::json::parse(told.out).as_object();
  CHECK(boost::json::value_to<std::string>(value.at("report")) ==
        (fs::canonical(folder.path()) / "a" / "report.html").generic_string());
  CHECK(value.at("seed").to_number<int>() == 1);
  CHECK(run_program({"report", "a", "--force", "--quiet"}, folder.path()).out.empty());
}

TEST_CASE("report refuses what is no run, what was changed, and a page that exists",
          "[cli][report]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path();
  REQUIRE(run_program({"run", "debt-only", "--ticks", "3", "--out", "a", "-q"}, path).code == 0);
  REQUIRE(run_program({"batch", "debt-only", "--runs", "2", "--out", "b", "-q"}, path).code == 0);
  fs::create_directory(path / "empty");
  fs::copy(path / "a", path / "changed");
  const std::string state = read_bytes(path / "a" / "state.csv");
  write_bytes(path / "changed" / "state.csv", state + "2011,2,country,RUS,gdp,1,usd_bn\r\n");
  fs::copy(path / "a", path / "torn");
  write_bytes(path / "torn" / "manifest.json", "{\"kind\": ");
  fs::copy(path / "a", path / "bare");
  fs::remove(path / "bare" / "scenario.yaml");
  write_bytes(path / "there.html", "mine");
  struct Case {
    Words words;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"report"}, "DIR is required"},
      {{"report", "nowhere"}, "nowhere: no such folder; allowed: a folder that tumen run"},
      {{"report", "there.html"}, "there.html: no folder"},
      {{"report", "empty"}, "a folder without manifest.json"},
      {{"report", "changed"}, "changed/state.csv: differs from what this build computes"},
      {{"report", "torn"}, "torn/manifest.json: not a manifest"},
      {{"report", "bare"}, "bare/scenario.yaml: no such file"},
      {{"report", "a", "--out", "there.html"}, "there.html exists; allowed: another file"},
      {{"report", "a", "--out", "empty"}, "is a folder"},
      {{"report", "a", "--out", "no/where.html"}, "no folder no"},
      {{"report", "a", "--ou", "x"}, "did you mean \"--out\"?"}};
  for (const Case& c : cases) {
    const Finished done = run_program(c.words, path);
    INFO(done.err);
    CHECK(done.code == 2);
    CHECK(done.out.empty());
    CHECK(has(done.err, c.message));
  }
  CHECK(read_bytes(path / "there.html") == "mine");
  CHECK_FALSE(fs::exists(path / "a" / "report.html"));
  CHECK_FALSE(fs::exists(path / "changed" / "report.html"));
  CHECK(run_program({"report", "a", "--out", "there.html", "--force"}, path).code == 0);
  CHECK(read_bytes(path / "there.html").starts_with("<!DOCTYPE html>"));
}
