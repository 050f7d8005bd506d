#pragma once
// What a split rule is asked: how do the n signatories of a deal share what they gain by it?
// Utility is transferable (side payments in money), so a rule picks one point of the plane
// "payoffs sum to the disagreement payoffs plus the surplus". A rule is one file in this folder and
// one line in catalog.inc.
#include "policies/split/coalition_table.hpp"
#include "world/real.hpp"

#include <array>
#include <cstddef>

namespace tumen {

inline constexpr int max_signatories = 8;

/// One number for each signatory; entries from n on are ignored as input and 0 as output.
template <class Real>
using PerSignatory = std::array<Real, static_cast<std::size_t>(max_signatories)>;

/// Payoff of each signatory [M USD/y], its disagreement payoff included.
template <class Real>
using Shares = PerSignatory<Real>;

/// The game behind a deal, for rules that ask what coalitions could do without it. Without a table
/// only the deal itself is known: no coalition but all signatories together gains anything.
template <class Real>
struct CoalitionGame {
  const CoalitionTable<Real>* table = nullptr;  ///< not owned; must outlive the problem
  int players = 0;                              ///< of the table, at most max_players
  /// Player of the table that each signatory is.
  std::array<int, static_cast<std::size_t>(max_signatories)> seat = {0, 1, 2, 3, 4, 5, 6, 7};
};

/// A deal to be divided. Money is in M USD a year at one common rate for all parties; another unit
/// serves as well if it is the same everywhere.
template <class Real>
struct BargainingProblem {
  Real surplus{};                     ///< S, joint gain over disagreement [M USD/y]
  PerSignatory<Real> disagreement{};  ///< d_i, payoff without the deal [M USD/y]
  PerSignatory<Real> power{};         ///< a_i >= 0, any scale (Nash)
  PerSignatory<Real> ideal{};         ///< the payoff it asks for itself [M USD/y] (KS, compromise)
  PerSignatory<Real> capability{};    ///< c_i >= 0, any scale (compromise)
  PerSignatory<Real> salience{};      ///< s_i >= 0, any scale (compromise)
  CoalitionGame<Real> game{};         ///< Shapley
  int n = 0;                          ///< signatories, 1 to max_signatories
};

/// What there is to share [M USD/y]. A deal that loses money is not concluded: nobody is asked to
/// pay for it, and every rule then returns the disagreement payoffs.
template <class Real>
[[nodiscard]] constexpr Real shared_surplus(const BargainingProblem<Real>& problem) {
  return max(problem.surplus, Real(0));
}

/// What signatory i wants for itself out of the surplus [M USD/y], between nothing and all of it.
template <class Real>
[[nodiscard]] constexpr Real claimed_gain(const BargainingProblem<Real>& problem, std::size_t i) {
  const Real wanted = problem.ideal[i] - problem.disagreement[i];
  return clamp(wanted, Real(0), shared_surplus(problem));
}

/// Weights scaled to sum to 1 over the first n. A negative weight counts as 0; where all are 0,
/// each signatory has 1/n.
template <class Real>
[[nodiscard]] constexpr PerSignatory<Real> normalised(const PerSignatory<Real>& weight, int n) {
  const auto count = static_cast<std::size_t>(n);
  Real total(0);
  for (std::size_t i = 0; i < count; ++i) {
    total += max(weight[i], Real(0));
  }
  const auto has_weight = total > Real(0);
  const Real divisor = select(has_weight, total, Real(1));
  const Real equal_share = Real(1) / Real(n);
  PerSignatory<Real> result{};
  for (std::size_t i = 0; i < count; ++i) {
    result[i] = select(has_weight, max(weight[i], Real(0)) / divisor, equal_share);
  }
  return result;
}

/// d_i + weight_i S.
template <class Real>
[[nodiscard]] constexpr Real share_of(const BargainingProblem<Real>& problem,
                                      const PerSignatory<Real>& weight, std::size_t i) {
  return problem.disagreement[i] + weight[i] * shared_surplus(problem);
}

/// x_i = d_i + weight_i S for all i.
template <class Real>
[[nodiscard]] constexpr Shares<Real> share_out(const BargainingProblem<Real>& problem,
                                               const PerSignatory<Real>& weight) {
  Shares<Real> payoff{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(problem.n); ++i) {
    payoff[i] = share_of(problem, weight, i);
  }
  return payoff;
}

}  // namespace tumen
