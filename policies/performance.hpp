#pragma once
// Phase 8: agreements in force. How fast builders pay, and who breaks a promise:
// lambda_i = lambda_0 exp(-eta T (PV rents + audience + trust loss - one-shot gain)/max(PV rents,
// phi)) (MODEL.md section 8). A guarantor takes away a share of it; a host's own stake lowers it
// further.
#include "policies/proposals.hpp"
#include "world/corridors.hpp"
#include "world/settlement.hpp"

namespace tumen {

/// Adds up what the builders of a corridor pay a year, as a share of full speed.
template <class Real>
struct Financier {
  const Table<Real>& t;
  const Package& p;
  Real active;

  void operator()(const Works<Real>& e) const {
    const Corridor& c = at(t.m.corridors, e.corridor);
    auto& now = at(t.w.corridors, e.corridor);
    const auto& payer = at(t.w.countries, e.payer);
    const Real open = Real(1) - finance_barrier(t.w, c, e.payer);
    const auto& party = at(t.w.parties, at(p.row, e.payer));
    const Real warmth = min(t.x(t.m.rules.commitment_temperature), party.slot);
    const Real will = logistic(party.total / max(warmth, Real(1e-3)));
    const Real own = e.budget * payer.reach * open * will;
    const Real geared = t.x(t.m.rules.gearing) * now.recycled * e.share;
    const Real full = t.x(c.capex) / max(t.x(c.build_years), Real(0.25));
    now.finance += active * (own + geared) / max(full, Real(1));
  }
  template <class Effect>
  void operator()(const Effect&) const {}
};

/// Phase: the share of full speed at which every corridor is paid for.
template <class Real>
void finance_corridors(const Table<Real>& t) {
  if (t.m.corridors.empty()) {
    return;
  }
  for (auto& c : t.w.corridors) {
    c.finance = Real(0);
  }
  const View<Real> view = t.view();
  for (Id k = 0; k < count(t.m.packages); ++k) {
    const Package& p = at(t.m.packages, k);
    const auto in_force = is<Real>(at(t.w.packages, k).stage, PackageStage::in_force);
    if (any(in_force)) {
      Financier<Real> financier{t, p, flag<Real>(in_force)};
      visit_package(view, p, financier);
    }
  }
  for (auto& c : t.w.corridors) {
    c.finance = min(Real(1), c.finance);
  }
}

/// Highest trust of a party in another signatory; 1/2 among strangers.
template <class Real>
[[nodiscard]] Real highest_trust(const Table<Real>& t, const Party& party) {
  if (party.pairs.empty()) {
    return Real(0.5);
  }
  Real highest = at(t.w.pairs, party.pairs.front()).trust;
  for (const Id pair : party.pairs) {
    highest = max(highest, at(t.w.pairs, pair).trust);
  }
  return highest;
}

/// Rate at which signatory `row` breaks its promises [1/y].
template <class Real>
[[nodiscard]] Real breach_rate(const Table<Real>& t, const Package& p, Id row) {
  const Rules& r = t.m.rules;
  const auto& party = at(t.w.parties, row);
  const Id country = at(t.m.parties, row).country;
  const Real trust = highest_trust(t, at(t.m.parties, row));
  const Real horizon(4);
  const Real rents = party.total * horizon;
  const Real kept =
      rents + t.x(t.strategy(country).audience, 0) - Real(1.5) * max(Real(0), -party.total);
  const Real scale = max(abs(rents), party.slot * horizon);
  const Real guarded = p.guarantor == no_id ? Real(0) : t.x(p.guarantee, 0);
  const Real exponent =
      clamp(-t.x(r.breach_slope) * trust * kept / max(scale, Real(1e-6)), Real(-6), Real(3));
  return t.x(r.breach_rate) * exp(exponent) * (Real(1) - guarded);
}

/// The debts a package settled are in default from now on.
template <class Real>
struct Defaulter {
  const Table<Real>& t;
  MaskOf<Real> breaks;

  void operator()(const Relief<Real>& e) const {
    auto& debt = at(t.w.debts, e.debt);
    debt.in_default = select(breaks, Real(1), debt.in_default);
  }
  void operator()(const Works<Real>& e) const {
    auto& c = at(t.w.corridors, e.corridor);
    const auto building = both(breaks, is<Real>(c.stage, CorridorStage::building));
    const auto running = both(breaks, is<Real>(c.stage, CorridorStage::operating));
    c.stage = select(building, code<Real>(CorridorStage::none), c.stage);
    c.stage = select(running, code<Real>(CorridorStage::suspended), c.stage);
  }
  void operator()(const SanctionStep<Real>& e) const {
    if (e.exempted != no_id) {
      auto& c = at(t.w.corridors, e.exempted);
      const Real before = at(t.m.corridors, e.exempted).is_exempt ? Real(1) : Real(0);
      c.exempt = select(breaks, before, c.exempt);
      return;
    }
    auto& regime = at(t.w.regimes, e.regime);
    regime.eased = select(breaks, clamp(regime.eased - e.easing, Real(-1), Real(1)), regime.eased);
  }
  void operator()(const Access<Real>& e) const {
    auto& c = at(t.w.corridors, e.corridor);
    c.access = select(breaks, Real(0), c.access);
  }
  template <class Effect>
  void operator()(const Effect&) const {}
};

/// 1 where a route that the deal builds or delivers over is given up for good: nothing is left to
/// keep, and what it promised of a field is free again (E12).
template <class Real>
[[nodiscard]] Real route_is_dead(const Table<Real>& t, const Package& p) {
  Real dead(0);
  for (Id k = p.clauses.first; k < p.clauses.end(); ++k) {
    const Clause& clause = at(t.m.clauses, k);
    if (clause.kind == ClauseKind::works || clause.kind == ClauseKind::supply) {
      const auto& route = at(t.w.corridors, clause.what[0]);
      dead = max(dead, flag<Real>(is<Real>(route.stage, CorridorStage::dead)));
    }
  }
  return dead;
}

/// Notes the rate at which the signatories break the deal and returns where one of them, keeping it
/// being open to him, does.
template <class Real>
[[nodiscard]] MaskOf<Real> who_breaks(const Table<Real>& t, const Package& p,
                                      const MaskOf<Real>& in_force) {
  Real total(0);
  MaskOf<Real> broken = false;
  const bool is_kept = any(in_force);
  if (!is_kept && !t.r.notes.hazards) {
    return broken;
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Party& party = at(t.m.parties, row);
    const Real rate = breach_rate(t, p, row);
    total += shared_among(p.signatories, rate);
    if (!is_kept) {
      continue;
    }
    const Real draw = t.uniform(party.key, Stream::breach);
    // A chance is never above its rate, and breaches are rare: mostly no lane comes near.
    if (!t.has_drivers && none(both(in_force, draw < rate * (Real(1.001) * t.dt())))) {
      continue;
    }
    const Real policy = hazard_probability(rate, t.dt());
    const Real chance = t.choice(party.country, at(t.moves.breaks, row), policy);
    const auto breaks = both(in_force, draw < chance);
    hinder(t, p.id, Hindrance::withdrawn, party.country, breaks);
    broken = either(broken, breaks);
  }
  at(t.w.packages, p.id).breach_rate = total;
  return broken;
}

template <class Real>
void keep_or_break(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  auto& now = at(t.w.packages, package);
  auto& r = at(t.r.packages, package);
  const auto in_force = is<Real>(now.stage, PackageStage::in_force);
  const auto broken = who_breaks(t, p, in_force);
  now.in_force_years = select(in_force, now.in_force_years + t.dt(), Real(0));
  r.breached = flag<Real>(broken);
  if (none(in_force)) {
    return;
  }
  const Real lasts = p.lasts.exists() ? t.x(p.lasts) : Real(1e6);
  const auto over = either(now.in_force_years >= lasts, route_is_dead(t, p) > Real(0));
  const auto ends = both(in_force, negate(broken), over);
  r.ended = max(r.ended, flag<Real>(ends));

  if (any(broken)) {
    const View<Real> view = t.view();
    Defaulter<Real> defaulter{t, broken};
    visit_package(view, p, defaulter);
    mark_pairs(t, p, &PairState<Real>::breaches, r.breached);
  }
  now.stage = select(either(broken, ends), code<Real>(PackageStage::idle), now.stage);
  now.rest = select(broken, Real(2) * t.x(t.m.rules.rest), now.rest);
  now.delivered = select(either(broken, ends), Real(0), now.delivered);
  now.performed = select(either(broken, ends), Real(0), now.performed);
  mark_pairs(t, p, &PairState<Real>::kept,
             flag<Real>(both(in_force, negate(broken))) * Real(0.4) * t.dt());
}

/// Phase: who keeps and who breaks.
template <class Real>
void keep_or_break_all(const Table<Real>& t) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    if (!at(t.m.packages, k).is_spare) {
      keep_or_break(t, k);
    }
  }
}

/// Phase: deals that enter into force this tick change the world once.
template <class Real>
void enact_all(const Table<Real>& t) {
  const View<Real> view = t.view();
  for (Id k = 0; k < count(t.m.packages); ++k) {
    const auto enters = at(t.r.packages, k).entered > Real(0);
    if (none(enters)) {
      continue;
    }
    Enactor<Real> enactor{t, enters};
    visit_package(view, at(t.m.packages, k), enactor);
    mark_pairs(t, at(t.m.packages, k), &PairState<Real>::deals,
               at(t.r.packages, k).entered * Real(0.5));
  }
}

}  // namespace tumen
