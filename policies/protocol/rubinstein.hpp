#pragma once
// What patience is worth at the table.
#include "policies/split/problem.hpp"

#include <cstddef>

namespace tumen {

/// Share of the surplus that the first proposer keeps when two parties alternate offers without a
/// deadline: x = (1 - d_other) / (1 - d_own d_other). The discount factors in [0, 1] are those of
/// the time between an offer and the answer to it, exp(-r dt). Two parties for whom waiting costs
/// nothing leave the division open: 1/2 by convention.
/// Rubinstein, Econometrica 50 (1982) 97.
template <class Real>
[[nodiscard]] constexpr Real rubinstein_proposer_share(const Real& own_discount,
                                                       const Real& other_discount) {
  const Real lost = Real(1) - own_discount * other_discount;
  const auto waiting_costs = lost > Real(0);
  const Real divisor = select(waiting_costs, lost, Real(1));
  return select(waiting_costs, (Real(1) - other_discount) / divisor, Real(0.5));
}

/// Bargaining powers a_i, summing to 1, proportional to 1/r_i, for discount rates r_i > 0 [1/y] of
/// the first n signatories. For two parties this is the limit of Rubinstein's share as offers
/// follow each other without delay, hence the asymmetric Nash solution (Binmore, Rubinstein and
/// Wolinsky, RAND Journal of Economics 17 (1986) 176); for more parties it is its natural
/// extension.
template <class Real>
[[nodiscard]] constexpr PerSignatory<Real> bargaining_power_from_patience(
    const PerSignatory<Real>& discount_rate, int n) {
  PerSignatory<Real> patience{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
    patience[i] = Real(1) / discount_rate[i];
  }
  return normalised(patience, n);
}

}  // namespace tumen
