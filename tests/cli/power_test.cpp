#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace tumen::test;

TEST_CASE("power tells routes, coalitions and shares of a year", "[cli]") {
  const TemporaryFolder folder;
  const auto result =
      run_program({"power", "hindcast-1990-2024", "--to", "KOR", "--year", "2011"}, folder.path());
  REQUIRE(result.code == 0);
  CHECK(result.out.find("Routes in 2011, Brent 111 USD/bbl") != std::string::npos);
  CHECK(result.out.find("RUS PRK KOR") != std::string::npos);
  CHECK(result.out.find("without gas_bypass") != std::string::npos);
  CHECK(result.out.find("with a veto of the United States") != std::string::npos);
  CHECK(folder.is_empty());
}

TEST_CASE("power refuses unknown names with the nearest and options that exclude each other",
          "[cli]") {
  const TemporaryFolder folder;
  const auto wrong =
      run_program({"power", "hindcast-1990-2024", "--without", "gas_bypas"}, folder.path());
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("did you mean \"gas_bypass\"") != std::string::npos);
  CHECK(run_program({"power", "hindcast-1990-2024", "--fuel", "coal"}, folder.path()).code == 2);
  CHECK(run_program({"power", "hindcast-1990-2024", "--year", "2011", "--tick", "3"}, folder.path())
            .code == 2);
}

TEST_CASE("power prints one game a year as JSON", "[cli]") {
  const TemporaryFolder folder;
  const auto result = run_program(
      {"power", "hindcast-1990-2024", "--to", "KOR", "--year", "2005", "--year", "2011", "--json"},
      folder.path());
  REQUIRE(result.code == 0);
  CHECK(result.out.find("\"year\": 2005") != std::string::npos);
  CHECK(result.out.find("\"nucleolus\":") != std::string::npos);
}
