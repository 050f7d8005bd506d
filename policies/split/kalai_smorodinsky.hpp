#pragma once
#include "policies/split/problem.hpp"

namespace tumen {

/// Kalai-Smorodinsky solution: gains in proportion to the ideal gains, x_i = d_i + t g_i with
/// g_i = ideal_i - d_i held in [0, S] and t = S / sum g. (It is the point of the frontier on the
/// line from disagreement to the ideals.) Equal ideal gains, and none at all, give the egalitarian
/// division; ideals that together ask for less than S are raised alike.
/// Kalai and Smorodinsky, Econometrica 43 (1975) 513.
template <class Real>
[[nodiscard]] constexpr Shares<Real> split_kalai_smorodinsky(
    const BargainingProblem<Real>& problem) {
  PerSignatory<Real> gain{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(problem.n); ++i) {
    gain[i] = claimed_gain(problem, i);
  }
  return share_out(problem, normalised(gain, problem.n));
}

}  // namespace tumen
