// How often intervals hold the true index: 95 % of the time, if they are right.
#include "studies/designs/draws.hpp"
#include "studies/sensitivity/sobol_indices.hpp"
#include "tests/support/test_functions.hpp"

#include <cstdlib>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

struct Trial {
  std::string factors;
  ModelFunction function;
  std::vector<double> first, total;
  std::size_t n;
  IntervalKind kind;
  double noise = 0;  ///< standard deviation of single runs; two replicates
};

/// Makes every value the mean of two noisy ones, and says how noisy it seems from these.
void add_noise(SaltelliRuns& runs, double sd, std::uint64_t seed) {
  const Draws draws(seed, "test/noise");
  const Factor normal = parse_factors("e:normal:0:1").front();
  for (std::size_t k = 0; k < runs.values.size() && sd > 0; ++k) {
    const double one = sd * value_at(normal, draws.uniform(k, 0));
    const double two = sd * value_at(normal, draws.uniform(k, 1));
    runs.values[k] += (one + two) / 2;
    runs.noise.push_back((one - two) * (one - two) / 4);  // variance of two, halved for their mean
  }
}

/// Repetitions, of 200, whose interval holds the truth: by group, S1 by both estimators and ST by
/// both.
std::vector<std::array<int, 4>> covered(const Trial& t, std::uint64_t repetitions) {
  std::vector<std::array<int, 4>> hits(t.first.size(), {0, 0, 0, 0});
  for (std::uint64_t seed = 1; seed <= repetitions; ++seed) {
    DesignPlan plan = saltelli_plan(t.factors, t.n, seed);
    if (t.kind == IntervalKind::bootstrap) {
      plan.is_random_base = true;
      plan.scrambles = 1;
    }
    SaltelliRuns runs = runs_of(plan, t.function);
    add_noise(runs, t.noise, seed);
    const SobolIndices found = sobol_indices(runs, {t.kind, 0.95, 1000, seed, 0});
    for (std::size_t g = 0; g < hits.size(); ++g) {
      const auto holds = [](const IndexEstimate& e, double truth) {
        return e.interval.low <= truth && truth <= e.interval.high ? 1 : 0;
      };
      for (std::size_t e = 0; e < 2; ++e) {
        hits[g][e] += holds(found.groups[g].first[e], t.first[g]);
        hits[g][2 + e] += holds(found.groups[g].total[e], t.total[g]);
      }
    }
  }
  return hits;
}

void check_coverage(const Trial& trial) {
  const char* const more = std::getenv("TUMEN_REPETITIONS");
  const std::uint64_t repetitions = more == nullptr ? 200 : std::strtoull(more, nullptr, 10);
  const auto hits = covered(trial, repetitions);
  for (std::size_t g = 0; g < hits.size(); ++g) {
    for (std::size_t e = 0; e < 4; ++e) {
      const double share = hits[g][e] / static_cast<double>(repetitions);
      INFO("factor " << g + 1 << ", estimator " << e << ": " << share);
      if (more != nullptr) {
        WARN("factor " << g + 1 << ", estimator " << e << ": " << share);
      }
      CHECK(share >= 0.91);
      CHECK((share <= 0.98 || (trial.total[g] == 0 && share == 1)));
    }
  }
}

const std::vector<double> true_first = {0.313905, 0.442411, 0};
const std::vector<double> true_total = {0.557589, 0.442411, 0.243684};

}  // namespace

TEST_CASE("bootstrap intervals of random designs cover", "[studies][coverage][long]") {
  check_coverage(
      {ishigami_factors, ishigami, true_first, true_total, 1024, IntervalKind::bootstrap});
}

TEST_CASE("t intervals over 16 scrambles of Sobol' designs cover", "[studies][coverage][long]") {
  check_coverage(
      {ishigami_factors, ishigami, true_first, true_total, 1024, IntervalKind::scrambles});
}

TEST_CASE("intervals cover where half of the variance of a run is luck",
          "[studies][coverage][long]") {
  for (const IntervalKind kind : {IntervalKind::bootstrap, IntervalKind::scrambles}) {
    check_coverage({ishigami_factors, ishigami, true_first, true_total, 1024, kind, 3.7208});
  }
}
