#pragma once
// What a protocol is asked: who may speak when, and what follows from it for the text on the table,
// for how long a party holds out, and for how long talks go on. A protocol is one file in this
// folder with one struct, and one line in catalog.inc. The struct has
//   speaks_each_tick   whether the text is written anew every tick of the talks (compiled)
//   offer(problem)     payoffs of the signatories under the text on the table [M USD/y]
//   aspiration(stand)  what a party holds out for, as a share of its stake
//   years(length)      years after which talks end without a deal
//   consent(voices)    at which rate those at the table agree, and whether they can at all; taken
//                      from Unanimous by all protocols of this folder but the two that stand beside
//                      bargaining as baselines
#include "policies/protocol/rubinstein.hpp"
#include "policies/split/problem.hpp"
#include "world/math.hpp"

namespace tumen {

/// A text about to be written.
template <class Real>
struct OfferProblem {
  Shares<Real> by_rule{};              ///< what the split rule gives [M USD/y]; sums to the surplus
  Real surplus{};                      ///< joint gain; nobody proposes on a joint loss [M USD/y]
  PerSignatory<Real> discount_rate{};  ///< of each signatory [1/y]
  PerSignatory<Real> reservation{};    ///< least payoff each would sign for, margin included
  Real opener{};                       ///< signatory that opened the talks, -1 before they are open
  Real clock{};                        ///< years of talks
  Real interval{};                     ///< years between an offer and the next
  int n = 0;                           ///< signatories
};

/// What a party holds out for.
template <class Real>
struct Stand {
  Real conceding{};  ///< its aspiration by time and reciprocity, share of its stake
  Real goal{};       ///< where that aspiration ends: kappa times its share of the surplus
  Real mediation{};  ///< share of the gap between the two that a mediator closes
};

template <class Real>
struct TalksLength {
  Real deadline{};  ///< longest deadline of a signatory with its slack [years]
  Real interval{};  ///< years between an offer and the next
};

/// How those at the table stand to the text. Seats with a driver answer by themselves. Entries from
/// n on hold nothing; nor do `is_driven` and `answer` where nobody is driven.
template <class Real>
struct Voices {
  PerSignatory<Real> accepts;    ///< chance of saying yes in the quarter, by aspiration
  PerSignatory<Real> gain;       ///< perceived, as a share of the stake, margin taken off
  PerSignatory<Real> weight;     ///< capability: reach, a clipped ratio of GDP
  PerSignatory<Real> is_driven;  ///< 1 where a driver sits
  PerSignatory<Real> answer;     ///< of the driver
  Real rate{};                   ///< at which delegations could close [1/y]
  int n = 0;                     ///< signatories
  bool has_drivers = true;       ///< whether one of them may be driven

  /// Of seat i: what its driver says, or what its policy does.
  [[nodiscard]] Real choice(std::size_t i, const Real& driver, const Real& policy) const {
    return has_drivers ? select(is_driven[i] > Real(0), driver, policy) : policy;
  }
};

template <class Real>
struct Consent {
  Real rate{};      ///< at which the policies agree [1/y]
  Real possible{};  ///< 0 where somebody who is needed says no
};

/// All must say yes, and nobody signs what it thinks a loss.
struct Unanimous {
  template <class Real>
  [[nodiscard]] static Consent<Real> consent(const Voices<Real>& v) {
    Consent<Real> c{v.rate, Real(1)};
    for (std::size_t i = 0; i < static_cast<std::size_t>(v.n); ++i) {
      c.rate *= v.choice(i, Real(1), v.accepts[i]);
      c.possible *= v.choice(i, v.answer[i], flag<Real>(v.gain[i] >= Real(0)));
    }
    return c;
  }
};

/// Where nobody has the floor (before talks, or no surplus) the text is the split rule's.
template <class Real>
[[nodiscard]] MaskOf<Real> has_floor(const OfferProblem<Real>& o) {
  return both(o.opener >= Real(0), o.surplus > Real(0));
}

/// The payoffs under `proposer` where `turn` is its turn and somebody has the floor, else those of
/// `otherwise`.
template <class Real>
[[nodiscard]] Shares<Real> where_its_turn(const OfferProblem<Real>& o, const Real& turn,
                                          int proposer, const Shares<Real>& offered,
                                          const Shares<Real>& otherwise) {
  const auto speaks = both(has_floor(o), turn == convert<Real>(proposer));
  Shares<Real> result = otherwise;
  for (std::size_t i = 0; i < static_cast<std::size_t>(o.n); ++i) {
    result[i] = select(speaks, offered[i], otherwise[i]);
  }
  return result;
}

}  // namespace tumen
