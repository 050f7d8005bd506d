#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace tumen::test;

TEST_CASE("a comparison gives the same files for any number of threads", "[cli]") {
  const TemporaryFolder folder;
  for (const char* threads : {"1", "3"}) {
    REQUIRE(run_program({"compare", "debt-only", "--b", "debts.dprk_to_russia.hope=0.06", "--runs",
                         "40", "--threads", threads, "--out", threads},
                        folder.path())
                .code == 0);
  }
  for (const char* file : {"compare.csv", "findings.txt", "scenario_a.yaml", "scenario_b.yaml"}) {
    const std::string one = read_bytes(folder.path() / "1" / file);
    CHECK_FALSE(one.empty());
    CHECK(one == read_bytes(folder.path() / "3" / file));
  }
}

TEST_CASE("a comparison tells a finding in a sentence with its interval", "[cli]") {
  const TemporaryFolder folder;
  const auto result = run_program(
      {"compare", "debt-only", "--b", "debts.dprk_to_russia.hope=0.06", "--runs", "200"},
      folder.path());
  REQUIRE(result.code == 0);
  CHECK(result.out.find("B: debts.dprk_to_russia.hope=0.06") != std::string::npos);
  CHECK(result.out.find("With debts.dprk_to_russia.hope=0.06, ") != std::string::npos);
  CHECK(result.out.find("95 % intervals") != std::string::npos);
}

TEST_CASE("a comparison of a setting with itself in other words finds no difference", "[cli]") {
  const TemporaryFolder folder;
  const auto result = run_program(
      {"compare", "debt-only", "--b", "rules.split_rule=nash", "--runs", "20"}, folder.path());
  REQUIRE(result.code == 0);
  CHECK(result.out.find("No difference is told from chance.") != std::string::npos);
}

TEST_CASE("a comparison of one side only is refused and writes nothing", "[cli]") {
  const TemporaryFolder folder;
  const auto result = run_program({"compare", "debt-only"}, folder.path());
  CHECK(result.code == 2);
  CHECK(result.err.find("--a, --b") != std::string::npos);
  CHECK(folder.is_empty());
  CHECK(run_program({"compare", "debt-only", "--b", "rules.split_rule=nach"}, folder.path()).code ==
        2);
  CHECK(folder.is_empty());
}
