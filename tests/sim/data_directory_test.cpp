#include "sim/data_directory.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a program in the build tree finds the configs of the source tree", "[sim][data]") {
  const auto data = tumen::installed_data_directory();
  REQUIRE_FALSE(data.empty());
  CHECK(data.filename() == "tumen");
  CHECK(std::filesystem::equivalent(data / "configs",
                                    std::filesystem::path{TUMEN_SOURCE_DIR} / "configs"));
}
