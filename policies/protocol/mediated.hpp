#pragma once
#include "policies/protocol/single_text.hpp"

namespace tumen {

/// A single text written by a mediator whom parties tell in confidence what they could live with.
/// They need not bluff as long: of the gap between what a party still claims and where it would
/// end, the mediator closes the share m = rules.mediation,
///   A' = goal + (1 - m) (A - goal).
/// The division is the split rule's, as without a mediator; what changes is how soon and how often
/// it is struck. m = 0 is the single text. ASSUMPTION: m = .5, accepted range .2 to .8.
/// Raiffa, The Art and Science of Negotiation (1982), ch. 14 and 16.
struct Mediated : Unanimous {
  static constexpr bool speaks_each_tick = false;

  template <class Real>
  [[nodiscard]] static Shares<Real> offer(const OfferProblem<Real>& o) {
    return o.by_rule;
  }
  template <class Real>
  [[nodiscard]] static Real aspiration(const Stand<Real>& s) {
    return s.goal + (Real(1) - s.mediation) * (s.conceding - s.goal);
  }
  template <class Real>
  [[nodiscard]] static Real years(const TalksLength<Real>& t) {
    return t.deadline;
  }
};

}  // namespace tumen
