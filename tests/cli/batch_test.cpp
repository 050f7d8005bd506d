#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

TEST_CASE("a batch counts the same for any number of threads", "[cli]") {
  const TemporaryFolder folder;
  for (const char* threads : {"1", "2", "3"}) {
    REQUIRE(run_program({"batch", "debt-only", "--runs", "40", "--per-run", "--threads", threads,
                         "--out", threads},
                        folder.path())
                .code == 0);
  }
  for (const char* file : {"outcomes.csv", "runs.csv", "runs.nc"}) {
    const std::string one = read_bytes(folder.path() / "1" / file);
    CHECK_FALSE(one.empty());
    CHECK(one == read_bytes(folder.path() / "2" / file));
    CHECK(one == read_bytes(folder.path() / "3" / file));
  }
}

TEST_CASE("a run of a batch is replayed by its number", "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(
      run_program({"batch", "debt-only", "--runs", "3", "--per-run", "--out", "b"}, folder.path())
          .code == 0);
  REQUIRE(run_program({"run", "debt-only", "--run", "2", "--out", "r"}, folder.path()).code == 0);
  const std::string events = read_bytes(folder.path() / "r" / "events.csv");
  const std::string runs = read_bytes(folder.path() / "b" / "runs.csv");
  const bool is_signed = events.find(",signed,debt_write_off,") != std::string::npos;
  CHECK(runs.find(is_signed ? "\r\n2,packages.debt_write_off.signed,1\r\n"
                            : "\r\n2,packages.debt_write_off.signed,0\r\n") != std::string::npos);
}

TEST_CASE("an interrupted batch ends with 130 and keeps the finished runs", "[cli]") {
  const TemporaryFolder folder;
  const pid_t program =
      start_program({"batch", "debt-only", "--runs", "1000000", "--out", "b"}, folder.path());
  // The folder appears once signals are caught; a million runs do not end before.
  while (!fs::exists(folder.path() / "b") && is_running(program)) {
  }
  REQUIRE(::kill(program, SIGINT) == 0);
  CHECK(wait_for(program) == 130);
  CHECK(read_bytes(folder.path() / "b" / "manifest.json").find("\"interrupted\": true") !=
        std::string::npos);
  CHECK(fs::exists(folder.path() / "b" / "outcomes.csv"));
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a run directory explains itself as its scenario and seed do", "[cli]") {
  const TemporaryFolder folder;
  const std::string set = "countries.RUS.discount_rate=0.1";
  REQUIRE(
      run_program({"run", "debt-only", "--seed", "4", "--set", set, "--out", "r"}, folder.path())
          .code == 0);
  const Finished by_folder =
      run_program({"explain", "r", "--deal", "debt_write_off"}, folder.path());
  const Finished by_name =
      run_program({"explain", "debt-only", "--seed", "4", "--set", set, "--deal", "debt_write_off"},
                  folder.path());
  CHECK(by_folder.code == 0);
  CHECK(by_folder.out == by_name.out);
  CHECK(by_folder.out.find("Joint surplus") != std::string::npos);
}

TEST_CASE("a folder with a foreign manifest cannot be explained", "[cli]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "manifest.json", "{\"name\": \"something else\"}");
  const Finished done = run_program({"explain", ".", "--deal", "x"}, folder.path());
  CHECK(done.code == 2);
  CHECK(done.err.find("not the manifest of a run") != std::string::npos);
}
