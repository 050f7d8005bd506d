// tumen explain as a user meets it: what it explains by default, its page, its JSON, its mistakes.
#include "tests/support/json_schema.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;
namespace json = boost::json;
using Words = std::vector<std::string>;

namespace {

json::value schema() {
  return json::parse(read_bytes(fs::path(TUMEN_SOURCE_DIR) / "configs/schema/explain.schema.json"));
}

json::value explained(Words words, const fs::path& folder) {
  words.insert(words.begin(), {"explain", "--json"});
  const Finished done = run_program(words, folder);
  REQUIRE(done.code == 0);
  return json::parse(done.out);
}

}  // namespace

TEST_CASE("what explain prints as JSON fits its schema", "[cli][explain]") {
  const TemporaryFolder folder;
  for (const Words& words : std::vector<Words>{
           {"debt-only", "--seed", "8"},
           {"debt-only", "--deal", "debt_write_off", "--tick", "2011.5", "--no-flips"},
           {"debt-for-pipeline-2011", "--seed", "3", "--lever", "rules.*"},
           {"baseline-2026", "--deal", "gas_line", "--lever", "state.*", "--agent", "KOR"}}) {
    CAPTURE(words);
    const auto faults = misfits(explained(words, folder.path()), schema());
    CAPTURE(faults);
    CHECK(faults.empty());
  }
}

TEST_CASE("the schema of explain refuses what it does not describe", "[cli][explain]") {
  const TemporaryFolder folder;
  const json::value good = explained({"debt-only", "--seed", "8"}, folder.path());
  json::value extra = good;
  extra.as_object()["surprise"] = 1;
  CHECK(misfits(extra, schema()).size() == 1);
  json::value lacking = good;
  lacking.as_object().erase("verdict");
  CHECK(misfits(lacking, schema()).size() == 1);
  json::value wrong = good;
  wrong.at("parties").at(0).as_object()["country"] = 7;
  CHECK(misfits(wrong, schema()).size() == 1);
}

TEST_CASE("without a deal explain takes the most valuable one that failed", "[cli][explain]") {
  const TemporaryFolder folder;
  const json::value best =
      explained({"debt-for-pipeline-2011", "--seed", "3", "--no-flips"}, folder.path());
  const json::value same =
      explained({"debt-for-pipeline-2011", "--seed", "3", "--no-flips", "--deal", "best-failed"},
                folder.path());
  CHECK(best == same);
  CHECK(best.at("after").as_string() != "in_force");
  CHECK(best.at("joint_surplus_musd_per_year").as_double() > 0);
  CHECK_FALSE(best.at("verdict").as_string().empty());
}

TEST_CASE("what would have prevented a signature is told as well", "[cli][explain]") {
  // The write-off is signed in 2010 Q2 in this run.
  const TemporaryFolder folder;
  const json::value e =
      explained({"debt-only", "--seed", "7", "--deal", "debt_write_off"}, folder.path());
  CHECK(e.at("decision").at("kind").as_string() == "signature");
  CHECK(e.at("decision").at("happened").as_bool());
  REQUIRE_FALSE(e.at("flips").at("found").as_array().empty());
  for (const json::value& flip : e.at("flips").at("found").as_array()) {
    CHECK(flip.at("effect").as_string() == "reversed");
    CHECK(has(std::string(flip.at("sentence").as_string()), "it would not have been signed"));
    CHECK(flip.at("to") != flip.at("value"));
  }
}

TEST_CASE("the page of explain stands alone", "[cli][explain]") {
  const TemporaryFolder folder;
  const Words words = {"explain", "debt-only", "--seed", "8", "--html", "why.html"};
  const Finished done = run_program(words, folder.path());
  CHECK(done.code == 0);
  CHECK(has(done.out, "Written to why.html"));
  const std::string page = read_bytes(folder.path() / "why.html");
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.ends_with("</html>\n"));
  for (const char* part : {"<script", "http:", "https:", "src=", "@import"}) {
    CHECK_FALSE(has(page, part));
  }
  // One chart for each of the two parties, and the flips.
  CHECK(has(page, "Gain of Russia by reason"));
  CHECK(has(page, "Gain of The DPRK by reason"));
  CHECK(has(page, "What would have reversed it"));
  SECTION("and replaces another only when forced") {
    const Finished again = run_program(words, folder.path());
    CHECK(again.code == 2);
    CHECK(has(again.err, "--force"));
    Words forced = words;
    forced.emplace_back("--force");
    CHECK(run_program(forced, folder.path()).code == 0);
  }
}

TEST_CASE("mistakes of explain end with code 2, a message and nothing written", "[cli][explain]") {
  const std::vector<std::pair<Words, std::string>> cases = {
      {{"--deal", "debt_writeoff"}, "did you mean \"debt_write_off\"?"},
      {{"--deal", "debt_writeoff"}, "allowed: best-failed, debt_write_off"},
      {{"--tick", "80"}, "allowed: 0 to 79"},
      {{"--tick", "2031"}, "allowed: 0 to 79"},
      {{"--agent", "PRC"}, "allowed: RUS, PRK"},
      {{"--lever", "countries.PRK.discount_rat"}, "did you mean \"countries.PRK.discount_rate\"?"},
      {{"--lever", "rules.*", "--lever", "nothing.*"}, "--lever: \"nothing.*\""},
      {{"--html", "nowhere/why.html"}, "a folder that exists"},
      {{"--seed", "7"}, "every deal of this run entered into force"},
  };
  for (const auto& [options, message] : cases) {
    const TemporaryFolder folder;
    Words words = {"explain", "debt-only"};
    if (options.front() != "--seed") {
      words.insert(words.end(), {"--seed", "8"});
    }
    words.insert(words.end(), options.begin(), options.end());
    const Finished done = run_program(words, folder.path());
    CAPTURE(words, done.out, done.err);
    CHECK(done.code == 2);
    CHECK(done.err.starts_with("tumen: "));
    CHECK(has(done.err, message));
    CHECK(folder.is_empty());
  }
}
