#pragma once
// Acts: what one country can do alone (MODEL.md section 3). Tests come at a hazard that earlier
// tests raise and talks damp (a discrete Hawkes process, PRIORS A5). The other acts are scored:
// gain + P(concede) concession - cost - audience P(resist) + keyed noise > 0, considered at a rate.
#include "policies/context.hpp"

namespace tumen {

/// 1 while the country sits in any open talks.
template <class Real>
void mark_talking(const Table<Real>& t) {
  for (auto& c : t.w.countries) {
    c.talking = Real(0);
  }
  for (Id k = 0; k < count(t.m.packages); ++k) {
    const Real talks = flag<Real>(is<Real>(at(t.w.packages, k).stage, PackageStage::talks));
    const Package& p = at(t.m.packages, k);
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      auto& c = at(t.w.countries, at(t.m.parties, row).country);
      c.talking = max(c.talking, talks);
    }
  }
}

template <class Real>
[[nodiscard]] Real test_chance(const Table<Real>& t, const Act& a) {
  auto& actor = at(t.w.countries, a.actor);
  actor.excitation = actor.excitation * exp(-t.x(a.decay) * t.dt());
  const Real damped = Real(1) + actor.talking * (t.x(a.talks_damping, 1) - Real(1));
  const Real hazard = (t.x(a.rate) + actor.excitation) * damped * (Real(1) - actor.frozen);
  return hazard_probability(hazard, t.dt());
}

/// What an act is worth to its actor [M USD/y], by its numbers and, for a host that suspends, what
/// the deal in force gives it.
template <class Real>
[[nodiscard]] Real act_score(const Table<Real>& t, const Act& a) {
  const Real concedes = t.x(a.concedes, 0);
  Real score = t.x(a.gain, 0) + concedes * t.x(a.concession, 0) - t.x(a.cost, 0) -
               t.x(a.audience, 0) * (Real(1) - concedes);
  if (a.target != no_id) {
    const Id pair = t.m.pair(a.actor, a.target);
    if (pair != no_id) {
      const auto& now = at(t.w.pairs, pair);
      const Real stance = at(t.m.pairs, pair).a == a.actor ? now.stance_ab : now.stance_ba;
      score -= t.x(a.gain, 0) * (Real(1) + stance) * Real(0.5);
    }
  }
  return score;
}

/// Largest loss that `actor` has from a deal its target talks about or has signed [M USD/y].
template <class Real>
[[nodiscard]] Real loss_to(const Table<Real>& t, Id actor, Id target) {
  Real loss(0);
  for (Id k = 0; k < count(t.m.packages); ++k) {
    const Package& p = at(t.m.packages, k);
    const Id third = at(p.row, actor);
    const Id signer = at(p.row, target);
    if (third == no_id || signer == no_id || at(t.m.parties, third).signs ||
        !at(t.m.parties, signer).signs) {
      continue;
    }
    const auto& stage = at(t.w.packages, k).stage;
    const auto on =
        either(is<Real>(stage, PackageStage::talks), is<Real>(stage, PackageStage::signed_));
    loss = max(loss, select(on, -at(t.w.parties, third).total, Real(0)));
  }
  return loss;
}

/// 1 where what the act needs is there.
template <class Real>
[[nodiscard]] Real act_possible(const Table<Real>& t, const Act& a) {
  switch (a.kind) {
    case ActKind::test:
      return at(t.m.countries, a.actor).has_programme ? Real(1) : Real(0);
    case ActKind::suspend:
      return flag<Real>(is<Real>(at(t.w.corridors, a.corridor).stage, CorridorStage::operating));
    case ActKind::press:
      return flag<Real>(loss_to(t, a.actor, a.target) > t.x(t.m.rules.press_cost));
    case ActKind::list:
      return at(t.w.countries, at(t.m.regimes, a.regime).target).tested;
  }
  return Real(0);
}

template <class Real>
[[nodiscard]] Real act_chance(const Table<Real>& t, const Act& a) {
  if (a.kind == ActKind::test) {
    return test_chance(t, a);
  }
  const Real yes = logistic(act_score(t, a) / t.x(a.temperature));
  return act_possible(t, a) * yes * hazard_probability(t.x(a.rate), t.dt());
}

template <class Real>
void do_act(const Table<Real>& t, const Act& a, const Real& done) {
  switch (a.kind) {
    case ActKind::test: {
      auto& actor = at(t.w.countries, a.actor);
      actor.tested = max(actor.tested, done);
      break;
    }
    case ActKind::suspend: {
      auto& c = at(t.w.corridors, a.corridor);
      c.stage = select(done > Real(0), code<Real>(CorridorStage::suspended), c.stage);
      break;
    }
    case ActKind::press: {
      const Id pair = t.m.pair(a.actor, a.target);
      if (pair != no_id) {
        at(t.w.pairs, pair).lapses += done * Real(0.2);
      }
      break;
    }
    case ActKind::list: {
      auto& regime = at(t.w.regimes, a.regime);
      regime.added = min(Real(1), regime.added + done * t.x(a.step));
      break;
    }
  }
}

/// Phase: acts of governments and of drivers, tests first so that sanctions can answer them.
template <class Real>
void step_acts(const Table<Real>& t) {
  mark_talking(t);
  for (const bool tests : {true, false}) {
    for (Id k = 0; k < count(t.m.acts); ++k) {
      const Act& a = at(t.m.acts, k);
      if ((a.kind == ActKind::test) != tests) {
        continue;
      }
      const Real chance =
          select(t.moves.drives(a.actor) > Real(0), at(t.moves.acts, k), act_chance(t, a));
      const Real done = flag<Real>(t.uniform(a.key, Stream::act) < chance) *
                        flag<Real>(act_possible(t, a) > Real(0));
      at(t.r.acts, k) = done;
      do_act(t, a, done);
    }
  }
  for (const Act& a : t.m.acts) {
    if (a.kind == ActKind::test) {
      auto& actor = at(t.w.countries, a.actor);
      actor.excitation += actor.tested * t.x(a.excitation);
    }
  }
}

}  // namespace tumen
