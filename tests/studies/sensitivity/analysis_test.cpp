#include "studies/sensitivity/analysis.hpp"

#include "studies/designs/draws.hpp"
#include "tests/support/program.hpp"
#include "tests/support/test_functions.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

DesignPlan plan_of(const std::string& kind, const std::string& factors, std::size_t n) {
  DesignPlan plan;
  plan.kind = kind;
  plan.factors = parse_factors(factors);
  plan.n = n;
  complete(plan);
  return plan;
}

/// The outcomes of a function with normal noise of a standard deviation, `replicates` a line.
DataTable noisy_table(const DesignPlan& plan, const ModelFunction& function, double sd,
                      std::size_t replicates) {
  const Draws draws(9, "test/noise");
  const Factor normal = parse_factors("e:normal:0:1").front();
  const std::vector<double> y = outcomes_of(plan, function);
  DataTable table{"Y.csv", {"point", "replicate", "y"}, {{}, {}, {}}};
  for (std::size_t r = 0; r < replicates; ++r) {
    for (std::size_t k = 0; k < y.size(); ++k) {
      table.columns[0].push_back(static_cast<double>(k));
      table.columns[1].push_back(static_cast<double>(r));
      table.columns[2].push_back(y[k] + sd * value_at(normal, draws.uniform(k, r)));
    }
  }
  return table;
}

std::string complaint(const DataTable& table, std::size_t runs) {
  try {
    (void)outcomes_by_line(table, runs);
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

std::vector<DataColumn> columns_of(const DesignPlan& plan) {
  std::vector<DataColumn> columns;
  const auto values = design_values(plan);
  for (std::size_t d = 0; d < values.size(); ++d) {
    columns.push_back({plan.factors[d].name, values[d],
                       plan.factors[d].distribution == Distribution::categorical});
  }
  return columns;
}

}  // namespace

TEST_CASE("Morris effects of a linear function are its slopes, exactly", "[studies][morris]") {
  const DesignPlan plan = plan_of("morris", "x1:uniform:0:1,x2:uniform:-1:3,x3:uniform:0:1", 10);
  const auto y = outcomes_of(plan, [](const auto& x) { return 2 * x[0] - 0.5 * x[1] + 7; });
  const MorrisEffects found = morris_effects(plan, y, {}, {});
  REQUIRE(found.groups.size() == 3);
  const std::array slopes = {2.0, -2.0, 0.0};  // -0.5 over a range of 4
  for (std::size_t g = 0; g < 3; ++g) {
    CHECK(found.groups[g].mu.value == Approx(slopes[g]).margin(1e-12));
    CHECK(found.groups[g].mu_star.value == Approx(std::abs(slopes[g])).margin(1e-12));
    CHECK(found.groups[g].sigma.value == Approx(0).margin(1e-6));
    CHECK(found.groups[g].mu.interval.low == Approx(slopes[g]).margin(1e-9));
    CHECK(found.groups[g].mu.interval.high == Approx(slopes[g]).margin(1e-9));
  }
}

TEST_CASE("Morris effects tell an interaction from a curve by nothing, and both by sigma",
          "[studies][morris]") {
  // y = x1 x2 on four levels: the effect of x1 is x2, whose levels 0, 1/3, 2/3, 1 are equally
  // likely: mean 1/2, variance (1 + 1/9 + 4/9) / 4 - 1/4 = 5/36, of a sample of many nearly the
  // same.
  const DesignPlan plan = plan_of("morris", "x1:uniform:0:1,x2:uniform:0:1", 4000);
  const auto y = outcomes_of(plan, [](const auto& x) { return x[0] * x[1]; });
  const MorrisEffects found = morris_effects(plan, y, {}, {});
  CHECK(found.groups[0].mu.value == Approx(0.5).margin(0.03));
  CHECK(found.groups[0].sigma.value == Approx(std::sqrt(5. / 36)).margin(0.02));
}

TEST_CASE("a trajectory with a failed run is left out", "[studies][morris]") {
  const DesignPlan plan = plan_of("morris", "x1:uniform:0:1,x2:uniform:0:1", 5);
  auto y = outcomes_of(plan, [](const auto& x) { return x[0] + 3 * x[1]; });
  y[4] = std::numeric_limits<double>::quiet_NaN();
  const MorrisEffects found = morris_effects(plan, y, {}, {});
  CHECK(found.dropped == 1);
  CHECK(found.groups[1].mu.value == Approx(3));
  CHECK(morris_effects(plan, std::vector<double>(15, 2), {}, {}).reason ==
        "the outcome is the same in all runs");
}

TEST_CASE("noise of the seeds is taken out of the indices", "[studies][replicates]") {
  // Noise as large as the function's variance, two replicates: without mending S1 and ST would be
  // (S + 0) / 1.5 and (ST + 1/2) / 1.5, of an inert factor 1/3.
  AnalysedDesign design;
  design.plan = saltelli_plan(ishigami_factors + ",x4:uniform:0:1", 8192, 1);
  const std::size_t runs = 8192 * 6;
  const auto all =
      outcomes_by_line(noisy_table(*design.plan, ishigami, std::sqrt(13.8446), 2), runs);
  REQUIRE(all.size() == 1);
  CHECK(all[0].fewest == 2);
  CHECK(all[0].seed_variance == Approx(13.8446).epsilon(0.03));
  AnalysisSettings settings;
  const OutcomeAnalysis found = analyse(design, all[0], settings);
  REQUIRE(found.sobol);
  const std::array first = {0.3139, 0.4424, 0.0, 0.0};
  const std::array total = {0.5576, 0.4424, 0.2437, 0.0};
  for (std::size_t g = 0; g < 4; ++g) {
    for (std::size_t e = 0; e < 2; ++e) {
      CHECK(found.sobol->groups[g].first[e].value == Approx(first[g]).margin(0.045));
      CHECK(found.sobol->groups[g].total[e].value == Approx(total[g]).margin(0.045));
    }
  }
  REQUIRE(found.replicates.is_known);
  CHECK(found.replicates.lines[0].seed_share == Approx(0.5).margin(0.02));     // of one run
  CHECK(found.replicates.lines[1].seed_share == Approx(1. / 3).margin(0.02));  // of two
  CHECK(found.replicates.enough == Approx(19).margin(1));  // (1/19) / (1 + 1/19) = 1/20
  settings.has_common_seeds = true;
  const OutcomeAnalysis raw = analyse(design, all[0], settings);
  CHECK(raw.sobol->groups[3].total[0].value == Approx(1. / 3).margin(0.03));
}

TEST_CASE("the number of replicates that is enough follows from the shares",
          "[studies][replicates]") {
  const ReplicateReport report = replicate_report(3, 1, 4, 4);
  REQUIRE(report.is_known);
  CHECK(report.lines[0].seed_share == Approx(0.75));
  CHECK(report.enough == 57);  // (3/57) / (1 + 3/57) = .05
  CHECK(report.best == 3);
  CHECK(replicate_report(0.1, 1, 2, 2).best == 2);  // two are needed to see the noise at all
  CHECK_FALSE(replicate_report(0, 1, 1, 1).is_known);
  CHECK(replicate_report(3, 0, 4, 4).enough == 0);  // no number helps where factors do nothing
}

TEST_CASE("lines of outcomes may come in any order with points and replicates",
          "[studies][outcomes]") {
  const DataTable table{
      "Y.csv", {"replicate", "y", "point"}, {{1, 1, 2, 2}, {10, 20, 14, 22}, {2, 1, 2, 1}}};
  const auto all = outcomes_by_line(table, 2);
  REQUIRE(all.size() == 1);
  CHECK(all[0].mean == std::vector<double>{21, 12});
  CHECK(all[0].noise == std::vector<double>{1, 4});  // (20, 22): variance 2, of the mean 1
  CHECK(all[0].seed_variance == 5);
  CHECK_THROWS_WITH(choose_outcome(all, "z", "Y.csv"), Catch::Contains("no outcome \"z\""));
}

TEST_CASE("lines of outcomes that do not fit the design are refused", "[studies][outcomes]") {
  CHECK(has(complaint({"Y.csv", {"y"}, {{1, 2}}}, 3), "2 lines of values; allowed: 3"));
  CHECK(has(complaint({"Y.csv", {"point", "y"}, {{0, 2}, {1, 2}}}, 3),
            "no line for 1 of the design's 3 lines, the first of them line 2"));
  CHECK(has(complaint({"Y.csv", {"point", "y"}, {{0, 3}, {1, 2}}}, 3), "point 3"));
  CHECK(has(complaint({"Y.csv", {"point", "y"}, {{0, 0, 1}, {1, 2, 3}}}, 2), "point 0 twice"));
  CHECK(has(complaint({"Y.csv", {"point", "y"}, {{5, 6}, {1, 2}}}, 2), "counted from 0 or from 1"));
  CHECK(has(complaint({"Y.csv", {"replicate", "y"}, {{0, 0}, {1, 2}}}, 2), "none point"));
  CHECK(has(complaint({"Y.csv", {"point"}, {{0, 1}}}, 2), "no column of an outcome"));
}

TEST_CASE("a linear function of a random design has its regression coefficients",
          "[studies][given-data]") {
  // y = 3 a + 4 b, equal variances: SRC .6 and .8, S1 .36 and .64, R^2 = 1.
  const DesignPlan plan = plan_of("random", "a:uniform:0:1,b:uniform:0:1,c:normal:0:1", 2000);
  const auto y = outcomes_of(plan, [](const auto& x) { return 3 * x[0] + 4 * x[1]; });
  const DataSensitivity found = data_sensitivity(columns_of(plan), y, {}, {});
  REQUIRE(found.reason.empty());
  CHECK(found.r_squared == Approx(1));
  CHECK(found.factors[0].regression.value == Approx(0.6).margin(0.02));
  CHECK(found.factors[1].regression.value == Approx(0.8).margin(0.02));
  CHECK(found.factors[2].regression.value == Approx(0).margin(1e-6));
  CHECK(found.factors[0].first.value == Approx(0.36).margin(0.04));
  CHECK(found.factors[1].first.value == Approx(0.64).margin(0.04));
  CHECK(found.factors[2].first.value == Approx(0).margin(0.03));
  CHECK(found.factors[1].correlation.value == Approx(0.8).margin(0.03));
  CHECK(found.factors[1].first.interval.low < found.factors[1].first.value);
}

TEST_CASE("a factor without order and one that does not vary are told as such",
          "[studies][given-data]") {
  const DesignPlan plan = plan_of("random", "a:categorical:u|v|w,b:uniform:0:1", 500);
  std::vector<DataColumn> columns = columns_of(plan);
  columns.push_back({"fixed", std::vector<double>(500, 1), false});
  // y is 1 for v and 0 for u and w: the category explains all of it.
  const auto y = outcomes_of(plan, [](const auto& x) { return x[0] == 1 ? 1. : 0.; });
  const DataSensitivity found = data_sensitivity(columns, y, {}, {});
  CHECK_FALSE(found.factors[0].has_order);
  CHECK(found.factors[0].first.value == Approx(1));
  CHECK_FALSE(found.factors[2].is_varied);
  CHECK(found.has_regression);
  columns.push_back({"again", columns[1].values, false});  // a sum of others
  CHECK_FALSE(data_sensitivity(columns, y, {}, {}).has_regression);
}

TEST_CASE("a monotone function has rank correlation 1", "[studies][given-data]") {
  const DesignPlan plan = plan_of("latin-hypercube", "a:uniform:0:1", 100);
  const auto y = outcomes_of(plan, [](const auto& x) { return std::exp(9 * x[0]); });
  CHECK(data_sensitivity(columns_of(plan), y, {}, {}).factors[0].correlation.value == Approx(1));
}

TEST_CASE("swings are the outcomes over one factor's values", "[studies][swings]") {
  const DesignPlan plan = plan_of("one-at-a-time", "a:uniform:0:1,b:uniform:0:1", 2);
  const auto y = outcomes_of(plan, [](const auto& x) { return 4 * x[0] - x[1]; });
  const Swings found = swings_of(plan, y);
  CHECK(found.base == 1.5);
  CHECK(found.factors[0].least == 0.5);  // 4 * .25 - .5
  CHECK(found.factors[0].most == 2.5);
  CHECK(found.factors[1].at_lowest == 1.75);
  CHECK(found.factors[1].at_highest == 1.25);
}
