#pragma once
// Governments: known ones by calendar, later ones by elections and irregular changes
// (1 - exp(-hazard dt), PRIORS B4), drawn by weight. A doctrine sets the stances, the priority of
// the region, what is ruled out, and through them the weights of the issues: w ~ w0 exp(b stance).
#include "world/step.hpp"

#include <algorithm>

namespace tumen {

/// Doctrine in office at `tick` by the calendar; the calendar starts at or before tick 0.
[[nodiscard]] inline Id scheduled_doctrine(const Country& c, Id tick) {
  Id doctrine = c.calendar.empty() ? 0 : c.calendar.front().doctrine;
  for (const Succession& change : c.calendar) {
    doctrine = change.tick <= tick ? change.doctrine : doctrine;
  }
  return doctrine;
}

template <class Real>
[[nodiscard]] Real draw_doctrine(const Step<Real>& s, const Country& c) {
  Real total(0);
  for (const Doctrine& d : c.doctrines) {
    total += s.x(d.weight, 0);
  }
  const Real point = s.uniform(c.key, Stream::government, 1) * total;
  Real passed(0);
  Real chosen(0);
  for (std::size_t d = 0; d < c.doctrines.size(); ++d) {
    const Real next = passed + s.x(c.doctrines[d].weight, 0);
    chosen =
        select(both(point >= passed, point < next), convert<Real>(static_cast<double>(d)), chosen);
    passed = next;
  }
  return chosen;
}

/// Puts what the doctrine in office says into the country and its pairs.
template <class Real>
void apply_doctrine(const Step<Real>& s, Id i) {
  const Country& c = at(s.m.countries, i);
  auto& now = at(s.w.countries, i);
  const auto pick = [&](auto value_of, const Real& otherwise) {
    Real result = otherwise;
    for (std::size_t d = 0; d < c.doctrines.size(); ++d) {
      result = select(now.doctrine == convert<Real>(static_cast<double>(d)),
                      value_of(c.doctrines[d]), result);
    }
    return result;
  };
  at(s.w.outlook.declared, i) =
      pick([&](const Doctrine& d) { return s.x(d.priority, 0); }, Real(0));
  for (std::size_t k = 0; k < constraint_count; ++k) {
    now.forbids[k] =
        pick([&](const Doctrine& d) { return d.forbids[k] ? Real(1) : Real(0); }, Real(0));
  }
  Real sum(0);
  for (std::size_t j = 0; j < c.stance_toward.size(); ++j) {
    const Real stance = pick([&](const Doctrine& d) { return s.x(d.stance[j], 0); }, Real(0));
    sum += stance;
    const Id k = s.m.pair(i, c.stance_toward[j]);
    auto& pair = at(s.w.pairs, k);
    (at(s.m.pairs, k).a == i ? pair.stance_ab : pair.stance_ba) = stance;
  }
  const double n = std::max<double>(1.0, static_cast<double>(c.stance_toward.size()));
  now.mean_stance = sum / convert<Real>(n);
}

/// Issue weights tilted by stance, summing to 1.
template <class Real>
void tilt_weights(const Step<Real>& s, Id i) {
  const Preferences& p = at(s.m.countries, i).preferences;
  auto& now = at(s.w.countries, i);
  Real total(0);
  for (std::size_t k = 0; k < issue_count; ++k) {
    now.weight[k] = s.x(p.weight[k]) * exp(s.x(p.tilt[k], 0) * now.mean_stance);
    total += now.weight[k];
  }
  for (std::size_t k = 0; k < issue_count; ++k) {
    now.weight[k] = now.weight[k] / total;
  }
}

/// Leaders who get on, or do not: each new one moves the affinity of each of its country's pairs by
/// a draw. Both draws of a pair are added before the sum is clamped, so that it does not matter
/// which country is listed first.
template <class Real>
void meet_new_leaders(const Step<Real>& s) {
  if (!s.m.rules.leader_affinity.exists()) {
    return;
  }
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    const Pair& pair = s.m.pairs[k];
    const Real& new_a = at(s.r.governments, pair.a);
    const Real& new_b = at(s.r.governments, pair.b);
    if (none(new_a + new_b > Real(0))) {
      continue;
    }
    const Real first = new_a * s.normal(pair.key, Stream::government, 2);
    const Real second = new_b * s.normal(pair.key, Stream::government, 3);
    auto& affinity = s.w.pairs[k].affinity;
    affinity =
        clamp(affinity + s.x(s.m.rules.leader_affinity) * (first + second), Real(-1), Real(1));
  }
}

/// Whether the government of a country can change at `tick`, where the world is as a tick left it.
[[nodiscard]] inline bool can_change(const Country& c, Id tick) {
  if (tick >= c.last_known_tick) {
    return c.term.exists() || c.turnover.exists();
  }
  return std::any_of(c.calendar.begin(), c.calendar.end(),
                     [tick](const Succession& change) { return change.tick == tick; });
}

/// Changes the government of a country where it is due or chance has it; whether it does anywhere.
template <class Real>
[[nodiscard]] bool change_government(const Step<Real>& s, Id i, bool is_fresh) {
  const Country& c = at(s.m.countries, i);
  auto& now = at(s.w.countries, i);
  if (!is_fresh && !can_change(c, s.tick())) {
    now.in_office += s.dt();
    return false;
  }
  MaskOf<Real> changes = false;
  if (s.tick() < c.last_known_tick) {
    const Real next = convert<Real>(scheduled_doctrine(c, s.tick()));
    changes = negate(next == now.doctrine);
    now.doctrine = next;
  } else if (c.term.exists() || c.turnover.exists()) {
    const Real irregular = hazard_probability(s.x(c.turnover, 0), s.dt());
    const Real term = c.term.exists() ? s.x(c.term) : Real(1e6);
    changes = either(s.uniform(c.key, Stream::government) < irregular, now.in_office >= term);
    if (any(changes)) {
      now.doctrine = select(changes, draw_doctrine(s, c), now.doctrine);
    }
  }
  now.in_office = select(changes, Real(0), now.in_office) + s.dt();
  at(s.r.governments, i) = flag<Real>(changes);
  return any(changes);
}

/// Sanctions turn a country to those who do not join them (S4); they bind since the tick before.
template <class Real>
void turn_east(const Step<Real>& s, Id i) {
  auto& now = at(s.w.countries, i);
  const Number weight = at(s.m.countries, i).preferences.turn_east;
  const Real turned = s.x(weight, 0) * now.sanctioned[index_of(Channel::finance)];
  now.priority = min(Real(1), at(s.w.outlook.declared, i) + turned);
}

/// Phase: who governs. What a doctrine says is put into the world where the government changes, and
/// everywhere where the world `is_fresh`: then doctrines or numbers may be others.
template <class Real>
void step_governments(const Step<Real>& s, bool is_fresh) {
  bool anyone_new = false;
  for (Id i = 0; i < static_cast<Id>(s.m.countries.size()); ++i) {
    const bool is_new = change_government(s, i, is_fresh);
    anyone_new = anyone_new || is_new;
    if (is_new || is_fresh) {
      apply_doctrine(s, i);
      tilt_weights(s, i);
    }
    if (is_new || is_fresh || at(s.m.countries, i).preferences.turn_east.exists()) {
      turn_east(s, i);
    }
  }
  if (anyone_new) {
    meet_new_leaders(s);
  }
}

}  // namespace tumen
