#include "studies/factors.hpp"

#include "sim/csv_reader.hpp"
#include "tests/support/program.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using tumen::test::has;

namespace {

double at(const std::string& text, double u) {
  return value_at(parse_factors(text).front(), u);
}

std::string complaint(const std::string& text) {
  try {
    (void)parse_factors(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("a factor's value is the quantile of its distribution", "[studies][factors]") {
  CHECK(at("x:uniform:-2:6", 0.25) == 0);
  // Rises to its mode at a quarter of its probability: 4 sqrt(u / 4) below, 4 - 4 sqrt(3/4 (1-u)).
  CHECK(at("x:triangular:0:1:4", 0.25) == Approx(1));
  CHECK(at("x:triangular:0:1:4", 0.0625) == Approx(0.5));
  CHECK(at("x:triangular:0:1:4", 0.75) == Approx(4 - 4 * std::sqrt(0.1875)));
  CHECK(at("x:triangular:0:0:1", 0.19) == Approx(0.1));  // 1 - sqrt(1 - u)
  CHECK(at("x:normal:10:2", 0.975) == Approx(10 + 2 * 1.959963984540054));
  CHECK(at("x:lognormal:1:0.5", 0.5) == Approx(2.718281828459045));
  // Of beta(2, 1) the distribution function is x^2.
  CHECK(at("x:beta:2:1:10:20", 0.25) == Approx(15));
  CHECK(at("x:integer:1:6", 0.0) == 1);
  CHECK(at("x:integer:1:6", 0.5) == 4);
  CHECK(at("x:integer:1:6", 1.0) == 6);
  CHECK(at("x:categorical:a|b", 0.49) == 0);
  CHECK(at("x:categorical:a|b", 0.51) == 1);
  CHECK(std::isfinite(at("x:normal:0:1", 0)));
  CHECK(std::isfinite(at("x:normal:0:1", 1)));
}

TEST_CASE("values are written as words or as numbers that read back", "[studies][factors]") {
  const std::vector<Factor> factors = parse_factors("a:categorical:low|3, b:uniform:0:1");
  CHECK(names_of(factors) == std::vector<std::string>{"a", "b"});
  CHECK(value_text(factors[0], 0) == "low");
  CHECK(value_text(factors[0], 1) == "3");
  CHECK(value_text(factors[1], 0.1) == "0.1");
  CHECK(value_text(factors[1], static_cast<double>(0.1F)) == "0.10000000149011612");
}

TEST_CASE("what is wrong with a factor is told with what is allowed", "[studies][factors]") {
  CHECK(has(complaint("x1:uniform:1:0"), "low 1 is not below high 0"));
  CHECK(has(complaint("x1:unifrm:0:1"), "did you mean \"uniform\"?"));
  CHECK(has(complaint("x1:uniform:0"), "1 parameters; allowed: NAME:uniform:LOW:HIGH"));
  CHECK(has(complaint("x1:uniform:0:1,x1:uniform:0:1"), "two factors \"x1\""));
  CHECK(has(complaint("x1:normal:0:0"), "standard deviation 0"));
  CHECK(has(complaint("x1:normal:0:-1"), "above 0"));
  CHECK(has(complaint("x1:beta:0:1:0:1"), "shape 0"));
  CHECK(has(complaint("x1:triangular:0:2:1"), "mode 2 outside"));
  CHECK(has(complaint("x1:integer:0:1.5"), "1.5 is no whole number"));
  CHECK(has(complaint("x1:uniform:0:inf"), "\"inf\" is no finite number"));
  CHECK(has(complaint("x1:uniform:-1e308:1e308"), "no finite number"));
  CHECK(has(complaint("x1:categorical:a"), "two values or more"));
  CHECK(has(complaint("x1:categorical:a|a"), "stands twice"));
  CHECK(has(complaint("x1"), "NAME:DISTRIBUTION:PARAMETERS"));
  CHECK(has(complaint(""), "NAME:DISTRIBUTION:PARAMETERS"));
  CHECK(has(complaint("x1:uniform:0:1,"), "NAME:DISTRIBUTION:PARAMETERS"));
}
