#pragma once
#include "policies/split/problem.hpp"

namespace tumen {

/// Asymmetric Nash solution with transferable utility: x_i = d_i + a_i S, where the a_i are the
/// powers scaled to sum to 1 (equal powers give the symmetric solution). It maximises
/// prod (x_i - d_i)^a_i on the plane sum (x_i - d_i) = S.
/// Nash, Econometrica 18 (1950) 155; weights: Harsanyi and Selten, Management Science 18 (1972) 80.
template <class Real>
[[nodiscard]] constexpr PerSignatory<Real> weights_nash(const BargainingProblem<Real>& problem) {
  return normalised(problem.power, problem.n);
}
template <class Real>
[[nodiscard]] constexpr Shares<Real> split_nash(const BargainingProblem<Real>& problem) {
  return share_out(problem, weights_nash(problem));
}

}  // namespace tumen
