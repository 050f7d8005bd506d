// The page of a sweep against the tables it was made from.
#include "tests/support/html_page.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* study = R"(schema: 1
name: small
title: "Hope & rate <of talks>"
question: |
  Which of two numbers
  settles the debt?
scenario: debt-only
replicates: 4
design: {kind: saltelli, n: 128, scrambles: 8}
factors:
  debts.dprk_to_russia.hope: range
  rules.agreement_rate: uniform:2:8
outcomes: [debts.dprk_to_russia.settled, countries.PRK.utility]
)";

/// Field `column` of the line of a CSV text that starts with `head`.
std::string field_after(const std::string& csv, const std::string& head, std::size_t column) {
  const std::size_t start = csv.find("\n" + head) + 1;
  std::istringstream line(csv.substr(start, csv.find('\r', start) - start));
  std::string field;
  for (std::size_t k = 0; k <= column; ++k) {
    std::getline(line, field, ',');
  }
  return field;
}

}  // namespace

TEST_CASE("a sweep ends with a page that shows its tables and loads nothing", "[cli][sweep]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", study);
  const Finished done = run_program({"sweep", "study.yaml", "--out", "s"}, folder.path());
  REQUIRE(done.code == 0);
  CHECK(has(done.out, "A page of it: s/analysis/page.html"));
  const fs::path analysis = folder.path() / "s" / "analysis";
  const std::string page = read_bytes(analysis / "page.html");
  CHECK(is_balanced(page));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(std::regex_search(page, std::regex("(src|href)=\"[^#\"]|url\\(|@import")));
  CHECK(has(page, "<h1>Hope &amp; rate &lt;of talks&gt;</h1>"));
  CHECK(has(page, "<p>Which of two numbers settles the debt? </p>"));
  const auto varied = row_after(page, "What was varied", "debts.dprk_to_russia.hope");
  REQUIRE(varied.size() >= 4);
  CHECK(varied[0] == "uniform:0.06:0.16");  // the range of the scenario
  CHECK(varied[1] == "0.11");
  const std::string csv = read_bytes(analysis / "sensitivity.csv");
  const std::string head = "debts.dprk_to_russia.settled,debts.dprk_to_russia.hope,S1,";
  const auto indices = row_after(page, "Indices with intervals", "debts.dprk_to_russia.hope");
  REQUIRE(indices.size() == 6);  // S1, ST with intervals, and the other estimators
  CHECK(has(page, "<data value=\"" + field_after(csv, head, 5) + "\">" + indices[0] + "</data>"));
  // 128 base points, an eighth of them 16; the last part is all of them.
  const std::string settled = read_bytes(analysis / "convergence.csv");
  const std::string first = "debts.dprk_to_russia.settled,debts.dprk_to_russia.hope,";
  CHECK(has(settled, first + "16,"));
  CHECK(field_after(settled, first + "128,", 3) == field_after(csv, head, 5));
  for (const char* const name : {"debts.dprk_to_russia.settled.svg", "countries.PRK.utility.svg",
                                 "countries.PRK.utility-ST-by-points.svg"}) {
    CHECK(is_balanced("<html>" + read_bytes(analysis / name) + "</html>"));
  }
  CHECK(has(read_bytes(analysis / "seeds.csv"), "countries.PRK.utility,4,"));
  CHECK(has(page, "each with the same luck at all lines"));
}

TEST_CASE("the page of a sweep has a tornado and a box of the base points", "[cli][sweep]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", study);
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  const fs::path analysis = folder.path() / "s" / "analysis";
  const std::string page = read_bytes(analysis / "page.html");
  CHECK(has(page, "Where a number is low and where it is high"));
  CHECK(has(page, "Sides of the box"));
  // A fifth of the 128 base points is 26.
  const std::string tornado = read_bytes(analysis / "tornado.csv");
  const std::string head = "countries.PRK.utility,debts.dprk_to_russia.hope,low,";
  CHECK(field_after(tornado, head, 4) == "26");
  CHECK(std::stod(field_after(tornado, head, 6)) < std::stod(field_after(tornado, head, 5)));
  const std::string boxes = read_bytes(analysis / "boxes.csv");
  CHECK(has(boxes, "outcome,case,coverage,density,mass,factor,low,high,quasi_p"));
  CHECK(has(boxes, "countries.PRK.utility,"));
  for (const char* const name :
       {"countries.PRK.utility-tornado.svg", "countries.PRK.utility-box.svg"}) {
    CHECK(is_balanced("<html>" + read_bytes(analysis / name) + "</html>"));
  }
}

TEST_CASE("with enough replicates the page draws the indices of the expectation", "[cli][sweep]") {
  const TemporaryFolder folder;
  std::string more = study;
  more.replace(more.find("replicates: 4"), 13, "replicates: 8");
  write_bytes(folder.path() / "study.yaml", more);
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  const fs::path analysis = folder.path() / "s" / "analysis";
  CHECK(has(read_bytes(analysis / "countries.PRK.utility.svg"), ">ST expected</text>"));
  CHECK(has(read_bytes(analysis / "sensitivity.json"), "\"S1_expected\""));
  const std::string page = read_bytes(analysis / "page.html");
  CHECK(has(page, "(ST expected 0."));
  CHECK(row_after(page, "Indices with intervals", "rules.agreement_rate").size() == 10);
}

TEST_CASE("tumen report of a sweep is the page of the sweep", "[cli][sweep][report]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", study);
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  REQUIRE(run_program({"report", "s"}, folder.path()).code == 0);
  const fs::path s = folder.path() / "s";
  CHECK(read_bytes(s / "report.html") == read_bytes(s / "analysis" / "page.html"));
  write_bytes(s / "runs.csv", read_bytes(s / "runs.csv") + "1,1,1,1\n");
  const Finished changed = run_program({"report", "s", "--force"}, folder.path());
  CHECK(changed.code == 2);
  CHECK(has(changed.err, "runs.csv: differs from what was written"));
}

TEST_CASE("a part of a sweep has no page, the whole has that of a sweep", "[cli][sweep][report]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", study);
  for (const char* part : {"1/2", "2/2"}) {
    REQUIRE(
        run_program({"sweep", "study.yaml", "--shard", part, "--out", part[0] == '1' ? "p1" : "p2"},
                    folder.path())
            .code == 0);
  }
  const Finished refused = run_program({"report", "p1"}, folder.path());
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "part 1/2 of the runs; allowed: a whole sweep"));
  REQUIRE(run_program({"merge", "p1", "p2", "--out", "w"}, folder.path()).code == 0);
  REQUIRE(run_program({"report", "w"}, folder.path()).code == 0);
  CHECK(has(read_bytes(folder.path() / "w" / "report.html"), "<h1>Hope &amp; rate"));
}
