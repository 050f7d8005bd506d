#include "studies/decisions/luck.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// Two policies at two points with the given replicates of each pair.
PolicyRuns runs_of(std::size_t replicates, std::vector<double> values) {
  return {"gain", Direction::max, {"a", "b"}, {"0", "1"}, replicates, std::move(values)};
}

}  // namespace

TEST_CASE("payoffs of runs are the means over replicates, samples those of the ones drawn",
          "[decisions]") {
  const PolicyRuns runs = runs_of(2, {1, 3, 5, 7, 2, 2, 4, 0});
  CHECK(payoffs_of(runs).values == std::vector<std::vector<double>>{{2, 6}, {2, 2}});
  CHECK(payoffs_of(runs, {1, 1}).values == std::vector<std::vector<double>>{{3, 7}, {2, 0}});
}

TEST_CASE("what luck does to both policies alike is no doubt about their difference",
          "[decisions]") {
  // Replicates bring 0, 10 and 20 to everything; b has 1 more at the first point, 3 at the second.
  const PolicyRuns runs = runs_of(3, {0, 10, 20, 0, 10, 20, 1, 11, 21, 3, 13, 23});
  const LuckReport luck = luck_of(runs, {});
  REQUIRE(luck.differences.size() == 1);
  const PairedDifference& d = luck.differences.front().difference;
  CHECK(d.mean == Approx(2));
  CHECK(d.low == Approx(2));
  CHECK(d.high == Approx(2));
  // The mean of a policy alone has all of the luck: 10 +- t(2, .975) 10 / sqrt(3) = 24.84.
  CHECK(luck.means[0].mean == Approx(10));
  CHECK(luck.means[0].high - luck.means[0].mean == Approx(4.302653 * 10 / std::sqrt(3.0)));
  CHECK(luck.errors[1][0] == Approx(10 / std::sqrt(3.0)));
  CHECK(luck.scores.empty());  // three replicates are too few to draw from
}

TEST_CASE("a policy that is better with every luck is best in every sample", "[decisions]") {
  std::vector<double> values;
  for (const double more : {0.0, 0.0, 1.0, 2.0}) {
    for (int r = 0; r < 8; ++r) {
      values.push_back(more + 0.1 * r);
    }
  }
  const LuckReport luck = luck_of(runs_of(8, values), {});
  REQUIRE(luck.scores.size() == 7);
  for (const std::vector<ScoreSpread>& rule : luck.scores) {
    CHECK(rule[1].best_in == Approx(1));
    CHECK(rule[0].best_in == 0);
  }
  // Maximin of b: at the first point 1 + mean of eight draws from 0, .1, ... .7.
  CHECK(luck.scores[0][1].low > 1.1);
  CHECK(luck.scores[0][1].low < 1.35);
  CHECK(luck.scores[0][1].high > 1.35);
}

TEST_CASE("one replicate leaves nothing to say about luck", "[decisions]") {
  const LuckReport luck = luck_of(runs_of(1, {1, 2, 3, 4}), {});
  CHECK(luck.means.empty());
  CHECK(luck.differences.empty());
}
