#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* study = R"(schema: 1
name: first-look
scenario: debt-only
replicates: 8
design: {kind: sobol, n: 16}
factors:
  debts.dprk_to_russia.hope: range
forecasts:
  - id: settled
    question: Will the debt be settled before 2015?
    outcome: debts.dprk_to_russia.settled@1992-2015
    resolves: 2015-01-31
    rubric: "Yes if both governments announce an agreement in force. Source: the ministries of finance."
)";

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string without(std::string text, const std::string& what) {
  const std::size_t at = text.find(what);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++n;
  }
  return n;
}

}  // namespace

TEST_CASE("a sealed forecast is computed again to the same numbers", "[cli][seal]") {
  const TemporaryFolder folder;
  write(folder.path() / "study.yaml", study);
  const Finished sealed = run_program({"seal", "study.yaml"}, folder.path());
  REQUIRE(sealed.code == 0);
  CHECK(has(sealed.out, "Will the debt be settled before 2015?"));
  const Finished verified = run_program({"verify", "--threads", "1"}, folder.path());
  CHECK(verified.code == 0);
  CHECK(count(verified.out, "PASS") == 5);
  CHECK(count(verified.out, "FAIL") == 0);

  const Finished again = run_program({"seal", "study.yaml"}, folder.path());
  CHECK(again.code == 2);
  CHECK(has(again.err, "a study is sealed once"));
}

TEST_CASE("whatever is changed after sealing fails a check", "[cli][seal]") {
  const TemporaryFolder folder;
  write(folder.path() / "study.yaml", study);
  REQUIRE(run_program({"seal", "study.yaml"}, folder.path()).code == 0);
  const fs::path sealed = folder.path() / "forecasts" / "first-look" / "study.yaml";
  write(sealed, std::string(study) + "# a word more\n");
  const Finished study_changed = run_program({"verify", "--short"}, folder.path());
  CHECK(study_changed.code == 2);
  CHECK(count(study_changed.out, "FAIL") == 1);
  write(sealed, study);
  const fs::path ledger = folder.path() / "forecasts" / "ledger.jsonl";
  std::string text = read_bytes(ledger);
  const std::size_t at = text.find("\"mean\":") + 7;
  text[at] = text[at] == '9' ? '8' : '9';
  write(ledger, text);
  const Finished number_changed = run_program({"verify"}, folder.path());
  CHECK(number_changed.code == 2);
  CHECK(has(number_changed.out, "the entry was changed after it was written"));
  CHECK(has(number_changed.out, "other numbers"));
}

TEST_CASE("a forecast without a rubric or a day is refused and nothing is written", "[cli][seal]") {
  const TemporaryFolder folder;
  for (const char* key : {"rubric", "resolves", "question"}) {
    write(folder.path() / "study.yaml", without(study, std::string("    ") + key));
    const Finished refused = run_program({"seal", "study.yaml"}, folder.path());
    CHECK(refused.code == 2);
    CHECK(has(refused.err, key));
  }
  write(folder.path() / "study.yaml", without(study, "    resolves") + "    resolves: next year\n");
  CHECK(has(run_program({"seal", "study.yaml"}, folder.path()).err, "a day, YYYY-MM-DD"));
  CHECK_FALSE(fs::exists(folder.path() / "forecasts"));
}
