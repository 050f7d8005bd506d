#pragma once
// Moves of outside decision-makers (drivers). A driven seat opens, offers, answers, withdraws,
// breaks and acts only when its driver says so; every other seat follows the policies. The engine
// does not know the difference: a move takes the place of the policy's own decision.
#include "world/state.hpp"

#include <vector>

namespace tumen {

template <class Real>
struct Moves {
  std::vector<Real> driven;     ///< by country: 1 where an outside decision-maker sits
  std::vector<Real> opens;      ///< by party row: 1 = open talks on this package
  std::vector<Real> answers;    ///< by party row: 1 = accept, 0 = no
  std::vector<Real> withdraws;  ///< by party row: 1 = leave the talks
  std::vector<Real> breaks;     ///< by party row: 1 = break the agreement
  std::vector<Real> offers;     ///< by term: value on the table
  std::vector<Real> offered;    ///< by term: 1 where `offers` replaces the terms solved
  std::vector<Real> acts;       ///< by act: 1 = do it

  /// Moves of nobody: every seat follows its policy.
  [[nodiscard]] static Moves none(const Model& m) {
    Moves moves;
    moves.driven.assign(m.countries.size(), Real(0));
    for (auto* rows : {&moves.opens, &moves.answers, &moves.withdraws, &moves.breaks}) {
      rows->assign(m.parties.size(), Real(0));
    }
    moves.offers.assign(m.terms.size(), Real(0));
    moves.offered.assign(m.terms.size(), Real(0));
    moves.acts.assign(m.acts.size(), Real(0));
    return moves;
  }

  /// 1 where country `i` is driven.
  [[nodiscard]] const Real& drives(Id i) const { return at(driven, i); }
};

}  // namespace tumen
