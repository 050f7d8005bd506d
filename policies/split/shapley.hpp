#pragma once
#include "policies/split/problem.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>

namespace tumen {

/// Value of one player of a game.
template <class Real>
using PerPlayer = std::array<Real, static_cast<std::size_t>(max_players)>;

/// Shapley values [unit of the table] of a game of n <= max_players players; entries from n on are
/// 0. Player i gets its marginal contribution v(S + i) - v(S), averaged over the coalitions S of
/// each size and then over the n sizes, which is the mean over all orders of arrival with the
/// weights |S|! (n - |S| - 1)! / n!. Both divisors are whole numbers, so no weight is rounded.
/// Shapley, Contributions to the Theory of Games II (1953) 307.
template <class Real>
[[nodiscard]] constexpr PerPlayer<Real> shapley_values(const CoalitionTable<Real>& game, int n) {
  assert(0 < n && n <= max_players);
  const auto players = static_cast<std::size_t>(n);
  PerPlayer<Real> value{};
  for (std::size_t i = 0; i < players; ++i) {
    const std::size_t self = std::size_t{1} << i;
    PerPlayer<Real> by_size{};
    for (std::size_t others = 0; others < std::size_t{1} << players; ++others) {
      if ((others & self) != 0) {
        continue;
      }
      by_size[static_cast<std::size_t>(std::popcount(others))] +=
          game.value[others | self] - game.value[others];
    }
    Real total(0);
    int coalitions = 1;  // of this size among the other n - 1 players: a binomial coefficient
    for (int size = 0; size < n; ++size) {
      total += by_size[static_cast<std::size_t>(size)] / Real(coalitions);
      coalitions = coalitions * (n - 1 - size) / (size + 1);
    }
    value[i] = total / Real(n);
  }
  return value;
}

/// Shapley split: the surplus in proportion to the signatories' Shapley values in problem.game,
/// x_i = d_i + S phi_i / sum phi. Where the game is the deal (players = signatories, v(N) = S) each
/// gains exactly its Shapley value; where the game is a larger cluster of rival deals, phi measures
/// what each signatory is worth in that cluster. Negative values, possible only if some coalition
/// loses by a member, count as 0. Without a table only all signatories together create value, and
/// the values are equal.
template <class Real>
[[nodiscard]] constexpr PerSignatory<Real> weights_shapley(const BargainingProblem<Real>& problem) {
  PerSignatory<Real> power{};
  if (problem.game.table != nullptr) {
    const PerPlayer<Real> value = shapley_values(*problem.game.table, problem.game.players);
    for (std::size_t i = 0; i < static_cast<std::size_t>(problem.n); ++i) {
      assert(0 <= problem.game.seat[i] && problem.game.seat[i] < problem.game.players);
      power[i] = value[static_cast<std::size_t>(problem.game.seat[i])];
    }
  }
  return normalised(power, problem.n);
}
template <class Real>
[[nodiscard]] constexpr Shares<Real> split_shapley(const BargainingProblem<Real>& problem) {
  return share_out(problem, weights_shapley(problem));
}

}  // namespace tumen
