#pragma once
#include "policies/split/problem.hpp"

namespace tumen {

/// Compromise model: the outcome is the mean of the parties' positions weighted by capability times
/// salience, w_i = c_i s_i / sum c s.
///
/// The position of i on a division is the whole division it would like best: its claim
/// g_i = ideal_i - d_i (held in [0, S]) for itself, the rest in equal parts to the other n - 1. So
///   x_j = d_j + w_j g_j + sum over i != j of w_i (S - g_i) / (n - 1),
/// which hands out S exactly. Where everybody claims all of S this is the Nash solution with power
/// c s. ASSUMPTION: equal parts; a party could also favour its friends among the others.
///
/// The weighted mean: van den Bos, Dutch EC Policy Making (1991); Achen, ch. 4 of Thomson et al.,
/// The European Union Decides (2006), who shows that it approximates the Nash solution.
template <class Real>
[[nodiscard]] constexpr Shares<Real> split_compromise(const BargainingProblem<Real>& problem) {
  const auto n = static_cast<std::size_t>(problem.n);
  const Real surplus = shared_surplus(problem);
  PerSignatory<Real> weight{};
  for (std::size_t i = 0; i < n; ++i) {
    weight[i] = max(problem.capability[i], Real(0)) * max(problem.salience[i], Real(0));
  }
  weight = normalised(weight, problem.n);

  const Real others = Real(problem.n > 1 ? problem.n - 1 : 1);
  Shares<Real> payoff = problem.disagreement;
  for (std::size_t i = 0; i < n; ++i) {
    // A single signatory has nobody to leave anything to.
    const Real claim = n > 1 ? claimed_gain(problem, i) : surplus;
    const Real left_to_each = weight[i] * (surplus - claim) / others;
    for (std::size_t j = 0; j < n; ++j) {
      payoff[j] += i == j ? weight[i] * claim : left_to_each;
    }
  }
  for (std::size_t j = n; j < payoff.size(); ++j) {
    payoff[j] = Real(0);
  }
  return payoff;
}

}  // namespace tumen
