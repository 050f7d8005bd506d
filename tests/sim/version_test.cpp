#include "sim/version.hpp"

#include <catch2/catch.hpp>

TEST_CASE("the library reports the version of the build", "[sim][version]") {
  // TUMEN_VERSION comes from project(... VERSION) in CMakeLists.txt, past the generated source.
  CHECK(tumen::version() == TUMEN_VERSION);
}

TEST_CASE("the library names its git state, compiler and numeric flags", "[sim][version]") {
  CHECK_FALSE(tumen::git_description().empty());
  CHECK(tumen::build_compiler().find(' ') != std::string_view::npos);
  // Bit-identity of lanes and scalar rests on this flag.
  CHECK(tumen::build_flags().find("-ffp-contract=off") != std::string_view::npos);
}

TEST_CASE("the core is compiled without fused multiply-add", "[sim][version]") {
  // (1 + 2^-27)^2 = 1 + 2^-26 + 2^-54: the product rounds 2^-54 away, so subtracting the rounded
  // square leaves 0; a fused operation would leave 2^-54.
  volatile double x = 1.0 + 0x1p-27;
  volatile double rounded_square = 1.0 + 0x1p-26;
  const double a = x;
  const double b = rounded_square;
  CHECK(a * a - b == 0.0);
}
