#include "studies/designs/constraints.hpp"

#include "studies/designs/design.hpp"
#include "studies/designs/record.hpp"
#include "tests/support/program.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using tumen::test::has;

namespace {

constexpr const char* three = "a:uniform:0:1,b:uniform:0:1,a.b:uniform:0:1";

std::string complaint(const std::string& text) {
  try {
    static_cast<void>(parse_constraint(text, parse_factors(three)));
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

DesignPlan plan_of(const char* kind, std::size_t n, std::vector<std::string> constraints) {
  DesignPlan plan;
  plan.kind = kind;
  plan.n = n;
  plan.factors = parse_factors("a:uniform:0:1,b:uniform:0:1");
  plan.constraints = std::move(constraints);
  complete(plan);
  return plan;
}

bool keeps(const char* text, double a, double b) {
  return holds(parse_constraint(text, parse_factors(three)), {{a}, {b}, {0.5}}, 0);
}

}  // namespace

TEST_CASE("a constraint is a comparison of sums", "[studies][design]") {
  CHECK(keeps("a <= b", 0.2, 0.3));
  CHECK_FALSE(keeps("a > b", 0.2, 0.3));
  CHECK(keeps("2*a + b * 0.5 - 1 < -0.4", 0.2, 0.3));  // .4 + .15 - 1 = -.45
  CHECK_FALSE(keeps("2*a + b * 0.5 - 1 < -0.5", 0.2, 0.3));
  CHECK(keeps("a.b >= a+b", 0.2, 0.3));  // the factor a.b, .5, and no factor a
  CHECK_FALSE(keeps("a.b > a+b", 0.2, 0.3));
  CHECK(keeps("a + b <= 0.3", 0.1, 0.2));  // .1 + .2 is a little above .3 in doubles
  CHECK_FALSE(keeps("-a < -b", 0.2, 0.3));
}

TEST_CASE("what is no comparison of sums of factors is refused", "[studies][design]") {
  CHECK(has(complaint("a <= c"), "no factor \"c\""));
  CHECK(has(complaint("a.c <= a"), "did you mean \"a.b\"?"));
  CHECK(has(complaint("a + b"), "no comparison"));
  CHECK(has(complaint("a <="), "ends early"));
  CHECK(has(complaint("a * b <= 1"), "factors times each other"));
  CHECK(has(complaint("a <= b <= 1"), "found \"<= 1\""));
  CHECK(has(complaint("1 <= 2"), "no factor"));
  CHECK(has(complaint("a <= inf"), "no factor \"inf\""));
  try {
    static_cast<void>(parse_constraint("w <= 1", parse_factors("w:categorical:1|2")));
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(has(error.what(), "without an order"));
  }
}

TEST_CASE("random points with constraints are those of more points that keep them, in order",
          "[studies][design]") {
  const auto kept = design_values(plan_of("random", 50, {"a <= b"}));
  const auto all = design_values(plan_of("random", 400, {}));
  REQUIRE(kept[0].size() == 50);
  std::size_t k = 0;
  for (std::size_t line = 0; line < 400 && k < 50; ++line) {
    if (all[0][line] <= all[1][line]) {
      CHECK(kept[0][k] == all[0][line]);
      CHECK(kept[1][k] == all[1][line]);
      ++k;
    }
  }
  CHECK(k == 50);
}

TEST_CASE("every kind of independent points keeps its constraints and its size",
          "[studies][design]") {
  for (const char* kind : {"sobol", "latin-hypercube", "random"}) {
    const auto values = design_values(plan_of(kind, 64, {"a <= b", "a + b <= 1"}));
    REQUIRE(values[0].size() == 64);
    double mean = 0;
    for (std::size_t k = 0; k < 64; ++k) {
      CHECK(values[0][k] <= values[1][k]);
      CHECK(values[0][k] + values[1][k] <= 1);
      mean += values[0][k] / 64;
    }
    // Even over the triangle (0, 0), (0, 1), (.5, .5) a has the mean 1/6 and deviation .118.
    CHECK(mean == Approx(1. / 6).margin(0.05));
  }
}

TEST_CASE("a grid leaves out the lines that break a constraint", "[studies][design]") {
  const DesignPlan plan = plan_of("grid", 3, {"a <= b"});
  CHECK(design_values(plan) ==
        std::vector<std::vector<double>>{{1. / 6, 1. / 6, 1. / 6, .5, .5, 5. / 6},
                                         {1. / 6, .5, 5. / 6, .5, 5. / 6, 5. / 6}});
  CHECK(rows_of(plan) == 6);
  const std::string csv = design_csv(plan);
  const DesignPlan again = read_record(json_text(design_record(plan, csv)), "D.csv.json", csv);
  CHECK(again.constraints == plan.constraints);
}

TEST_CASE("constraints that a design cannot keep are refused", "[studies][design]") {
  for (const char* kind : {"saltelli", "morris", "one-at-a-time"}) {
    CHECK_THROWS_WITH(plan_of(kind, 64, {"a <= b"}),
                      Catch::Contains("the others move one factor while the rest stay"));
  }
  CHECK_THROWS_WITH(design_values(plan_of("random", 4, {"a + b > 3"})),
                    Catch::Contains("0 of 4096 points keep all constraints"));
  CHECK_THROWS_WITH(design_values(plan_of("grid", 4, {"a < 0"})), Catch::Contains("0 of 16"));
}
