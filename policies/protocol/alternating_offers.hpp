#pragma once
#include "policies/protocol/problem.hpp"

namespace tumen {

/// Offers alternate: whoever opened the talks speaks first, then the others in their order, one
/// offer each rules.resolve_years (D). With discount factors d_i = exp(-r_i D) the proposer k keeps
///   two parties:  x_k = (1 - d_o) / (1 - d_k d_o) S, the other has the rest
///                 (Rubinstein, Econometrica 50 (1982) 97);
///   more:         x_j = d_j v_j S for j other than k, x_k the rest, v_j = w_j / sum w,
///                 w_j = 1 / (1 - d_j): what each expects where the next speaker is any of them
///                 with the same chance (Okada, Games and Economic Behavior 16 (1996) 97).
/// The division comes from patience and from whose turn it is; the split rule only fills the text
/// until talks are open. As D goes to 0 the floor is worth nothing and the shares are those of
/// `nash` with power 1 / r. Holding out is as on a single text.
struct AlternatingOffers : Unanimous {
  static constexpr bool speaks_each_tick = true;

  /// Payoffs where signatory `proposer` speaks.
  template <class Real>
  [[nodiscard]] static Shares<Real> offer_by(const OfferProblem<Real>& o, int proposer) {
    PerSignatory<Real> factor{};
    PerSignatory<Real> weight{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(o.n); ++i) {
      const Real impatience = -expm1(-o.discount_rate[i] * o.interval);
      factor[i] = Real(1) - impatience;
      weight[i] = Real(1) / max(impatience, Real(1e-6));
    }
    const auto speaker = static_cast<std::size_t>(proposer);
    const PerSignatory<Real> expected = normalised(weight, o.n);
    Shares<Real> payoff{};
    Real left = o.surplus;
    for (std::size_t i = 0; i < static_cast<std::size_t>(o.n); ++i) {
      if (i != speaker) {
        const Real answered = o.n == 2
                                  ? Real(1) - rubinstein_proposer_share(factor[speaker], factor[i])
                                  : factor[i] * expected[i];
        payoff[i] = answered * o.surplus;
        left -= payoff[i];
      }
    }
    payoff[speaker] = left;
    return payoff;
  }

  template <class Real>
  [[nodiscard]] static Shares<Real> offer(const OfferProblem<Real>& o) {
    const Real n = convert<Real>(o.n);
    // A sliver against clocks that fall just short: a third of a year is no binary number.
    const Real turns = o.opener + floor(o.clock / o.interval + Real(1e-3));
    const Real turn = turns - n * floor((turns + Real(0.5)) / n);
    Shares<Real> result = o.by_rule;
    for (int k = 0; k < o.n; ++k) {
      result = where_its_turn(o, turn, k, offer_by(o, k), result);
    }
    return result;
  }
  template <class Real>
  [[nodiscard]] static Real aspiration(const Stand<Real>& s) {
    return s.conceding;
  }
  template <class Real>
  [[nodiscard]] static Real years(const TalksLength<Real>& t) {
    return t.deadline;
  }
};

}  // namespace tumen
