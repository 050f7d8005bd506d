#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace tumen::test;

namespace {

const char* const runs =
    "policy,world,gain,cost,note\n"
    "wait,calm,10,1,\nwait,storm,0,1,x\nact,calm,3,5,\nact,storm,8,5,\nhedge,calm,6,2,\n"
    "hedge,storm,4,4,\nidle,calm,2,6,\nidle,storm,0,6,\n";

Finished decide(const std::string& table, const std::vector<std::string>& options) {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "t.csv", table);
  std::vector<std::string> words = {"decide", "--table",    "t.csv", "--policy",
                                    "policy", "--scenario", "world"};
  words.insert(words.end(), options.begin(), options.end());
  return run_program(words, folder.path());
}

}  // namespace

TEST_CASE("decide tells payoffs, rules and who wins", "[cli][decisions]") {
  const Finished f = decide(runs, {"--outcome", "gain", "--satisfy", ">=4"});
  REQUIRE(f.code == 0);
  CHECK(has(f.out, "gain (more is better): 4 policies, 2 scenarios, 1 line a pair"));
  CHECK(has(f.out, "maximin            0     3     *4     0  in the worst scenario"));
  CHECK(has(f.out,
            "satisficing      0.5   0.5     *1     0  share of scenarios where it is at least 4"));
  CHECK(has(f.out, "worse and in some better than idle."));
}

TEST_CASE("decide tells what nothing beats in several outcomes", "[cli][decisions]") {
  const Finished f = decide(runs, {"--outcome", "gain,cost", "--direction", "max,min", "--json"});
  REQUIRE(f.code == 0);
  // Means: wait 5, 1; act 5.5, 5; hedge 5, 3. Worst: wait 0, 1; act 3, 5; hedge 4, 4.
  CHECK(has(f.out, "\"by_mean\": [\"wait\", \"act\"]"));
  CHECK(has(f.out, "\"by_worst\": [\"wait\", \"hedge\"]"));
  CHECK(has(f.out, "\"direction\": \"min\""));
}

TEST_CASE("decide refuses what it cannot use", "[cli][decisions]") {
  const auto is_refused = [](const Finished& f, const std::string& part) {
    INFO(f.err);
    CHECK(has(f.err, part));
    return f.code == 2 && f.out.empty();
  };
  CHECK(is_refused(decide(runs, {"--outcome", "gian"}), "did you mean \"gain\"?"));
  CHECK(is_refused(decide(runs, {"--outcome", "note"}), "an empty cell"));
  CHECK(is_refused(decide(runs, {"--outcome", "gain", "--satisfy", ">="}), "--satisfy"));
  CHECK(is_refused(decide(runs, {"--outcome", "gain", "--satisfy", "good"}), "--satisfy"));
  CHECK(is_refused(decide(runs, {"--outcome", "gain", "--direction", "up"}), "--direction"));
  CHECK(is_refused(decide(runs, {"--outcome", "gain,cost", "--direction", "max,min,max"}),
                   "one for each of the 2 outcomes"));
  CHECK(is_refused(decide(runs, {"--outcome", "world"}), "named twice"));
  CHECK(is_refused(decide(runs, {"--outcome", "gain", "--optimism", "2"}), "from 0 to 1"));
  CHECK(is_refused(decide("policy,world,gain\na,x,1\nb,y,1\n", {"--outcome", "gain"}),
                   "no line for policy \"a\" in scenario \"y\""));
}
