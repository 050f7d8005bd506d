#include "studies/designs/design.hpp"

#include "studies/designs/morris.hpp"
#include "studies/designs/record.hpp"
#include "studies/designs/saltelli.hpp"
#include "tests/support/program.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

using namespace tumen;
using tumen::test::has;

namespace {

DesignPlan plan_of(const std::string& kind, std::size_t n, std::size_t factors = 3) {
  std::string text;
  for (std::size_t d = 1; d <= factors; ++d) {
    text += (d == 1 ? "x" : ",x") + std::to_string(d) + ":uniform:0:1";
  }
  DesignPlan plan;
  plan.kind = kind;
  plan.factors = parse_factors(text);
  plan.n = n;
  return plan;
}

std::string complaint(DesignPlan plan) {
  try {
    complete(plan);
  } catch (const InputError& error) {
    return error.what();
  }
  return "made";
}

std::vector<std::vector<double>> made(DesignPlan plan) {
  complete(plan);
  return design_values(plan);
}

}  // namespace

TEST_CASE("a grid holds every combination once", "[studies][design]") {
  const auto values = made(plan_of("grid", 3, 2));
  REQUIRE(values[0].size() == 9);
  CHECK(values[0] ==
        std::vector<double>{1. / 6, 1. / 6, 1. / 6, .5, .5, .5, 5. / 6, 5. / 6, 5. / 6});
  CHECK(values[1][0] == 1. / 6);
  CHECK(values[1][1] == .5);
  CHECK(values[1][3] == 1. / 6);
}

TEST_CASE("one factor at a time leaves the others at their medians", "[studies][design]") {
  const auto values = made(plan_of("one-at-a-time", 2, 2));
  CHECK(values[0] == std::vector<double>{.5, .25, .75, .5, .5});
  CHECK(values[1] == std::vector<double>{.5, .5, .5, .25, .75});
}

TEST_CASE("a Latin hypercube has one point in each cell of each factor", "[studies][design]") {
  const auto values = made(plan_of("latin-hypercube", 50));
  for (const std::vector<double>& column : values) {
    std::set<int> cells;
    for (const double value : column) {
      cells.insert(static_cast<int>(value * 50));
    }
    CHECK(cells.size() == 50);
  }
  CHECK(values[0] != values[1]);
}

TEST_CASE("the seed alone decides, and the first random points do not depend on the size",
          "[studies][design]") {
  DesignPlan other = plan_of("random", 20);
  other.seed = 2;
  const auto values = made(plan_of("random", 20));
  CHECK(values == made(plan_of("random", 20)));
  CHECK(values != made(other));
  CHECK(std::equal(values[2].begin(), values[2].end(), made(plan_of("random", 40))[2].begin()));
}

TEST_CASE("a Saltelli block is A, A with one column of B each, and B", "[studies][design]") {
  DesignPlan plan = plan_of("saltelli", 4, 2);
  plan.has_second_order = true;
  complete(plan);
  CHECK(plan.scrambles == 1);
  const auto values = design_values(plan);
  const SaltelliLayout layout{2, true};
  REQUIRE(values[0].size() == 4 * layout.size());
  for (std::size_t block = 0; block < values[0].size(); block += layout.size()) {
    for (std::size_t d = 0; d < 2; ++d) {
      const double a = values[d][block + layout.a()];
      const double b = values[d][block + layout.b()];
      CHECK(a != b);
      for (std::size_t g = 0; g < 2; ++g) {
        CHECK(values[d][block + layout.ab(g)] == (d == g ? b : a));
        CHECK(values[d][block + layout.ba(g)] == (d == g ? a : b));
      }
    }
  }
}

TEST_CASE("a Saltelli design takes 16 scrambles once each has 64 points", "[studies][design]") {
  DesignPlan plan = plan_of("saltelli", 1024);
  complete(plan);
  CHECK(plan.scrambles == 16);
  plan = plan_of("saltelli", 512);
  complete(plan);
  CHECK(plan.scrambles == 1);
}

TEST_CASE("factors of a group move together", "[studies][design]") {
  DesignPlan plan = plan_of("saltelli", 4, 3);
  plan.groups_text = "both=x1+x3";
  complete(plan);
  REQUIRE(plan.groups.size() == 2);
  const auto values = design_values(plan);
  REQUIRE(values[0].size() == 4 * 4);
  CHECK(values[0][1] == values[0][3]);  // AB of the group: x1 and x3 from B, x2 from A
  CHECK(values[2][1] == values[2][3]);
  CHECK(values[1][1] == values[1][0]);
}

TEST_CASE("a Morris trajectory moves each group once by p / (2 (p - 1))", "[studies][design]") {
  DesignPlan plan = plan_of("morris", 50, 3);
  complete(plan);
  const auto values = design_values(plan);
  std::set<double> levels;
  for (std::size_t t = 0; t < plan.n; ++t) {
    const std::vector<MorrisStep> steps = morris_steps(plan, t);
    REQUIRE(steps.size() == 3);
    for (std::size_t s = 0; s < 3; ++s) {
      for (std::size_t d = 0; d < 3; ++d) {
        const double change = values[d][t * 4 + s + 1] - values[d][t * 4 + s];
        CHECK(change == Approx(d == steps[s].group ? steps[s].change : 0).margin(1e-15));
      }
      CHECK(std::abs(steps[s].change) == Approx(2. / 3));
    }
  }
  for (const double value : values[0]) {
    levels.insert(std::round(value * 3000));
  }
  CHECK(levels == std::set<double>{0, 1000, 2000, 3000});
}

TEST_CASE("sizes that do not suit are refused before anything is made", "[studies][design]") {
  CHECK(has(complaint(plan_of("sobol", 1000)), "1000; allowed: a power of two"));
  CHECK(has(complaint(plan_of("sobol", 1000)), "512 or 1024"));
  CHECK(has(complaint(plan_of("grid", 1000000, 2)), "1,000,000,000,000 runs of 2 factors"));
  CHECK(has(complaint(plan_of("saltelli", std::size_t{1} << 50U)), "at most 100,000,000 numbers"));
  CHECK(has(complaint(plan_of("gird", 4)), "did you mean \"grid\"?"));
  DesignPlan plan = plan_of("saltelli", 96);
  plan.scrambles = 3;
  CHECK(complaint(plan) == "made");
  plan.scrambles = 5;
  CHECK(has(complaint(plan), "5 scrambles of a power of two each"));
  plan.is_random_base = true;
  CHECK(has(complaint(plan), "random points are not scrambled"));
  plan = plan_of("morris", 10);
  plan.levels = 5;
  CHECK(has(complaint(plan), "an even number"));
  plan.groups_text = "a=x1+x4";
  CHECK(has(complaint(plan), "no factor \"x4\""));
  plan.groups_text = "a=x1+x2,b=x2";
  CHECK(has(complaint(plan), "in two groups"));
  plan.kind = "sobol";
  CHECK(has(complaint(plan), "only with saltelli and morris"));
}

TEST_CASE("a record gives the design back and knows when the table was changed",
          "[studies][design]") {
  DesignPlan plan = plan_of("saltelli", 8, 2);
  plan.groups_text = "g=x1+x2";
  plan.seed = 18446744073709551615U;
  complete(plan);
  const std::string csv = design_csv(plan);
  CHECK(has(csv, "x1,x2\n"));
  const std::string json = json_text(design_record(plan, csv));
  CHECK(design_csv(read_record(json, "D.csv.json", csv)) == csv);
  CHECK_THROWS_WITH(read_record(json, "D.csv.json", csv + "1,1\n"),
                    Catch::Contains("changed after it was written"));
  CHECK_THROWS_WITH(read_record("{", "D.csv.json", csv), Catch::Contains("D.csv.json"));
  CHECK_THROWS_WITH(read_record("{\"what\": 1}", "D.csv.json", csv),
                    Catch::Contains("no record of a design"));
}

TEST_CASE("every kind of design makes the lines that it says, inside the bounds",
          "[studies][design][contract]") {
  std::set<std::string> names;
  for (const DesignKind& kind : design_kinds()) {
    INFO(kind.name);
    CHECK(names.insert(kind.name).second);
    DesignPlan plan = plan_of(kind.name, 8);
    plan.factors = parse_factors("a:uniform:-2:3,b:integer:4:6,c:categorical:u|v");
    complete(plan);
    const auto values = design_values(plan);
    REQUIRE(values.size() == 3);
    for (std::size_t d = 0; d < 3; ++d) {
      CHECK(values[d].size() == rows_of(plan));
      const auto [least, most] = std::minmax_element(values[d].begin(), values[d].end());
      CHECK(*least >= std::array{-2.0, 4.0, 0.0}[d]);
      CHECK(*most <= std::array{3.0, 6.0, 1.0}[d]);
      CHECK(*least < *most);
    }
    CHECK(design_csv(plan) == design_csv(plan));
  }
  CHECK(names.size() == 7);
}
