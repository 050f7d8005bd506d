#include "policies/split/split.hpp"

#include "world/lanes.hpp"

#include <array>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace tumen {
namespace {

/// Three suppliers of nothing in common: every input differs, and coalition {0, 1} earns 30.
CoalitionTable<double> uneven_game() {
  CoalitionTable<double> game;
  for (std::size_t s = 0; s < max_coalitions; ++s) {
    game.value[s] = (s & 3) == 3 ? 30 : 0;
  }
  return game;
}

/// A deal of n parties with unequal disagreement payoffs, powers, ideals and weights.
BargainingProblem<double> uneven_deal(int n, double surplus) {
  BargainingProblem<double> deal;
  deal.n = n;
  deal.surplus = surplus;
  for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
    const auto k = static_cast<double>(i);
    deal.disagreement[i] = 7 * k - 11;
    deal.power[i] = 1 + k;
    deal.ideal[i] = deal.disagreement[i] + 25 * (1 + k);
    deal.capability[i] = 9 - k;
    deal.salience[i] = 0.1 + 0.3 * k;
  }
  return deal;
}

BargainingProblem<double> with_game(BargainingProblem<double> deal,
                                    const CoalitionTable<double>& game) {
  deal.game.table = &game;
  deal.game.players = max_players;
  deal.game.seat = {0, 1, 2, 3, 4, 5, 0, 1};
  return deal;
}

double total(const PerSignatory<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("the catalogue of split rules names each rule once and in order") {
  std::vector<std::string> names;
  names.reserve(split_rules.size());
  for (const SplitRule rule : split_rules) {
    names.emplace_back(split_rule_name(rule));
  }
  CHECK(names == std::vector<std::string>{"nash", "kalai_smorodinsky", "egalitarian", "compromise",
                                          "shapley"});
}

TEST_CASE("every split rule hands out the disagreement payoffs and the surplus, no more, no less") {
  const CoalitionTable<double> game = uneven_game();
  for (const SplitRule rule : split_rules) {
    for (int n = 1; n <= max_signatories; ++n) {
      const BargainingProblem<double> deal = with_game(uneven_deal(n, 90), game);
      INFO(split_rule_name(rule) << " with " << n << " signatories");
      CHECK(total(split(rule, deal)) == Approx(total(deal.disagreement) + 90).epsilon(1e-14));
    }
  }
}

TEST_CASE("no split rule pushes a signatory below its disagreement payoff") {
  const CoalitionTable<double> game = uneven_game();
  for (const SplitRule rule : split_rules) {
    for (int n = 1; n <= max_signatories; ++n) {
      const BargainingProblem<double> deal = with_game(uneven_deal(n, 40), game);
      const Shares<double> payoff = split(rule, deal);
      for (std::size_t i = 0; i < payoff.size(); ++i) {
        INFO(split_rule_name(rule) << ", signatory " << i << " of " << n);
        CHECK(payoff[i] >= deal.disagreement[i]);
      }
    }
  }
}

TEST_CASE(
    "a deal that loses money leaves each signatory its disagreement payoff under every rule") {
  for (const SplitRule rule : split_rules) {
    INFO(split_rule_name(rule));
    const BargainingProblem<double> deal = uneven_deal(3, -20);
    CHECK(split(rule, deal) == Shares<double>{-11, -4, 3, 0, 0, 0, 0, 0});
  }
}

TEST_CASE("signatories that differ in nothing gain the same under every rule") {
  for (const SplitRule rule : split_rules) {
    BargainingProblem<double> deal;
    deal.n = 4;
    deal.surplus = 100;
    for (std::size_t i = 0; i < 4; ++i) {
      deal.disagreement[i] = 3;
      deal.power[i] = 0.7;
      deal.ideal[i] = 43;
      deal.capability[i] = 5;
      deal.salience[i] = 0.2;
    }
    INFO(split_rule_name(rule));
    const Shares<double> payoff = split(rule, deal);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(payoff[i] == Approx(28).epsilon(1e-14));  // 3 + 100/4
    }
  }
}

TEST_CASE("a rule that is told nothing about the signatories divides the surplus equally") {
  for (const SplitRule rule : split_rules) {
    BargainingProblem<double> deal;
    deal.n = 5;
    deal.surplus = 100;
    INFO(split_rule_name(rule));
    const Shares<double> payoff = split(rule, deal);
    for (std::size_t i = 0; i < payoff.size(); ++i) {
      CHECK(payoff[i] == Approx(i < 5 ? 20 : 0).epsilon(1e-14));
    }
  }
}

TEST_CASE("a lane of a split has the bits of the scalar split, whatever the other lanes hold") {
  using FourLanes = Lanes<double, 4>;
  const CoalitionTable<double> game = uneven_game();
  CoalitionTable<FourLanes> wide_game;
  for (std::size_t s = 0; s < max_coalitions; ++s) {
    wide_game.value[s] = FourLanes(game.value[s]);
  }
  // One lane loses money, one has nobody with power, salience or an ideal.
  std::array<BargainingProblem<double>, 4> deals = {uneven_deal(5, 90), uneven_deal(5, -1),
                                                    uneven_deal(5, 0.1), uneven_deal(5, 31)};
  deals[2].power = {};
  deals[2].salience = {};
  deals[2].ideal = deals[2].disagreement;

  BargainingProblem<FourLanes> wide;
  wide.n = 5;
  wide.game = {&wide_game, max_players, {0, 1, 2, 3, 4, 5, 0, 1}};
  for (int k = 0; k < 4; ++k) {
    BargainingProblem<double>& deal = deals[static_cast<std::size_t>(k)];
    deal = with_game(deal, game);
    set_lane(wide.surplus, k, deal.surplus);
    for (std::size_t i = 0; i < 5; ++i) {
      set_lane(wide.disagreement[i], k, deal.disagreement[i]);
      set_lane(wide.power[i], k, deal.power[i]);
      set_lane(wide.ideal[i], k, deal.ideal[i]);
      set_lane(wide.capability[i], k, deal.capability[i]);
      set_lane(wide.salience[i], k, deal.salience[i]);
    }
  }
  for (const SplitRule rule : split_rules) {
    const Shares<FourLanes> payoff = split(rule, wide);
    for (int k = 0; k < 4; ++k) {
      const Shares<double> expected = split(rule, deals[static_cast<std::size_t>(k)]);
      for (std::size_t i = 0; i < 5; ++i) {
        INFO(split_rule_name(rule) << ", lane " << k << ", signatory " << i);
        CHECK(payoff[i][k] == expected[i]);
      }
    }
  }
}

TEST_CASE("every split rule also divides in single precision") {
  for (const SplitRule rule : split_rules) {
    BargainingProblem<float> deal;
    deal.n = 2;
    deal.surplus = 96;
    deal.disagreement = {4, -4};
    deal.ideal = {100, 92};
    INFO(split_rule_name(rule));
    CHECK(split(rule, deal) == Shares<float>{52, 44});  // 4 + 48, -4 + 48
  }
}

TEST_CASE("a negative power counts as none") {
  BargainingProblem<double> deal;
  deal.n = 3;
  deal.surplus = 40;
  deal.power = {1, -2, 3};
  CHECK(split(SplitRule::nash, deal) == Shares<double>{10, 0, 30});  // 1 : 0 : 3
}

TEST_CASE("Kalai-Smorodinsky gains are in proportion to ideal gains") {
  BargainingProblem<double> deal;
  deal.n = 2;
  deal.surplus = 90;
  deal.disagreement = {10, -20};
  // Ideal gains 90 and 45: t = 90/135 = 2/3, gains 60 and 30.
  deal.ideal = {100, 25};
  const Shares<double> payoff = split(SplitRule::kalai_smorodinsky, deal);
  CHECK(payoff[0] == Approx(70).epsilon(1e-14));
  CHECK(payoff[1] == Approx(10).epsilon(1e-14));

  SECTION("nobody's ideal exceeds the whole surplus") {
    deal.ideal[0] = 1e6;
    CHECK(split(SplitRule::kalai_smorodinsky, deal) == payoff);
  }
  SECTION("a party that asks for nothing gains nothing") {
    deal.ideal[1] = -500;
    CHECK(split(SplitRule::kalai_smorodinsky, deal)[0] == Approx(100).epsilon(1e-14));
  }
}

TEST_CASE("egalitarian gains are equal in money whatever powers and ideals are") {
  const Shares<double> payoff = split(SplitRule::egalitarian, uneven_deal(3, 90));
  CHECK(payoff[0] == Approx(19).epsilon(1e-14));  // -11 + 30
  CHECK(payoff[1] == Approx(26).epsilon(1e-14));  // -4 + 30
  CHECK(payoff[2] == Approx(33).epsilon(1e-14));  // 3 + 30
}

TEST_CASE("the compromise is the mean position weighted by capability times salience") {
  BargainingProblem<double> deal;
  deal.n = 3;
  deal.surplus = 100;
  // Weights 6 x .5 : 2 x .5 : 1 x 1 = 3 : 1 : 1 = .6, .2, .2; claims 80, 50, 100, so that the
  // first leaves 10 to each other, the second 25, the third nothing.
  deal.capability = {6, 2, 1};
  deal.salience = {0.5, 0.5, 1};
  deal.ideal = {80, 50, 100};
  const Shares<double> payoff = split(SplitRule::compromise, deal);
  CHECK(payoff[0] == Approx(53).epsilon(1e-14));  // .6 x 80 + .2 x 25
  CHECK(payoff[1] == Approx(16).epsilon(1e-14));  // .2 x 50 + .6 x 10
  CHECK(payoff[2] == Approx(31).epsilon(1e-14));  // .2 x 100 + .6 x 10 + .2 x 25
}

TEST_CASE(
    "where everybody claims everything the compromise is Nash with power capability x salience") {
  BargainingProblem<double> deal = uneven_deal(6, 70);
  for (std::size_t i = 0; i < 6; ++i) {
    deal.ideal[i] = deal.disagreement[i] + 70;
    deal.power[i] = deal.capability[i] * deal.salience[i];
  }
  const Shares<double> compromise = split(SplitRule::compromise, deal);
  const Shares<double> nash = split(SplitRule::nash, deal);
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(compromise[i] == Approx(nash[i]).epsilon(1e-14));
  }
}

}  // namespace tumen
