#include "policies/split/shapley.hpp"

#include "policies/split/split.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include <catch2/catch.hpp>

namespace tumen {

TEST_CASE("Shapley splits a deal by what its signatories are worth in the cluster of rival deals") {
  CoalitionTable<double> game;  // supplier 0, transit 1, buyer 2; values 280, 130, 280
  game.value[0b101] = 300;
  game.value[0b111] = 690;
  BargainingProblem<double> deal;
  deal.n = 2;
  deal.surplus = 41;
  deal.disagreement = {5, 1};
  deal.game = {&game, 3, {1, 2}};  // transit country and buyer: the supplier does not sign
  const Shares<double> payoff = split(SplitRule::shapley, deal);
  CHECK(payoff[0] == Approx(18).epsilon(1e-14));  // 5 + 41 x 130/410
  CHECK(payoff[1] == Approx(29).epsilon(1e-14));  // 1 + 41 x 280/410
}

TEST_CASE("Shapley values are the mean marginal contribution over all orders of arrival") {
  CoalitionTable<double> game;
  for (std::size_t s = 1; s < 16; ++s) {
    game.value[s] = static_cast<double>((s * s * 37) % 101);  // no structure at all
  }
  std::array<std::size_t, 4> order = {0, 1, 2, 3};
  std::array<double, 4> sum{};
  do {
    std::size_t present = 0;
    for (const std::size_t player : order) {
      const std::size_t joined = present | (std::size_t{1} << player);
      sum[player] += game.value[joined] - game.value[present];
      present = joined;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  const PerPlayer<double> value = shapley_values(game, 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(value[i] == Approx(sum[i] / 24).epsilon(1e-13));
  }
}

TEST_CASE("six users of a runway pay each stretch in equal parts by those who need it") {
  // Airport game with costs 60, 120, ... 360: stretch k is shared by 7 - k users
  // (Littlechild and Owen 1973): 60/6, + 60/5, + 60/4, + 60/3, + 60/2, + 60.
  CoalitionTable<double> game;
  for (std::size_t s = 1; s < 64; ++s) {
    game.value[s] = 60.0 * static_cast<double>(std::bit_width(s));
  }
  CHECK(shapley_values(game, 6) == PerPlayer<double>{10, 22, 37, 57, 87, 147});
}

}  // namespace tumen
