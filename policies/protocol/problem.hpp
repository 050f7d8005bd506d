#pragma once
// What a protocol is asked: who may speak when, and what follows from it for the text on the table,
// for how long a party holds out, and for how long talks go on. A protocol is one file in this
// folder with one struct, and one line in catalog.inc. The struct has
//   speaks_each_tick   whether the text is written anew every tick of the talks (compiled)
//   offer(problem)     payoffs of the signatories under the text on the table [M USD/y]
//   aspiration(stand)  what a party holds out for, as a share of its stake
//   years(length)      years after which talks end without a deal
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
