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

/// How friendly the actor is to its target, [-1,1]: the stance of its government and the affinity
/// of the two, so that a slight or a purge makes the next act against the other likelier (S19).
template <class Real>
[[nodiscard]] Real friendliness(const Table<Real>& t, const Act& a) {
  const Id pair = a.target == no_id ? no_id : t.m.pair(a.actor, a.target);
  if (pair == no_id) {
    return Real(-1);
  }
  const auto& now = at(t.w.pairs, pair);
  const Real stance = at(t.m.pairs, pair).a == a.actor ? now.stance_ab : now.stance_ba;
  return Real(0.5) * (stance + now.affinity);
}

/// What an act is worth to its actor [M USD/y]: gain + P(concede) concession - cost - audience
/// P(resist); against a friend the gain is less.
template <class Real>
[[nodiscard]] Real act_score(const Table<Real>& t, const Act& a) {
  const Real concedes = t.x(a.concedes, 0);
  const Real gain = t.x(a.gain, 0) * (Real(1) - Real(0.5) * (Real(1) + friendliness(t, a)));
  return gain + concedes * t.x(a.concession, 0) - t.x(a.cost, 0) -
         t.x(a.audience, 0) * (Real(1) - concedes);
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

/// 1 while a corridor of the act runs.
template <class Real>
[[nodiscard]] Real any_runs(const Table<Real>& t, const Act& a) {
  Real runs(0);
  for (const Id c : a.corridors) {
    runs = max(runs, flag<Real>(is<Real>(at(t.w.corridors, c).stage, CorridorStage::operating)));
  }
  return runs;
}

/// 1 where what the act needs is there.
template <class Real>
[[nodiscard]] Real act_possible(const Table<Real>& t, const Act& a) {
  const Id pair = a.target == no_id ? no_id : t.m.pair(a.actor, a.target);
  switch (a.kind) {
    case ActKind::test:
      return at(t.m.countries, a.actor).has_programme ? Real(1) : Real(0);
    case ActKind::suspend:
    case ActKind::cut_off:
      return any_runs(t, a);
    case ActKind::press:
      return flag<Real>(loss_to(t, a.actor, a.target) > t.x(t.m.rules.press_cost));
    case ActKind::list:
      return at(t.w.countries, at(t.m.regimes, a.regime).target).tested;
    case ActKind::ease: {
      const Regime& regime = at(t.m.regimes, a.regime);
      const auto quiet = at(t.w.countries, regime.target).excitation <= t.x(a.excitation, 0.05F);
      return flag<Real>(both(at(t.w.regimes, a.regime).level > Real(0), quiet));
    }
    case ActKind::refuse:
      return flag<Real>(is<Real>(at(t.w.packages, a.package).stage, PackageStage::talks));
    case ActKind::close:
      return flag<Real>(at(t.w.pairs, pair).reopens <= Real(0));
    case ActKind::slight:
      return Real(1);
    case ActKind::reprice:
      return flag<Real>(at(t.w.pairs, pair).world_prices <= Real(0));
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

/// Stops what runs of the act's corridors, for a time where it says so.
template <class Real>
void stop_corridors(const Table<Real>& t, const Act& a, const Real& done) {
  // The tick of the act counts down once before the next delivery: a quarter more, so that nothing
  // flows for all of the time given.
  const Real lasts = a.lasts.exists() ? t.x(a.lasts) + t.dt() : Real(0);
  for (const Id k : a.corridors) {
    auto& c = at(t.w.corridors, k);
    const auto stops = both(done > Real(0), is<Real>(c.stage, CorridorStage::operating));
    c.stage = select(stops, code<Real>(CorridorStage::suspended), c.stage);
    c.resumes = select(stops, lasts, c.resumes);
  }
}

/// Leaves the talks on a package.
template <class Real>
void leave_talks(const Table<Real>& t, const Act& a, const Real& done) {
  const Package& p = at(t.m.packages, a.package);
  auto& now = at(t.w.packages, a.package);
  const auto leaves = both(done > Real(0), is<Real>(now.stage, PackageStage::talks));
  hinder(t, a.package, Hindrance::withdrawn, a.actor, leaves);
  at(t.r.packages, a.package).broke = flag<Real>(leaves);
  now.stage = select(leaves, code<Real>(PackageStage::idle), now.stage);
  now.rest = select(leaves, t.x(p.rest.exists() ? p.rest : t.m.rules.rest), now.rest);
}

/// What an act does to the pair of actor and target.
template <class Real>
void act_on_pair(const Table<Real>& t, const Act& a, const Real& done) {
  auto& pair = at(t.w.pairs, t.m.pair(a.actor, a.target));
  const auto happens = done > Real(0);
  switch (a.kind) {
    case ActKind::press:
      pair.lapses += done * Real(0.2);
      break;
    case ActKind::close:
      pair.closed = select(happens, t.x(a.step), pair.closed);
      pair.reopens = select(happens, t.x(a.lasts, 1), pair.reopens);
      break;
    case ActKind::slight:
      pair.affinity = max(Real(-1), pair.affinity - done * t.x(a.step));
      break;
    case ActKind::reprice:
      pair.world_prices = select(happens, t.x(a.step), pair.world_prices);
      pair.breaches += done;
      break;
    default:
      break;
  }
}

template <class Real>
void do_act(const Table<Real>& t, const Act& a, const Real& done) {
  switch (a.kind) {
    case ActKind::test: {
      auto& actor = at(t.w.countries, a.actor);
      actor.tested = max(actor.tested, done);
      break;
    }
    case ActKind::suspend:
    case ActKind::cut_off:
      stop_corridors(t, a, done);
      break;
    case ActKind::list:
    case ActKind::ease: {
      auto& regime = at(t.w.regimes, a.regime);
      const Real sign(a.kind == ActKind::list ? 1 : -1);
      regime.added = clamp(regime.added + sign * done * t.x(a.step), Real(-1), Real(1));
      break;
    }
    case ActKind::refuse:
      leave_talks(t, a, done);
      break;
    default:
      if (a.target != no_id && t.m.pair(a.actor, a.target) != no_id) {
        act_on_pair(t, a, done);
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
      const Real considered = Real(t.tick() >= a.from ? 1 : 0) * act_chance(t, a);
      const Real chance = t.choice(a.actor, at(t.moves.acts, k), considered);
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
