#pragma once
#include "policies/split/problem.hpp"

namespace tumen {

/// Egalitarian solution: every signatory gains the same amount of money, x_i = d_i + S/n.
/// Gains are compared in USD, the only unit common to the countries.
/// Kalai, Econometrica 45 (1977) 1623, who calls these solutions proportional.
template <class Real>
[[nodiscard]] constexpr PerSignatory<Real> weights_egalitarian(
    const BargainingProblem<Real>& problem) {
  return normalised(PerSignatory<Real>{}, problem.n);
}
template <class Real>
[[nodiscard]] constexpr Shares<Real> split_egalitarian(const BargainingProblem<Real>& problem) {
  return share_out(problem, weights_egalitarian(problem));
}

}  // namespace tumen
