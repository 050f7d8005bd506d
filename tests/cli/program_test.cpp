// The command line as a user meets it: exit codes, messages, what is written and what is not.
#include "tests/support/program.hpp"

#include "tests/support/temporary_folder.hpp"

#include <algorithm>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;
namespace json = boost::json;
using Words = std::vector<std::string>;

TEST_CASE("the program tells its version", "[cli]") {
  const TemporaryFolder folder;
  const Finished done = run_program({"--version"}, folder.path());
  CHECK(done.code == 0);
  CHECK(done.out.starts_with("tumen " TUMEN_VERSION " ("));
}

TEST_CASE("help shows every command and examples", "[cli]") {
  const TemporaryFolder folder;
  const Finished done = run_program({"--help"}, folder.path());
  CHECK(done.code == 0);
  for (const char* command :
       {"run", "explain", "batch", "compare", "power", "report", "validate", "list", "describe"}) {
    CHECK(has(done.out, std::string("\n  ") + command + " "));
    const Finished help = run_program({command, "--help"}, folder.path());
    CHECK(help.code == 0);
    CHECK(has(help.out, std::string("Example:\n  tumen ") + command));
  }
  CHECK(folder.is_empty());
}

TEST_CASE("bad input ends with code 2, a message and nothing written", "[cli][long]") {
  struct Case {
    Words words;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{}, "A subcommand is required"},
      {{"rn", "debt-only"}, "did you mean \"run\"?"},
      {{"run"}, "SCENARIO is required"},
      {{"run", "debt-onyl"}, "did you mean \"debt-only\"?"},
      {{"run", "debt-only", "--sed", "3"}, "--sed: no such option; did you mean"},
      {{"run", "debt-only", "--seed", "-1"}, "--seed"},
      {{"run", "debt-only", "--seed", "many"}, "--seed"},
      {{"run", "debt-only", "--seed", "18446744073709551616"}, "to 18446744073709551615"},
      {{"run", "debt-only", "--ticks", "0"}, "--ticks"},
      {{"run", "debt-only", "--ticks", "81"}, "allowed: 1 to 80"},
      {{"run", "debt-only", "--threads", "-2"}, "--threads"},
      {{"run", "debt-only", "--set", "countries.PRK.discount_rat=0.2"}, "discount_rate"},
      {{"run", "debt-only", "--set", "countries.PRK.discount_rate"}, "discount_rate"},
      {{"run", "debt-only", "--set", "countries.PRK.discount_rate=lots"}, "lots"},
      {{"run", "debt-only", "--set", "countries.PRK.discount_rate=-3"}, "-3"},
      {{"batch", "debt-only", "--runs", "0"}, "--runs"},
      {{"explain", "debt-only", "--deal", "debt_writeoff"}, "did you mean \"debt_write_off\"?"},
      {{"explain", "debt-only", "--deal", "debt_write_off", "--tick", "80"}, "0 to 79"},
      {{"explain", "debt-only", "--deal", "debt_write_off", "--agent", "PRC"}, "allowed: RUS, PRK"},
      {{"list", "corridor"}, "did you mean \"corridors\"?"},
      {{"describe", "discount"}, "is not known"},
      {{"validate", "nowhere.yaml"}, "no such scenario"},
  };
  for (const Case& c : cases) {
    const TemporaryFolder folder;
    const Finished done = run_program(c.words, folder.path());
    CAPTURE(c.words, done.out, done.err);
    CHECK(done.code == 2);
    CHECK(done.err.starts_with("tumen: "));
    CHECK(has(done.err, c.message));
    CHECK(folder.is_empty());
  }
}

TEST_CASE("a run tells its story and writes its folder", "[cli]") {
  const TemporaryFolder folder;
  const Finished done = run_program({"run", "debt-only", "--seed", "5"}, folder.path());
  CHECK(done.code == 0);
  CHECK(done.err.empty());
  CHECK(done.out.starts_with("One debt, two countries\n2000-2019, seed 5\n"));
  for (const char* part :
       {"\nDeals\n", "\nDebts\n", "\nGains\n", "Written to results/debt-only-5"}) {
    CHECK(has(done.out, part));
  }
  CHECK(fs::exists(folder.path() / "results" / "debt-only-5" / "manifest.json"));
  CHECK_FALSE(has(done.out, "\x1b"));  // no colour off a terminal
}

TEST_CASE("an existing folder is refused before anything is computed, unless forced", "[cli]") {
  const TemporaryFolder folder;
  const Words words = {"run", "debt-only", "--ticks", "4", "--out", "here"};
  REQUIRE(run_program(words, folder.path()).code == 0);
  const std::string before = read_bytes(folder.path() / "here" / "manifest.json");
  const Finished again = run_program(words, folder.path());
  CHECK(again.code == 2);
  CHECK(has(again.err, "--force"));
  CHECK(read_bytes(folder.path() / "here" / "manifest.json") == before);
  Words forced = words;
  forced.insert(forced.end(), {"--force", "--seed", "9"});
  CHECK(run_program(forced, folder.path()).code == 0);
  CHECK(has(read_bytes(folder.path() / "here" / "manifest.json"), "\"seed\": 9"));
}

TEST_CASE("quiet prints nothing, and the folder is written all the same", "[cli]") {
  const TemporaryFolder folder;
  const Finished done =
      run_program({"run", "debt-only", "--quiet", "--ticks", "4", "--out", "q"}, folder.path());
  CHECK(done.code == 0);
  CHECK(done.out.empty());
  CHECK(done.err.empty());
  CHECK(fs::exists(folder.path() / "q" / "events.csv"));
}

TEST_CASE("with --json every command prints one JSON document", "[cli]") {
  const TemporaryFolder folder;
  const std::vector<Words> commands = {
      {"run", "debt-only", "--out", "r"},
      {"batch", "debt-only", "--runs", "3", "--out", "b"},
      {"explain", "debt-only", "--deal", "debt_write_off"},
      {"validate", "debt-only"},
      {"list", "scenarios"},
      {"list", "levers", "--scenario", "debt-only"},
      {"list", "clauses"},
      {"describe", "debt_relief"},
      {"describe", "PRK", "--scenario", "debt-only"},
      {"describe", "countries.PRK.discount_rate", "--scenario", "debt-only"},
  };
  for (Words words : commands) {
    words.push_back("--json");
    const Finished done = run_program(words, folder.path());
    CAPTURE(words, done.out, done.err);
    CHECK(done.code == 0);
    json::error_code error;
    (void)json::parse(done.out, error);
    CHECK_FALSE(error);
  }
}

TEST_CASE("an override changes the run and stands in the manifest", "[cli]") {
  const TemporaryFolder folder;
  const std::string set = "countries.PRK.discount_rate=0.12";
  REQUIRE(run_program({"run", "debt-only", "--out", "a"}, folder.path()).code == 0);
  REQUIRE(run_program({"run", "debt-only", "--out", "b", "--set", set}, folder.path()).code == 0);
  CHECK(read_bytes(folder.path() / "a" / "state.csv") !=
        read_bytes(folder.path() / "b" / "state.csv"));
  const json::value manifest = json::parse(read_bytes(folder.path() / "b" / "manifest.json"));
  CHECK(manifest.at("set").as_array().at(0).as_string() == set);
}

TEST_CASE("a trace is written where it is asked for", "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(run_program({"run", "debt-only", "--trace", "--out", "t"}, folder.path()).code == 0);
  CHECK(has(read_bytes(folder.path() / "t" / "trace.txt"), "debt_write_off: talks for"));
}
