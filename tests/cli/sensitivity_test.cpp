#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cmath>
#include <functional>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace tumen::test;

namespace {

const std::string factors = "a:uniform:0:1,b:uniform:0:1";

/// Writes Y.csv: what a function of the columns gives for every line of a design.
void run_model(const TemporaryFolder& folder, const std::string& design,
               const std::function<double(double, double)>& model) {
  std::istringstream lines(read_bytes(folder.path() / design));
  std::string line, out = "y\n";
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto comma = line.find(',');
    out += fmt::format("{}\n", model(std::stod(line), std::stod(line.substr(comma + 1))));
  }
  write_bytes(folder.path() / "Y.csv", out);
}

Finished design(const TemporaryFolder& folder, const std::string& kind, const std::string& n) {
  return run_program({"design", kind, "--factors", factors, "--n", n, "--out", "D.csv"},
                     folder.path());
}

Finished sensitivity(const TemporaryFolder& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> all = {"sensitivity", "--design", "D.csv", "--outcomes", "Y.csv"};
  all.insert(all.end(), more.begin(), more.end());
  return run_program(all, folder.path());
}

}  // namespace

TEST_CASE("a design and its outcomes become indices", "[cli][studies]") {
  const TemporaryFolder folder;
  const Finished made = design(folder, "saltelli", "1024");
  REQUIRE(made.code == 0);
  CHECK(has(made.out, "4096 runs of 2 factors in D.csv"));
  // y = 3 a + 4 b: S1 = ST = .36 and .64.
  run_model(folder, "D.csv", [](double a, double b) { return 3 * a + 4 * b; });
  const Finished told = sensitivity(folder);
  REQUIRE(told.code == 0);
  CHECK(has(told.out, "y: Sobol' indices from 1024 base points, 4096 runs"));
  CHECK(has(told.out, "Student's t over 16 independent scrambles"));
  CHECK(has(told.out, "0.36"));
  CHECK(has(told.out, "0.64"));
  const Finished json = sensitivity(folder, {"--json", "--csv", "i.csv", "--svg", "i.svg"});
  REQUIRE(json.code == 0);
  CHECK(has(json.out, "\"factor\": \"a\""));
  CHECK(has(json.out, "\"S1_other\""));
  CHECK(has(read_bytes(folder.path() / "i.csv"), "y,a,S1,Janon-Monod controlled,1,0.3"));
  CHECK(has(read_bytes(folder.path() / "i.svg"), "<svg class=\"bars\" viewBox"));
  CHECK(sensitivity(folder, {"--svg", "i.svg"}).code == 2);  // it is there already
  CHECK(sensitivity(folder, {"--json"}).out ==
        sensitivity(folder, {"--json", "--threads", "1"}).out);
}

TEST_CASE("every kind of design is analysed", "[cli][studies]") {
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"grid", "measures from given data"},
      {"one-at-a-time", "swings"},
      {"random", "measures from given data"},
      {"latin-hypercube", "rank correlation"},
      {"sobol", "the regression explains 100.0 %"},
      {"saltelli", "Sobol' indices"},
      {"morris", "elementary effects"}};
  for (const auto& [kind, words] : kinds) {
    const TemporaryFolder folder;
    INFO(kind);
    REQUIRE(design(folder, kind, "16").code == 0);
    run_model(folder, "D.csv", [](double a, double b) { return 3 * a + 4 * b; });
    const Finished told = sensitivity(folder);
    CHECK(told.code == 0);
    CHECK(has(told.out, words));
  }
}

TEST_CASE("a constant outcome has null for indices and a reason", "[cli][studies]") {
  const TemporaryFolder folder;
  REQUIRE(design(folder, "saltelli", "16").code == 0);
  run_model(folder, "D.csv", [](double, double) { return 0.1; });
  const Finished json = sensitivity(folder, {"--json"});
  CHECK(json.code == 0);
  CHECK(has(json.out, "\"indices\": null"));
  CHECK(has(json.out, "\"reason\": \"the outcome is the same in all runs\""));
  CHECK_FALSE(has(json.out, "nan"));
  CHECK(has(sensitivity(folder).out, "No indices: the outcome is the same in all runs."));
}

TEST_CASE("a table of somebody else is analysed as one without structure", "[cli][studies]") {
  const TemporaryFolder folder;
  REQUIRE(design(folder, "random", "50").code == 0);
  run_model(folder, "D.csv", [](double a, double b) { return a - b; });
  std::filesystem::remove(folder.path() / "D.csv.json");
  const Finished told = sensitivity(folder);
  CHECK(told.code == 0);
  CHECK(has(told.out, "tumen design writes the record"));
}

TEST_CASE("a design that was changed or does not fit its outcomes is refused", "[cli][studies]") {
  const TemporaryFolder folder;
  REQUIRE(design(folder, "saltelli", "16").code == 0);
  CHECK(design(folder, "saltelli", "16").code == 2);  // exists
  write_bytes(folder.path() / "Y.csv", "y\n1\n2\n");
  const Finished few = sensitivity(folder);
  CHECK(few.code == 2);
  CHECK(has(few.err, "Y.csv: 2 lines of values; allowed: 64"));
  run_model(folder, "D.csv", [](double a, double) { return a; });
  CHECK(has(sensitivity(folder, {"--outcome", "z"}).err, "no outcome \"z\"; allowed: y"));
  CHECK(has(sensitivity(folder, {"--interval", "scrambles"}).err, "the design has one"));
  write_bytes(folder.path() / "D.csv", read_bytes(folder.path() / "D.csv") + "0,0\n");
  const Finished changed = sensitivity(folder);
  CHECK(changed.code == 2);
  CHECK(has(changed.err, "changed after it was written"));
  CHECK(changed.out.empty());
}

TEST_CASE("failed runs are left out only where that is asked for", "[cli][studies]") {
  const TemporaryFolder folder;
  REQUIRE(design(folder, "saltelli", "64").code == 0);
  run_model(folder, "D.csv", [](double a, double b) { return a * b; });
  std::string y = read_bytes(folder.path() / "Y.csv");
  y.replace(y.find('\n') + 1, y.find('\n', 3) - y.find('\n') - 1, "nan");
  write_bytes(folder.path() / "Y.csv", y);
  const Finished refused = sensitivity(folder);
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "Y.csv:2: column 1 (\"y\"): \"nan\""));
  const Finished told = sensitivity(folder, {"--allow-missing"});
  CHECK(told.code == 0);
  CHECK(has(told.out, "63 base points"));
}

TEST_CASE("a design that cannot be made is refused and nothing is written", "[cli][studies]") {
  const TemporaryFolder folder;
  const Finished large = design(folder, "grid", "1000000");
  CHECK(large.code == 2);
  CHECK(has(large.err, "1,000,000,000,000 runs"));
  CHECK(design(folder, "sobol", "100").code == 2);
  CHECK(has(design(folder, "salteli", "64").err, "did you mean \"saltelli\"?"));
  CHECK(
      run_program({"design", "random", "--factors", "x:uniform:1:0", "--n", "4", "--out", "D.csv"},
                  folder.path())
          .code == 2);
  CHECK(folder.is_empty());
}
