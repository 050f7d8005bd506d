// tumen bench: what it says of the bits can be checked; its times cannot.
#include "tests/support/program.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

using namespace tumen::test;

TEST_CASE("a benchmark gives the checksum of its runs and the same bits everywhere", "[cli]") {
  const auto measure = [](const std::string& threads) {
    const Finished told = run_program(
        {"bench", "debt-only", "--repeats", "1", "--json", "--quiet", "--threads", threads},
        std::filesystem::temp_directory_path());
    REQUIRE(told.code == 0);
    return boost::json::parse(told.out).as_object();
  };
  const auto one = measure("1");
  const auto three = measure("3");
  CHECK(one.at("same_bits").as_bool());
  CHECK(one.at("checksum") == three.at("checksum"));
  CHECK(three.at("rows").as_array().back().at("threads").as_int64() == 3);
  for (const char* key :
       {"lanes_over_scalar", "threads_over_one", "futures_1000x40_ms", "rss_mb"}) {
    CHECK(one.at(key).to_number<double>() > 0);
  }
}

TEST_CASE("a size that a benchmark does not have is refused", "[cli]") {
  const Finished told =
      run_program({"bench", "debt-only", "--size", "huge"}, std::filesystem::temp_directory_path());
  CHECK(told.code == 2);
  CHECK(has(told.err, "small, medium, large"));
}
