#pragma once
// The terms on the table. Quantity terms (haircut, volume, step) are tried on their grids and the
// one with the largest joint surplus at the common rate is taken; transfer terms then bring every
// payee to the share the split rule and the protocol give it, leaf first, within their bounds and
// the payer's cash (MODEL.md section 6). Solved when talks open and once in a while, staggered over
// the packages; every tick of the talks where the protocol lets somebody speak.
#include "policies/division.hpp"

namespace tumen {

/// Puts transfer `k` where its payee reaches its target, within the transfer's bounds.
template <class Real>
void solve_transfer(const Table<Real>& t, Claims<Real>& claims, Trial<Real>& trial, Id k) {
  const Term& term = at(t.m.terms, k);
  const Real low = t.x(term.lower);
  const Real high = max(low, transfer_limit(t, term));
  if (!term.is_alone) {  // what it pays for has just changed
    trial.note_rise(k, low, high);
  }
  trial.pay(k, low, Real(0));
  const Gains<Real> at_low = trial.gains();
  const std::size_t payee = trial.row_of(term.payee);
  const Real wanted = target_of(t, claims, at_low.sum(), payee) - at_low.of[payee];
  const Real above = wanted / max(trial.rise(k, payee), Real(1e-3));
  trial.pay(k, low, clamp(above, Real(0), high - low));
}

/// Puts the transfers of the package where payees reach their targets, one after the other.
template <class Real>
void solve_transfers(const Table<Real>& t, Claims<Real>& claims, Trial<Real>& trial) {
  for (Id k = claims.p.terms.first; k < claims.p.terms.end(); ++k) {
    if (at(t.m.terms, k).payer != no_id) {
      solve_transfer(t, claims, trial, k);
    }
  }
}

/// Notes the rise of transfers that no other term has a part in: it is the same at every point.
template <class Real>
void note_rises(const Table<Real>& t, Trial<Real>& trial) {
  const Package& p = trial.package();
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const Term& term = at(t.m.terms, k);
    if (term.payer != no_id && term.is_alone) {
      const Real low = t.x(term.lower);
      const Real paid = trial.term(k);
      trial.note_rise(k, low, max(low, transfer_limit(t, term)));
      trial.pay(k, low, paid - low);
    }
  }
}

/// Where the route stands and its capital is sunk, a host's fee drifts toward what it could ask for
/// today, at speed omega, less what a guarantor or its own stake holds back (hold-up, MODEL.md
/// section 8). `solved` are the terms that would be agreed now.
template <class Real>
void drift_fees(const Table<Real>& t, Id package, std::span<const Real> solved) {
  const Package& p = at(t.m.packages, package);
  const Real in_force =
      flag<Real>(is<Real>(at(t.w.packages, package).stage, PackageStage::in_force));
  const Real guarded = p.guarantor == no_id ? Real(0) : t.x(p.guarantee, 0);
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    const Clause& clause = at(t.m.clauses, c);
    if (clause.kind != ClauseKind::passage) {
      continue;
    }
    const auto& route = at(t.w.corridors, clause.what[0]);
    const Real sunk = flag<Real>(is<Real>(route.stage, CorridorStage::operating));
    const Real free = (Real(1) - guarded) *
                      (Real(1) - transit::host_stake(t.view(), clause.what[0])) *
                      t.x(at(t.m.corridors, clause.what[0]).exposure, 0);
    const Real pace = -expm1(-t.x(t.m.rules.holdup_speed) * t.x(t.m.rules.resolve_years));
    for (Id k = p.terms.first; k < p.terms.end(); ++k) {
      if (at(t.m.terms, k).payer != no_id && at(t.m.terms, k).payee == clause.who[0]) {
        const auto i = static_cast<std::size_t>(k);
        t.w.terms[i] += in_force * sunk * free * pace * max(Real(0), solved[i] - t.w.terms[i]);
      }
    }
  }
}

/// The best of the combinations of quantities tried so far.
template <class Real>
struct BestPoint {
  Real score{-1e30F};
  Real surplus{};
};

/// Notes the terms on trial where they are better than the best before them. What transfers cannot
/// put right counts against them: who stays short of its share by it.
template <class Real>
void keep_better(const Table<Real>& t, Claims<Real>& claims, const Trial<Real>& trial,
                 BestPoint<Real>& best, std::span<Real> terms) {
  const Package& p = claims.p;
  const Gains<Real> gains = trial.gains();
  const Real surplus = gains.sum();
  const Shares<Real> due = targets(t, claims, surplus);
  Real shortfall(0);
  for (Id k = 0; k < p.signatories; ++k) {
    const auto at_k = static_cast<std::size_t>(k);
    shortfall = max(shortfall, due[at_k] - gains.of[at_k]);
  }
  const Real score = surplus - Real(2) * shortfall;
  const auto better = score > best.score;
  best.score = select(better, score, best.score);
  best.surplus = select(better, surplus, best.surplus);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    at(terms, k) = select(better, trial.term(k), at(terms, k));
  }
}

/// Tries the quantities of one package on their grids; the best terms go to rows.best. Returns
/// their joint surplus.
template <class Real>
[[nodiscard]] Real try_terms(const Table<Real>& t, Id package, const TermsRows<Real>& rows) {
  const Package& p = at(t.m.packages, package);
  if (p.terms.count == 0) {  // there is nothing to solve
    return Trial<Real>(t, package, rows.trial).gains().sum();
  }
  Claims<Real> claims = claims_on(t, package, rows);
  Trial<Real> trial(t, package, rows.trial);
  note_rises(t, trial);
  if (p.points == 1) {  // there is nothing to compare with
    trial.set_point(0);
    solve_transfers(t, claims, trial);
    for (Id k = p.terms.first; k < p.terms.end(); ++k) {
      at(rows.best, k) = trial.term(k);
    }
    return trial.gains().sum();
  }
  BestPoint<Real> best;
  for (Id point = 0; point < p.points; ++point) {
    trial.set_point(point);
    solve_transfers(t, claims, trial);
    keep_better(t, claims, trial, best, rows.best);
  }
  return best.surplus;
}

/// Solves the terms of one package into World::terms where `mask` holds.
template <class Real>
void solve_terms(const Table<Real>& t, Id package, const MaskOf<Real>& mask,
                 const TermsRows<Real>& rows) {
  const Package& p = at(t.m.packages, package);
  const Real surplus = try_terms(t, package, rows);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const auto i = static_cast<std::size_t>(k);
    const Real solved = select(mask, rows.best[i], t.w.terms[i]);
    t.w.terms[i] = select(t.moves.offered[i] > Real(0), t.moves.offers[i], solved);
  }
  auto& now = at(t.w.packages, package);
  now.surplus = select(mask, surplus, now.surplus);
}

/// True in the ticks in which a package's terms are solved again: every `resolve_years`, staggered
/// by its place in the table.
[[nodiscard]] inline bool is_resolved_at(const Model& m, Id package, Id tick, double years) {
  const Id period = std::max<Id>(1, static_cast<Id>(years / m.dt + 0.5));
  return tick % period == package % period;
}

/// Phase: terms of all packages whose turn it is, unless they are signed already.
template <class Real, class ForEach>
void solve_all_terms(const Table<Real>& t, ForEach&& each, TermsScratch<Real>& scratch) {
  const double years = static_cast<double>(lane(t.x(t.m.rules.resolve_years), 0));
  const TermsRows<Real> rows(scratch);
  note_worths(t, each, rows);
  each(count(t.m.packages), [&](Id k) {
    const Package& p = at(t.m.packages, k);
    const bool is_due = is_resolved_at(t.m, k, t.tick(), years);
    const bool is_asked = p.terms.count > 0 || t.r.notes.surpluses;
    if (p.is_spare || !is_asked || !(is_due || speaks_each_tick(t.m, p))) {
      return;
    }
    const auto& stage = at(t.w.packages, k).stage;
    const auto talks = is<Real>(stage, PackageStage::talks);
    const auto open = stage <= code<Real>(PackageStage::talks);
    solve_terms(t, k, is_due ? open : talks, rows);
    if (is_due) {
      drift_fees<Real>(t, k, rows.best);
    }
  });
}

}  // namespace tumen
