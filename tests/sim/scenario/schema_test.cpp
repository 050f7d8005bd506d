#include "sim/scenario/schema.hpp"

#include "tests/sim/scenario/support.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

// With TUMEN_APPROVE set in the environment the file is written anew instead.
TEST_CASE("the schema for editors is the one the binder would write", "[scenario]") {
  const std::filesystem::path file =
      std::filesystem::path(TUMEN_SOURCE_DIR) / "configs/schema/scenario.schema.json";
  if (std::getenv("TUMEN_APPROVE") != nullptr) {
    std::ofstream(file, std::ios::binary) << scenario_schema();
  }
  CHECK(read(file) == scenario_schema());
}

TEST_CASE("the schema knows the keys of every section with their units", "[scenario]") {
  const std::string schema = scenario_schema();
  for (const char* const key :
       {"\"agreement_rate\": {\"description\": \"1/y; from 0 to 50\"",
        "\"brent_history\":", "\"rest_market_concentration\":", "\"trade_ab\":",
        "\"least_stance\":", "\"hope_decay\":", "\"is_multilateral\":", "\"talks_damping\":",
        "\"recycled\":", "\"split_rule\": {\"enum\":"}) {
    INFO(key);
    CHECK(schema.find(key) != std::string::npos);
  }
  CHECK(schema.find("ANY") == std::string::npos);
}
