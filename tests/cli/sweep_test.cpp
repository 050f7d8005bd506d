#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* study = R"(schema: 1
name: small
scenario: debt-only
replicates: 4
design: {kind: saltelli, n: 16, scrambles: 8}
factors:
  debts.dprk_to_russia.hope: range
  rules.agreement_rate: uniform:2:8
outcomes: [debts.dprk_to_russia.settled, packages.debt_write_off.signed_year]
)";

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

/// The study under two policies.
std::string with_policies() {
  return std::string(study) +
         "follow: [countries.PRK.utility]\npolicies:\n  as_it_is: {}\n  eager: "
         "{countries.RUS.strategy.concession: 0.9}\n";
}

std::vector<std::string> sweep(const char* out) {
  return {"sweep", "study.yaml", "--keep-every", "0", "--out", out};
}

/// Checks that two folders of sweeps hold the same files but for the manifest.
void check_same(const fs::path& a, const fs::path& b) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(a)) {
    if (entry.is_regular_file() && entry.path().filename() != "manifest.json") {
      INFO(entry.path());
      CHECK(read_bytes(entry.path()) == read_bytes(b / fs::relative(entry.path(), a)));
      ++files;
    }
  }
  CHECK(files >= 16);
}

}  // namespace

TEST_CASE("a study becomes a design, its runs and indices with intervals", "[cli][sweep]") {
  const TemporaryFolder folder;
  write(folder.path() / "study.yaml", study);
  const Finished dry = run_program({"sweep", "study.yaml", "--dry-run"}, folder.path());
  CHECK(dry.code == 0);
  // 16 base points of two factors are 16 (2 + 2) = 64 points.
  CHECK(has(dry.out, "64 points of 4 replicates, 256 runs"));
  CHECK_FALSE(fs::exists(folder.path() / "results"));

  const Finished done = run_program(sweep("whole"), folder.path());
  REQUIRE(done.code == 0);
  CHECK(has(done.out, "debts.dprk_to_russia.settled: Sobol' indices from 16 base points"));
  CHECK(has(done.out, "Student's t over 8 independent scrambles"));
  const std::string runs = read_bytes(folder.path() / "whole" / "runs.csv");
  CHECK(has(runs, "point,replicate,debts.dprk_to_russia.settled"));
  const Finished again =
      run_program({"sensitivity", "--design", "whole/points.csv", "--outcomes", "whole/runs.csv",
                   "--common-seeds", "--allow-missing", "--csv", "indices.csv"},
                  folder.path());
  REQUIRE(again.code == 0);
  CHECK(read_bytes(folder.path() / "indices.csv") ==
        read_bytes(folder.path() / "whole" / "analysis" / "sensitivity.csv"));
}

TEST_CASE("a sweep that is interrupted, or run in parts, ends with the bytes of one that was not",
          "[cli][sweep]") {
  const TemporaryFolder folder;
  const bool has_policies = GENERATE(false, true);
  // 63 x 21 runs a policy: blocks of 16 runs end where the next policy begins.
  const std::string uneven =
      replaced(replaced(with_policies(), "replicates: 4", "replicates: 21"),
               "{kind: saltelli, n: 16, scrambles: 8}", "{kind: random, n: 63}");
  write(folder.path() / "study.yaml",
        has_policies ? uneven : replaced(study, "replicates: 4", "replicates: 40"));
  REQUIRE(run_program(sweep("whole"), folder.path()).code == 0);

  const pid_t program = start_program(sweep("b"), folder.path());
  while (!fs::exists(folder.path() / "b" / "segments.tumen") && is_running(program)) {
  }
  REQUIRE(::kill(program, SIGTERM) == 0);
  CHECK(wait_for(program) == 130);
  CHECK_FALSE(fs::exists(folder.path() / "b" / "analysis"));
  REQUIRE(run_program({"sweep", "--resume", "b"}, folder.path()).code == 0);
  check_same(folder.path() / "whole", folder.path() / "b");
  REQUIRE(run_program({"sweep", "--resume", "b"}, folder.path()).code == 0);  // nothing is missing
  check_same(folder.path() / "whole", folder.path() / "b");

  for (const char* part : {"1/2", "2/2"}) {
    std::vector<std::string> command = sweep(part[0] == '1' ? "p1" : "p2");
    command.insert(command.end(), {"--shard", part, "--threads", "1", "--isa", "baseline"});
    REQUIRE(run_program(command, folder.path()).code == 0);
  }
  REQUIRE(run_program({"merge", "p2", "p1", "--out", "merged"}, folder.path()).code == 0);
  check_same(folder.path() / "whole", folder.path() / "merged");
}

TEST_CASE("a study with mistakes is refused with their places and nothing is written",
          "[cli][sweep]") {
  const TemporaryFolder folder;
  const auto refused = [&](const std::string& what, const std::string& with) {
    write(folder.path() / "study.yaml", replaced(study, what, with));
    const Finished done = run_program(sweep("out"), folder.path());
    CHECK(done.code == 2);
    CHECK_FALSE(fs::exists(folder.path() / "out"));
    return done.err;
  };
  CHECK(has(refused("rules.agreement_rate", "rules.agreement_rat"),
            "study.yaml:8:24: factors.rules.agreement_rat: no number of debt-only"));
  CHECK(has(refused("rules.agreement_rate", "rules.agreement_rat"),
            "did you mean \"rules.agreement_rate\"?"));
  CHECK(has(refused("uniform:2:8", "uniform:8:2"), "8"));
  CHECK(has(refused("uniform:2:8", "uniform:-2:8"), "found -"));
  CHECK(
      has(refused("n: 16", "n: 1000000000000"), "a design of 4,000,000,000,000 runs of 2 factors"));
  CHECK(has(refused("n: 16", "n: 17"), "power of two"));
  CHECK(has(refused("name: small", "name: ../small"), "it becomes the name of a folder"));
  CHECK(has(refused("kind: saltelli", "kind: saltely"), "did you mean \"saltelli\"?"));
  CHECK(has(refused("settled, ", "setled, "), "settled"));
  CHECK(has(refused("replicates: 4", "replicas: 4"), "did you mean \"replicates\"?"));
}

TEST_CASE("a sweep takes groups of numbers and constraints between them", "[cli][sweep]") {
  const TemporaryFolder folder;
  const auto swept = [&](const std::string& what, const std::string& with) {
    write(folder.path() / "study.yaml", replaced(study, what, with));
    std::vector<std::string> command = sweep("out");
    command.emplace_back("--force");
    return run_program(command, folder.path());
  };
  const std::string groups = ", groups: talks=debts.dprk_to_russia.hope+rules.agreement_rate}";
  for (const std::string kind : {"{kind: morris, n: 8", "{kind: saltelli, n: 16"}) {
    REQUIRE(swept("{kind: saltelli, n: 16, scrambles: 8}", kind + groups).code == 0);
    const fs::path analysis = folder.path() / "out" / "analysis";
    CHECK(has(read_bytes(analysis / "sensitivity.csv"), "debts.dprk_to_russia.settled,talks,"));
    CHECK(has(read_bytes(analysis / "page.html"), "Numbers that moved together"));
  }
  const std::string constraint =
      "constraints: [\"40 * debts.dprk_to_russia.hope <= rules.agreement_rate\"]\noutcomes:";
  CHECK(has(swept("outcomes:", constraint).err, "with the design saltelli; allowed: random"));
  REQUIRE(swept("{kind: saltelli, n: 16, scrambles: 8}\n",
                "{kind: random, n: 32}\n" + constraint.substr(0, constraint.size() - 9))
              .code == 0);
  std::istringstream points(read_bytes(folder.path() / "out" / "points.csv"));
  std::string line;
  std::getline(points, line);
  std::size_t lines = 0;
  for (double hope = 0, rate = 0; std::getline(points, line); ++lines) {
    REQUIRE(std::sscanf(line.c_str(), "%lf,%lf", &hope, &rate) == 2);
    CHECK(40 * hope <= rate);
  }
  CHECK(lines == 32);
  CHECK(has(read_bytes(folder.path() / "out" / "analysis" / "page.html"), "Every point keeps:"));
}
