// Batches that end early, are cut into parts, or find the disk full.
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <cstdlib>
#include <random>

#include <catch2/catch.hpp>
#include <sys/resource.h>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> files = {"outcomes.csv", "by_tick.csv",   "runs.csv",      "runs.nc",
                                        "ensemble.nc",  "scenario.yaml", "segments.tumen"};

void check_same(const fs::path& folder, const fs::path& expected) {
  for (const std::string& file : files) {
    CAPTURE(file);
    const std::string bytes = read_bytes(expected / file);
    CHECK_FALSE(bytes.empty());
    CHECK(read_bytes(folder / file) == bytes);
  }
}

std::vector<std::string> batch(const char* runs, const char* out) {
  return {
      "batch",     "debt-only", "--runs",       runs, "--per-run", "--follow", "market.world.brent",
      "--threads", "2",         "--keep-every", "0",  "--out",     out};
}

std::uintmax_t size_of(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  return error ? 0 : size;
}

int kills() {
  const char* asked = std::getenv("TUMEN_KILLS");
  return asked == nullptr ? 10 : std::atoi(asked);
}

}  // namespace

TEST_CASE("a batch that is killed and resumed ends with the bytes of one that was not",
          "[cli][kill]") {
  const TemporaryFolder folder;
  REQUIRE(run_program(batch("1800", "whole"), folder.path()).code == 0);
  // The moments are sizes of the growing file, which reaches some 790 kB; the first is before any
  // run, the last when tables are being written (it may come too late).
  const auto growing = folder.path() / "b" / "segments.tumen";
  std::mt19937 draw(5);
  const int n = kills();
  int killed = 0;
  for (int k = 0; k < n; ++k) {
    fs::remove_all(folder.path() / "b");
    const std::uintmax_t moment = k == 0 ? 1 : draw() % 750'000;
    const bool at_tables = k == n - 1;
    const pid_t program = start_program(batch("1800", "b"), folder.path());
    while (is_running(program) && (at_tables ? !fs::exists(folder.path() / "b" / "outcomes.csv")
                                             : size_of(growing) < moment)) {
    }
    ::kill(program, SIGKILL);
    killed += wait_for(program) == 128 + SIGKILL ? 1 : 0;
    const Finished done = run_program({"batch", "--resume", "b", "--threads", "1"}, folder.path());
    CAPTURE(k, moment, done.err);
    CHECK(done.code == 0);
    check_same(folder.path() / "b", folder.path() / "whole");
  }
  CHECK(killed >= n - 1);
}

TEST_CASE("an interrupted batch is resumed to the bytes of one that was not", "[cli]") {
  const TemporaryFolder folder;
  for (const int signal : {SIGINT, SIGTERM}) {
    fs::remove_all(folder.path() / "b");
    const pid_t program = start_program(batch("600", "b"), folder.path());
    while (size_of(folder.path() / "b" / "segments.tumen") == 0 && is_running(program)) {
    }
    REQUIRE(::kill(program, signal) == 0);
    CHECK(wait_for(program) == 130);
    CHECK(has(read_bytes(folder.path() / "b" / "manifest.json"), "\"interrupted\": true"));
    REQUIRE(run_program({"batch", "--resume", "b"}, folder.path()).code == 0);
    CHECK(has(read_bytes(folder.path() / "b" / "manifest.json"), "\"interrupted\": false"));
    if (!fs::exists(folder.path() / "whole")) {
      REQUIRE(run_program(batch("600", "whole"), folder.path()).code == 0);
    }
    check_same(folder.path() / "b", folder.path() / "whole");
  }
}

TEST_CASE("parts of a batch merge to the bytes of the whole", "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(run_program(batch("100", "whole"), folder.path()).code == 0);
  std::vector<std::string> merge = {"merge"};
  for (const char* part : {"3/3", "1/3", "2/3"}) {
    std::vector<std::string> command = batch("100", std::string(1, part[0]).c_str());
    command.insert(command.end(), {"--shard", part});
    REQUIRE(run_program(command, folder.path()).code == 0);
    merge.emplace_back(1, part[0]);
  }
  merge.insert(merge.end(), {"--out", "merged"});
  REQUIRE(run_program(merge, folder.path()).code == 0);
  check_same(folder.path() / "merged", folder.path() / "whole");

  const Finished missing = run_program({"merge", "1", "3", "--out", "m"}, folder.path());
  CHECK(missing.code == 2);
  CHECK(has(missing.err, "no folder has the runs 32-63"));
  const Finished twice = run_program({"merge", "1", "2", "1", "--out", "m"}, folder.path());
  CHECK(twice.code == 2);
  CHECK(has(twice.err, "runs 0-31, which a folder before it has too"));
  CHECK_FALSE(fs::exists(folder.path() / "m"));
}

TEST_CASE("a folder of another batch is not resumed", "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(run_program(batch("32", "b"), folder.path()).code == 0);
  const std::string before = read_bytes(folder.path() / "b" / "segments.tumen");
  const auto refused = [&](std::vector<std::string> command, const char* why) {
    const Finished done = run_program(command, folder.path());
    CAPTURE(done.err);
    CHECK(done.code == 2);
    CHECK(has(done.err, why));
    CHECK(read_bytes(folder.path() / "b" / "segments.tumen") == before);
  };
  refused({"batch", "debt-only", "--runs", "33", "--resume", "b"}, "runs: 32; allowed: 33");
  refused({"batch", "debt-only", "--runs", "32", "--seed", "2", "--resume", "b"}, "seed: 1");
  refused({"batch", "baseline-2026", "--runs", "32", "--resume", "b"}, "scenario: debt-only");
  refused({"batch", "--resume", "c"}, "no such folder");
  refused({"batch", "--seed", "1", "--resume", "b"}, "--seed requires SCENARIO");
  refused({"batch"}, "a scenario (tumen list scenarios), or --resume DIR");
  refused({"batch", "debt-only", "--shard", "3/2"}, "1 to 2");

  std::string damaged = before;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  write_bytes(folder.path() / "b" / "segments.tumen", damaged);
  const Finished done = run_program({"batch", "--resume", "b"}, folder.path());
  CHECK(done.code == 2);
  CHECK(has(done.err, "corrupt segment"));
  CHECK(fs::exists(folder.path() / "b" / "outcomes.csv"));
}

TEST_CASE("a full disk is told and what was counted is kept", "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(run_program(batch("400", "whole"), folder.path()).code == 0);
  // A limit on the size of files stands for the disk: the write fails in the same place.
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit little{150'000, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
  const Finished full = run_program(batch("400", "b"), folder.path());
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, handler);
  CAPTURE(full.err);
  CHECK(full.code == 1);
  CHECK(has(full.err, "segments.tumen: cannot be written"));
  CHECK(has(full.err, "tumen batch --resume b"));
  REQUIRE(run_program({"batch", "--resume", "b"}, folder.path()).code == 0);
  check_same(folder.path() / "b", folder.path() / "whole");
}
