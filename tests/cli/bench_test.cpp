// tumen bench: what it says of the bits can be checked; its times cannot.
#include "tests/support/program.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

using namespace tumen::test;

namespace {

boost::json::object measure(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"bench", "--repeats", "1", "--json", "--quiet"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const Finished told = run_program(words, std::filesystem::temp_directory_path());
  REQUIRE(told.code == 0);
  return boost::json::parse(told.out).as_object();
}

}  // namespace

TEST_CASE("a benchmark gives the checksum of its runs and the same bits everywhere", "[cli]") {
  const auto one = measure({"debt-only", "--threads", "1"});
  const auto three = measure({"debt-only", "--threads", "3"});
  CHECK(one.at("same_bits").as_bool());
  CHECK(one.at("checksum") == three.at("checksum"));
  CHECK(one.at("verified").is_null());  // not the standard scenario
  CHECK(three.at("rows").as_array().back().at("threads").as_int64() == 3);
  for (const char* key :
       {"lanes_over_scalar", "threads_over_one", "threads_share", "gflops", "peak_gflops",
        "peak_share", "rng_floor_share", "futures_1000x40_ms", "rss_mb"}) {
    INFO(key);
    CHECK(one.at(key).to_number<double>() > 0);
    CHECK(three.at(key).to_number<double>() > 0);
  }
  CHECK(one.at("operations_per_tick") == three.at("operations_per_tick"));
  CHECK(one.at("peak_share").to_number<double>() < 1);
  const auto& agents = one.at("by_agents").as_array();
  REQUIRE(agents.size() == 4);
  CHECK(agents.back().at("agents").as_int64() == 48);
  CHECK(agents.back().at("packages") == agents.front().at("packages"));
  CHECK(one.at("by_ticks").as_array().front().at("ticks").as_int64() == 10);
}

TEST_CASE("a scenario that asks about years after those of a benchmark can be measured", "[cli]") {
  const auto slice = measure({"bench-slice", "--threads", "1"});
  CHECK(slice.at("futures_1000x40_ms").to_number<double>() > 0);  // it asks about 2019, tick 79
  CHECK(slice.at("rss_mb_1e6").to_number<double>() > 0);
}

TEST_CASE("the standard benchmark is verified and its tables can be read", "[cli][long]") {
  const Finished told =
      run_program({"bench", "--repeats", "1"}, std::filesystem::temp_directory_path());
  CHECK(told.code == 0);
  for (const char* part : {"GFLOP/s", "random numbers", "processes do", "as on file", "48"}) {
    CHECK(has(told.out, part));
  }
}

TEST_CASE("a size that a benchmark does not have is refused", "[cli]") {
  const Finished told =
      run_program({"bench", "debt-only", "--size", "huge"}, std::filesystem::temp_directory_path());
  CHECK(told.code == 2);
  CHECK(has(told.err, "small, medium, large"));
}
