#pragma once
#include "policies/protocol/problem.hpp"

namespace tumen {

/// A single text on the table that divides as the split rule says, x = split(S); parties concede
/// toward it in time, and it is struck once all say yes. Nobody gains by speaking first, as where
/// offers follow each other without delay (Binmore, Rubinstein and Wolinsky, RAND Journal of
/// Economics 17 (1986) 176).
/// Single negotiating text: Fisher, International Mediation (1978); Raiffa, The Art and Science of
/// Negotiation (1982), ch. 14.
struct SingleText : Unanimous {
  static constexpr bool speaks_each_tick = false;

  template <class Real>
  [[nodiscard]] static Shares<Real> offer(const OfferProblem<Real>& o) {
    return o.by_rule;
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
