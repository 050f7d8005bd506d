#include "studies/sensitivity/two_way.hpp"

#include "studies/designs/draws.hpp"
#include "studies/sensitivity/index_rows.hpp"
#include "tests/support/program.hpp"
#include "tests/support/test_functions.hpp"

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// y = f(x) + s_r + e_pr with normal s and e of standard deviations `luck` and `rest`.
DataTable common_table(const std::vector<double>& f, double luck, double rest,
                       std::size_t replicates) {
  const Draws draws(5, "test/common");
  const Factor normal = parse_factors("e:normal:0:1").front();
  DataTable table{"Y.csv", {"point", "replicate", "y"}, {{}, {}, {}}};
  for (std::size_t r = 0; r < replicates; ++r) {
    const double shared = luck * value_at(normal, draws.uniform(f.size(), r));
    for (std::size_t k = 0; k < f.size(); ++k) {
      table.columns[0].push_back(static_cast<double>(k));
      table.columns[1].push_back(static_cast<double>(r));
      table.columns[2].push_back(f[k] + shared + rest * value_at(normal, draws.uniform(k, r)));
    }
  }
  return table;
}

AnalysedDesign saltelli_design(std::size_t n) {
  AnalysedDesign design;
  design.plan = saltelli_plan("x1:uniform:0:1,x2:uniform:0:1", n, 1);
  design.runs = 4 * n;
  return design;
}

AnalysisSettings common_settings() {
  AnalysisSettings settings;
  settings.has_common_seeds = true;
  return settings;
}

}  // namespace

TEST_CASE("the two-way layout splits a table of two by two by hand", "[studies][replicates]") {
  // Lines (1, 2) and (5, 10): means of lines 1.5 and 7.5, of replicates 3 and 6, of all 4.5. The
  // rests are 1, -1, -1, 1: MS_rest = 4 / 1. Factors: 18 - 4 / 2 = 16. Luck: 4.5 - 4 / 2 = 2.5.
  const TwoWay found = two_way({1, 2, 5, 10}, 2);
  REQUIRE(found.is_known);
  CHECK(found.rest_variance == Approx(4));
  CHECK(found.factor_variance == Approx(16));
  CHECK(found.luck_variance == Approx(2.5));
}

TEST_CASE("lines with a gap are left out of the two-way layout", "[studies][replicates]") {
  const TwoWay found = two_way({1, 2, missing, 3, 5, 10}, 2);
  CHECK(found.points == 2);
  CHECK(found.left_out == 1);
  CHECK(found.factor_variance == Approx(16));
  CHECK_FALSE(two_way({1, 2, missing, 3}, 2).is_known);
  CHECK_FALSE(two_way({1, 2, 3, 4}, 1).is_known);
}

TEST_CASE("with luck in common the shares of factors, luck and rest are found",
          "[studies][replicates]") {
  // f has variance 1, luck 4 and rest 2 by construction; the luck's estimate from 64 replicates has
  // a standard error of 4 sqrt(2 / 63) = .71, the rest's one of 2 sqrt(2 / 65000) = .01.
  std::vector<double> f;
  for (std::size_t k = 0; k < 1024; ++k) {
    f.push_back(k % 2 == 0 ? 1 : -1);
  }
  const auto all = outcomes_by_line(common_table(f, 2, std::sqrt(2.0), 64), f.size());
  const TwoWay& found = all[0].layout;
  REQUIRE(found.is_known);
  CHECK(found.factor_variance == Approx(1).margin(0.06));
  CHECK(found.luck_variance == Approx(4).margin(2.1));
  CHECK(found.rest_variance == Approx(2).margin(0.04));
  // Rest / 64 = .031 of 1.031; 2 / R / (2 / R + 1) <= .05 from R = 38 on (39 where the estimates
  // are up to 2 % off).
  const ReplicateReport report = common_luck_report(found, 64, 64);
  CHECK(share_at_hand(report) == Approx(0.0303).margin(0.003));
  CHECK(report.enough == Approx(38).margin(3));
  CHECK(common_luck_report({2, 0, 2, 1, 9, 2, true}, 2, 2).enough == 38);
}

TEST_CASE("luck that all lines share does not make the factors nothing", "[studies][replicates]") {
  // A hundred times the variance of the function as luck in common, no rest: the variance of the
  // means over lines is the function's, 1/12 + 1/12, and no replicates are wanting.
  const AnalysedDesign design = saltelli_design(1024);
  const auto f = outcomes_of(*design.plan, [](const auto& x) { return x[0] + x[1]; });
  const auto all = outcomes_by_line(common_table(f, 4, 0, 4), design.runs);
  const OutcomeAnalysis found = analyse(design, all[0], common_settings());
  REQUIRE(found.replicates.is_known);
  CHECK(found.replicates.is_common);
  CHECK(found.replicates.factor_variance == Approx(1. / 6).epsilon(0.02));
  CHECK(share_at_hand(found.replicates) == Approx(0).margin(1e-9));
  CHECK(found.replicates.enough == 1);
  CHECK(found.sobol->groups[0].first.front().value == Approx(0.5).margin(0.02));
  CHECK(found.replicates.layout.luck_variance > 1);
  CHECK(has(replicate_words(found.replicates)[1], "0.0 % luck that acts differently"));
}

TEST_CASE("with luck in common an index lies between that of the expectation and of the rest",
          "[studies][replicates]") {
  // Given luck z_r the rest is z_r x2, with z = +-1 alternating and 3 more of the first: the mean
  // of z over 4 replicates is .5. The mean over these replicates is x1 + x2 / 2, whose indices are
  // .8 and .2 exactly; the expectation x1 would have 1 and 0. Nothing is taken out.
  const AnalysedDesign design = saltelli_design(1024);
  DataTable table{"Y.csv", {"point", "replicate", "y"}, {{}, {}, {}}};
  for (std::size_t r = 0; r < 4; ++r) {
    const double z = r == 0 ? -1 : 1;
    const auto y = outcomes_of(*design.plan, [z](const auto& x) { return x[0] + z * x[1]; });
    for (std::size_t k = 0; k < y.size(); ++k) {
      table.columns[0].push_back(static_cast<double>(k));
      table.columns[1].push_back(static_cast<double>(r));
      table.columns[2].push_back(y[k]);
    }
  }
  const OutcomeAnalysis found =
      analyse(design, outcomes_by_line(table, design.runs)[0], common_settings());
  CHECK(found.sobol->groups[0].first.front().value == Approx(0.8).margin(0.01));
  CHECK(found.sobol->groups[1].total.front().value == Approx(0.2).margin(0.01));
  // The rest over points and replicates is (z - .5)(x2 - 1/2): variance 1/12 x (2.25 + 3 x .25) / 3
  // = 1/12, a quarter of it in the mean; the means vary by 5/4 of 1/12, so the share is .2.
  CHECK(share_at_hand(found.replicates) == Approx(0.2).margin(0.005));
  CHECK(cautions_of(found, design).size() == 1);
}

TEST_CASE("the jackknife over replicates finds the indices of the expectation, with their luck",
          "[studies][replicates]") {
  // Given luck z, normal with mean 1 and variance 1, y = 2 x1 + z x2. The expectation 2 x1 + x2 has
  // S1 = .8; that of 16 replicates is 4 / (4 + (mean z)^2), with mean z in 1 +- .5: .64 to .94. Of
  // 100 intervals of 95 % for the expectation some 95 hold .8 (jackknife of 16: about 90); those of
  // the mean over these replicates, which is linear, are narrow about another number.
  const AnalysedDesign design = saltelli_design(64);
  const Draws draws(3, "test/luck");
  const Factor normal = parse_factors("z:normal:1:1").front();
  int expected_holds = 0, given_holds = 0;
  for (std::size_t trial = 0; trial < 100; ++trial) {
    DataTable table{"Y.csv", {"point", "replicate", "y"}, {{}, {}, {}}};
    for (std::size_t r = 0; r < 16; ++r) {
      const double z = value_at(normal, draws.uniform(trial, r));
      const auto y = outcomes_of(*design.plan, [z](const auto& x) { return 2 * x[0] + z * x[1]; });
      for (std::size_t k = 0; k < y.size(); ++k) {
        table.columns[0].push_back(static_cast<double>(k));
        table.columns[1].push_back(static_cast<double>(r));
        table.columns[2].push_back(y[k]);
      }
    }
    AnalysisSettings settings = common_settings();
    settings.resamples = 200;
    settings.threads = 1;
    const OutcomeAnalysis found =
        analyse(design, outcomes_by_line(table, design.runs)[0], settings);
    REQUIRE(found.expected.first.size() == 2);
    const auto holds = [](const IndexEstimate& e) {
      return e.interval.low <= 0.8 && e.interval.high >= 0.8;
    };
    expected_holds += holds(found.expected.first[0]) ? 1 : 0;
    given_holds += holds(found.sobol->groups[0].first.front()) ? 1 : 0;
  }
  CHECK(expected_holds >= 85);
  CHECK(given_holds < expected_holds);
}

TEST_CASE("there are no expected indices from few replicates or with gaps",
          "[studies][replicates]") {
  const AnalysedDesign design = saltelli_design(64);
  const auto f = outcomes_of(*design.plan, [](const auto& x) { return x[0]; });
  const auto expected_of = [&](const DataTable& table) {
    return analyse(design, outcomes_by_line(table, design.runs)[0], common_settings()).expected;
  };
  CHECK(expected_of(common_table(f, 1, 0.1, 7)).first.empty());
  DataTable table = common_table(f, 1, 0.1, 8);
  const ExpectedIndices found = expected_of(table);
  REQUIRE(found.first.size() == 2);
  CHECK(found.first[0].value == Approx(1).margin(0.1));
  table.columns[2][5] = missing;
  CHECK(expected_of(table).first.empty());
  const OutcomeAnalysis gaps =
      analyse(design, outcomes_by_line(table, design.runs)[0], common_settings());
  const auto cautions = cautions_of(gaps, design);
  REQUIRE(cautions.size() >= 2);
  CHECK(has(cautions[cautions.size() - 2], "that takes a value in every run"));
  CHECK(has(cautions.back(), "From 7 to 8 replicates"));
}
