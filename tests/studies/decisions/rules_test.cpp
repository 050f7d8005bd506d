#include "studies/decisions/rules.hpp"

#include "studies/decisions/pareto.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// wait, act and hedge in calm, storm and flood; act has two lines in calm.
MixedTable runs() {
  return parse_mixed_table(
      "policy,world,gain\n"
      "wait,calm,10\nwait,storm,0\nwait,flood,2\n"
      "act,calm,2\nact,calm,4\nact,storm,8\nact,flood,5\n"
      "hedge,calm,6\nhedge,storm,4\nhedge,flood,4\n",
      "t.csv", {{}, {"policy", "world"}, {}});
}

PayoffTable payoffs(Direction direction = Direction::max) {
  return payoffs_of(runs(), {"policy", "world", "gain", direction});
}

const RuleVerdict& verdict(const std::vector<RuleVerdict>& all, const std::string& name) {
  for (const RuleVerdict& v : all) {
    if (v.name == name) {
      return v;
    }
  }
  throw std::out_of_range(name);
}

void check(const RuleVerdict& v, const std::vector<double>& scores,
           const std::vector<std::size_t>& winners) {
  INFO(v.name);
  REQUIRE(v.scores.size() == scores.size());
  for (std::size_t p = 0; p < scores.size(); ++p) {
    CHECK(v.scores[p] == Approx(scores[p]));
  }
  CHECK(v.winners == winners);
}

}  // namespace

TEST_CASE("a payoff is the mean over replicates", "[studies][decisions]") {
  const PayoffTable t = payoffs();
  CHECK(t.policies == std::vector<std::string>{"wait", "act", "hedge"});
  CHECK(t.scenarios == std::vector<std::string>{"calm", "storm", "flood"});
  CHECK(t.values == std::vector<std::vector<double>>{{10, 0, 2}, {3, 8, 5}, {6, 4, 4}});
  CHECK(t.fewest == 1);
  CHECK(t.most == 2);
  // The best of the scenarios are 10, 8 and 5.
  CHECK(regrets_of(t) == std::vector<std::vector<double>>{{0, 8, 3}, {7, 0, 0}, {4, 4, 1}});
}

TEST_CASE("every rule gives its score and its winner", "[studies][decisions]") {
  RuleSettings settings;
  settings.optimism = 0.8;
  settings.threshold = Target{Target::Relation::at_least, "4"};
  const auto all = judge(payoffs(), settings);
  check(verdict(all, "maximin"), {0, 3, 4}, {2});
  check(verdict(all, "maximax"), {10, 8, 6}, {0});
  check(verdict(all, "hurwicz"), {8, 7, 5.6}, {0});  // .8 best + .2 worst
  check(verdict(all, "laplace"), {4, 16.0 / 3, 14.0 / 3}, {1});
  check(verdict(all, "minimax_regret"), {8, 7, 4}, {2});
  // Ascending 0 3 8, 0 0 7, 1 4 4; place .9 x 2 = 1.8: 3 + .8 x 5, .8 x 7, 4.
  check(verdict(all, "regret_90"), {7, 5.6, 4}, {2});
  // Variances (36 + 16 + 4) / 3, (49 + 64 + 1) / 27, (16 + 4 + 4) / 27.
  check(verdict(all, "mean_variance"), {4 - 4.3204938, 16.0 / 3 - 2.0548047, 14.0 / 3 - 0.9428090},
        {2});
  check(verdict(all, "satisficing"), {1.0 / 3, 2.0 / 3, 1}, {2});
}

TEST_CASE("where less is better the rules turn round", "[studies][decisions]") {
  const auto all = judge(payoffs(Direction::min));
  check(verdict(all, "maximin"), {10, 8, 6}, {2});
  check(verdict(all, "maximax"), {0, 3, 4}, {0});
  check(verdict(all, "hurwicz"), {5, 5.5, 5}, {0, 2});  // equal policies win together
  // The best are now 3, 0 and 2.
  check(verdict(all, "minimax_regret"), {7, 8, 4}, {2});
  check(verdict(all, "mean_variance"), {4 + 4.3204938, 16.0 / 3 + 2.0548047, 14.0 / 3 + 0.9428090},
        {2});
  CHECK(all.size() == 7);  // no threshold, no satisficing
}

TEST_CASE("a pair without a line and a threshold without a number are refused",
          "[studies][decisions]") {
  const MixedTable t = parse_mixed_table("p,s,y\na,1,1\nb,2,1\n", "t.csv", {{}, {"p", "s"}, {}});
  CHECK_THROWS_WITH(payoffs_of(t, {"p", "s", "y", Direction::max}),
                    Catch::Contains("no line for policy \"a\" in scenario \"2\""));
  RuleSettings settings;
  settings.threshold = Target{Target::Relation::equal, "good"};
  CHECK_THROWS_AS(judge(payoffs(), settings), InputError);
}

TEST_CASE("the Pareto set holds what nothing beats in every respect", "[studies][decisions]") {
  const std::vector<Direction> directions = {Direction::max, Direction::min};
  // Gain and cost: (5, 5) beats (4, 6); (9, 9) and (1, 1) stand alone; (5, 5) is there twice.
  CHECK(pareto_set({{5, 5}, {4, 6}, {9, 9}, {1, 1}, {5, 5}}, directions) ==
        std::vector<std::size_t>{0, 2, 3, 4});
  CHECK(pareto_set({{5, 5}, {5, 4}}, directions) == std::vector<std::size_t>{1});
  CHECK_FALSE(dominates({5, 5}, {5, 5}, directions));
}
