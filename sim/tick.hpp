#pragma once
// The tick. Agents want, policies act, the simulation referees, the world obeys.
//
// Every phase reads the world as the phase before left it and writes what no other entity of the
// same phase reads, so results never depend on the order of visits. Whether something happens is a
// hazard, p = 1 - exp(-rate dt), drawn by key; where a scalar program would branch on the state,
// the core selects, so the same lines run one world or one world a lane. MODEL.md section 4.
#include "agents/outlook.hpp"
#include "agents/standing.hpp"
#include "policies/acts.hpp"
#include "policies/appraisal_phase.hpp"
#include "policies/bargaining.hpp"
#include "policies/conflicts.hpp"
#include "policies/performance.hpp"
#include "policies/proposals.hpp"
#include "policies/ratification.hpp"
#include "policies/terms.hpp"
#include "world/accounts.hpp"
#include "world/corridors.hpp"
#include "world/events.hpp"
#include "world/expectations.hpp"
#include "world/governments.hpp"
#include "world/market.hpp"
#include "world/sanctions.hpp"
#include "world/settlement.hpp"

#include <utility>

namespace tumen {

/// Rows that a tick writes and forgets; sized once by make_scratch.
template <class Real>
struct Scratch {
  TermsScratch<Real> terms;
  std::vector<Real> kept, keys;  ///< by package
  bool is_fresh = true;          ///< the world or the numbers are other than the last tick's
};

template <class Real>
[[nodiscard]] Scratch<Real> make_scratch(const Model& m) {
  const std::vector<Real> by_package(m.packages.size());
  return {TermsScratch<Real>(m), by_package, by_package};
}

/// Phases 1 to 3: the world moves by itself, then every deal is valued for everybody.
template <class Real, class ForEach>
void look_around(const Step<Real>& s, const Table<Real>& t, Scratch<Real>& scratch,
                 ForEach&& each) {
  const bool is_fresh = std::exchange(scratch.is_fresh, false);
  if (is_fresh) {
    note_numbers(s);
  }
  step_market(s);                 // 1. shocks: prices,
  step_events(s);                 //    what the scenario declares,
  step_governments(s, is_fresh);  //    who governs,
  step_regimes(s);                //    what sanctions are in force
  step_sanctions(s, is_fresh);
  step_acts(t);   //    and what single countries do
  step_debts(s);  // 2. accounts: debts, output, trade
  step_accounts(s, is_fresh);
  step_expectations(s);
  step_outlook(s);

  solve_all_terms(t, each, scratch.terms);  // 3. terms, and what every deal is worth
  appraise_packages(t, each);
}

/// Phases 4 to 9: countries negotiate, and the world obeys.
template <class Real>
void negotiate(const Step<Real>& s, const Table<Real>& t, Scratch<Real>& scratch) {
  open_all_talks(t);  // 4. propose
  bargain_all(t);     // 5. bargain
  ratify_all(t);      // 6. ratify and veto the deals of earlier ticks,
  settle_conflicts(t, scratch.kept,
                   scratch.keys);  // 7. sign the new ones, unless a rival is better

  enact_all(t);           // 8. implement: enter into force,
  finance_corridors(t);   //    pay the builders,
  step_corridors(s);      //    build and run,
  perform_agreements(s);  //    pay and deliver,
  keep_or_break_all(t);   //    keep or break,
  sum_utilities(s);       //    and what it is worth
  step_relations(s);      // 9. learn
}

/// Moves the world by one tick. `moves` are those of drivers; `each(n, f)` calls f(0..n-1) in any
/// order, on one thread or many; the step's record is overwritten with what happened.
template <class Real, class ForEach>
void tick(const Step<Real>& s, const Moves<Real>& moves, Scratch<Real>& scratch, ForEach&& each) {
  const Table<Real> t(s, moves);
  s.r.clear();
  look_around(s, t, scratch, each);
  negotiate(s, t, scratch);
  s.w.tick += 1;
}

}  // namespace tumen
