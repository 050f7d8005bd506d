// Indices of one outcome over time: columns NAME@TIME.
#include "sim/json_reader.hpp"
#include "tests/support/html_page.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cstdio>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

/// y@0 = x1, y@1 = x1 + x2, y@2 = x1 + 2 x2: the share of x1 is 1, 1 / 2, 1 / 5.
void write_outcomes(const fs::path& folder) {
  std::istringstream design(read_bytes(folder / "D.csv"));
  std::string line, out = "y@0,y@1,y@2,z\n";
  std::getline(design, line);
  for (double x1 = 0, x2 = 0; std::getline(design, line);) {
    REQUIRE(std::sscanf(line.c_str(), "%lf,%lf", &x1, &x2) == 2);
    out += std::to_string(x1) + "," + std::to_string(x1 + x2) + "," + std::to_string(x1 + 2 * x2) +
           ",1\n";
  }
  write_bytes(folder / "Y.csv", out);
}

}  // namespace

TEST_CASE("columns of one name at several times are told over time", "[cli][sensitivity]") {
  const TemporaryFolder folder;
  REQUIRE(run_program({"design", "saltelli", "--n", "1024", "--factors",
                       "x1:uniform:0:1,x2:uniform:0:1", "--out", "D.csv", "-q"},
                      folder.path())
              .code == 0);
  write_outcomes(folder.path());
  const std::vector<std::string> analyse = {"sensitivity", "--design", "D.csv", "--outcomes",
                                            "Y.csv"};
  const Finished whole = run_program(analyse, folder.path());
  REQUIRE(whole.code == 0);
  CHECK(has(whole.out, "z: Sobol' indices"));
  CHECK(has(whole.out, "y over time: S1"));
  // 1024 base points tell the shares to about .003.
  CHECK(std::regex_search(whole.out, std::regex("time     x1     x2\n0     (1.00|0.99).  0.00.\n"
                                                "1     0.(49|50).  0.(49|50).\n"
                                                "2     0.(19|20).  0.(79|80).\n")));
  CHECK_FALSE(has(whole.out, "y@1: Sobol"));

  std::vector<std::string> drawn = analyse;
  drawn.insert(drawn.end(), {"--outcome", "y", "--svg", "y.svg"});
  const Finished one = run_program(drawn, folder.path());
  REQUIRE(one.code == 0);
  CHECK_FALSE(has(one.out, "z: "));
  const std::string svg = read_bytes(folder.path() / "y.svg");
  CHECK(is_balanced("<html>" + svg + "</html>"));
  CHECK(has(svg, "S1 of y"));
  CHECK(has(svg, "ST of y"));
  REQUIRE(run_program({"sensitivity", "--design", "D.csv", "--outcomes", "Y.csv", "--outcome",
                       "y@1", "--svg", "one.svg"},
                      folder.path())
              .code == 0);
  CHECK_FALSE(has(read_bytes(folder.path() / "one.svg"), "S1 of y"));
}

TEST_CASE("an outcome of a study is told year by year", "[cli][sweep]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", R"(schema: 1
name: yearly
scenario: debt-only
set: {ticks: 40}
replicates: 8
design: {kind: saltelli, n: 32, scrambles: 8}
factors:
  debts.dprk_to_russia.hope: range
  debts.dprk_to_russia.access: range
outcomes: [countries.PRK.utility@yearly]
)");
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  // Forty quarters from 2000 are ten years.
  CHECK(has(read_bytes(folder.path() / "s" / "runs.csv"),
            "countries.PRK.utility@2008-2009,countries.PRK.utility@2009-2010\r\n"));
  const fs::path analysis = folder.path() / "s" / "analysis";
  const std::string csv = read_bytes(analysis / "over_time.csv");
  CHECK(has(csv, "countries.PRK.utility,2009-2010,debts.dprk_to_russia.access,"));
  const std::string page = read_bytes(analysis / "page.html");
  CHECK(is_balanced(page));
  CHECK(has(page, "countries.PRK.utility over time</h2>"));
  CHECK_FALSE(has(page, "countries.PRK.utility@2009-2010</h2>"));
  CHECK(fs::exists(analysis / "countries.PRK.utility-over-time.svg"));
}
