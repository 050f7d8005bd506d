#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

// The shipped calibration in small.
std::string small_study() {
  std::ifstream file(fs::path(TUMEN_SOURCE_DIR) / "configs/studies/calibration-1990-2007.yaml",
                     std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return std::regex_replace(std::regex_replace(text, std::regex("n: 1024"), "n: 32"),
                            std::regex("replicates: 64"), "replicates: 8");
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a calibration keeps the runs nearest to the record, a backtest holds to its lock",
          "[cli][backtest][long]") {
  const TemporaryFolder folder;
  write(folder.path() / "study.yaml", small_study());
  const std::vector<std::string> calibrate = {"calibrate", "study.yaml", "--keep", "40",
                                              "--failing", "7",          "--out",  "kept"};
  const Finished made = run_program(calibrate, folder.path());
  REQUIRE(made.code == 0);
  CHECK(has(made.out, "256 runs of 32 points"));
  CHECK(has(made.out, "not constrained"));
  const Finished again = run_program(calibrate, folder.path());
  CHECK(again.code == 2);  // what is there is not replaced

  const std::vector<std::string> backtest = {
      "backtest", "study.yaml", "--keep", "40", "--failing", "7", "--lock", "kept/manifest.json"};
  const Finished first = run_program(backtest, folder.path());
  CHECK(first.code == 0);
  CHECK(has(first.out, "Verdict"));
  CHECK(has(first.out, "PASS  the runs that are kept, computed again"));
  CHECK(has(first.out, "Unconditional arm"));
  CHECK(has(first.out, "the lock protects"));
  CHECK(has(bytes_of(folder.path() / "results/backtest/page.html"), "Left out of the score"));
  std::vector<std::string> one_thread = backtest;
  one_thread.insert(one_thread.end(), {"--threads", "1", "--out", "again", "--quiet"});
  REQUIRE(run_program(one_thread, folder.path()).code == 0);
  for (const char* const name : {"events.csv", "numbers.csv", "scores.csv", "skill.csv",
                                 "patterns.csv", "series.csv", "reliability.csv", "page.html"}) {
    INFO(name);
    const std::string bytes = bytes_of(folder.path() / "results/backtest" / name);
    CHECK(bytes.size() > 100);
    CHECK(bytes == bytes_of(folder.path() / "again" / name));
  }

  // Another range of a parameter is another calibration, and the lock says so.
  write(folder.path() / "study.yaml",
        std::regex_replace(small_study(), std::regex("rules.rest: range"),
                           "rules.rest: uniform:1:2"));
  std::vector<std::string> changed = backtest;
  changed.insert(changed.end(), {"--out", "changed"});
  const Finished broken = run_program(changed, folder.path());
  CHECK(broken.code == 2);
  CHECK(has(broken.out, "FAIL  the study, its parameters and ranges"));
  CHECK(has(broken.out, "PASS  what the record says of the calibration period"));
}

TEST_CASE("a calibration refuses targets that the record has not and runs that go on too long",
          "[cli][backtest]") {
  const TemporaryFolder folder;
  write(folder.path() / "study.yaml",
        std::regex_replace(small_study(), std::regex("kaesong.signed@2000-2006"),
                           "kaesong.signed@2000-2007"));
  const Finished unknown = run_program({"calibrate", "study.yaml"}, folder.path());
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "packages.kaesong.signed@2000-2006"));  // the nearest
  write(folder.path() / "study.yaml",
        std::regex_replace(small_study(), std::regex("ticks: 72"), "ticks: 80"));
  const Finished longer = run_program({"calibrate", "study.yaml"}, folder.path());
  CHECK(longer.code == 2);
  CHECK(has(longer.err, "runs that end where the calibration ends, 2008"));
  const Finished missing = run_program({"backtest", "no-study"}, folder.path());
  CHECK(missing.code == 2);
  CHECK(has(missing.err, "configs/studies"));
}
