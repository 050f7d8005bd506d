#pragma once
#include "policies/protocol/problem.hpp"

namespace tumen {

/// Whoever opened the talks makes one offer, which stands for rules.resolve_years: the others get
/// what they would just sign for, the setter the rest,
///   x_j = q c_j for the others, c_j the reservation payoff, q = min(1, S / sum c);
///   x_k = S - sum x_j.
/// c_j is the stake of j times (margin + temperature): one step of its own temperature above its
/// win-set, so that it says yes more often than not. Nobody has anything to hold out for, as there
/// is no second offer: aspirations are 0. Refused, talks end and rest. The split rule only fills
/// the text until talks are open. Romer and Rosenthal, Public Choice 33 (1978) 27.
struct TakeItOrLeaveIt : Unanimous {
  static constexpr bool speaks_each_tick = true;

  /// Payoffs where signatory `setter` makes the offer.
  template <class Real>
  [[nodiscard]] static Shares<Real> offer_by(const OfferProblem<Real>& o, int setter) {
    const auto speaker = static_cast<std::size_t>(setter);
    Real asked(0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(o.n); ++i) {
      asked += i == speaker ? Real(0) : max(o.reservation[i], Real(0));
    }
    const Real scale = min(Real(1), o.surplus / max(asked, Real(1e-6)));
    Shares<Real> payoff{};
    Real left = o.surplus;
    for (std::size_t i = 0; i < static_cast<std::size_t>(o.n); ++i) {
      if (i != speaker) {
        payoff[i] = scale * max(o.reservation[i], Real(0));
        left -= payoff[i];
      }
    }
    payoff[speaker] = left;
    return payoff;
  }

  template <class Real>
  [[nodiscard]] static Shares<Real> offer(const OfferProblem<Real>& o) {
    Shares<Real> result = o.by_rule;
    for (int k = 0; k < o.n; ++k) {
      result = where_its_turn(o, o.opener, k, offer_by(o, k), result);
    }
    return result;
  }
  template <class Real>
  [[nodiscard]] static Real aspiration(const Stand<Real>&) {
    return Real(0);
  }
  template <class Real>
  [[nodiscard]] static Real years(const TalksLength<Real>& t) {
    return t.interval;
  }
};

}  // namespace tumen
