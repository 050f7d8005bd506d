#pragma once
// Sanctions: the target regains growth when they ease; a sender loses the value of pressure on
// whatever reaches the target, and the cost of backing down. MODEL.md sections 5 and 7.
#include "agents/appraisal.hpp"

namespace tumen::sanctions {

/// How much a sender minds what reaches the target, [0, 1.2]: the threat it has declared and its
/// government's stance.
template <class Real>
[[nodiscard]] Real hostility(const View<Real>& v, Id sender, Id target) {
  const Rules& r = v.m.rules;
  const Real stance =
      v.x(r.hostility_stance) * (-stance_of(v, sender, target) - v.x(r.hostility_offset));
  return clamp(at(v.w.countries, target).secondary + stance, Real(0), Real(1.2));
}

/// Row of a regime's sender in the outlook.
[[nodiscard]] inline Id row_of(const Model& m, Id regime, Id sender) {
  return regime * static_cast<Id>(m.countries.size()) + sender;
}

/// `benefit` M USD/y reach `target` through `channel`: every sender of a regime in force against it
/// loses pressure, as far as the regime covers that channel or threatens third parties at large.
template <class Real, class Sink>
void benefit(const Appraisal<Real, Sink>& a, Id target, Channel channel, const Real& benefit) {
  const Real felt = max(Real(0), benefit);
  for (Id k = 0; k < static_cast<Id>(a.v.m.regimes.size()); ++k) {
    const Regime& regime = at(a.v.m.regimes, k);
    if (regime.target != target) {
      continue;
    }
    for (const Id sender : regime.senders) {
      if (a.prefers(sender).pressure.exists()) {
        const Id row = row_of(a.v.m, k, sender) * channel_count + static_cast<Id>(channel);
        a.weighted(sender, Issue::sanctions, Reason::pressure_lost,
                   at(a.v.w.outlook.pressed, row) * felt);
      }
    }
  }
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const SanctionStep<Real>& s) {
  const Regime& regime = at(a.v.m.regimes, s.regime);
  const Real level = at(a.v.w.regimes, s.regime).level;
  const Real eased = s.exempted == no_id ? s.easing : Real(0.1);
  const auto& target = a.of(regime.target);
  Real fall(0);
  for (std::size_t ch = 0; ch < channel_count; ++ch) {
    const Real z = a.v.x(regime.intensity[ch], 0) * level * a.v.x(regime.enforcement, 1);
    const Real others = (Real(1) - target.sanctioned[ch]) / max(Real(1) - z, Real(1e-3));
    fall += z * s.easing * others / convert<Real>(channel_count);
  }
  const Real regained = fall * a.v.x(a.prefers(regime.target).growth_damage, 0) * Real(0.01) *
                        target.gdp * Real(1000);
  a.cash(regime.target, Issue::sanctions, Reason::sanction_relief, regained);
  for (const Id sender : regime.senders) {
    if (a.prefers(sender).backing_down.exists()) {
      a.weighted(sender, Issue::sanctions, Reason::backing_down,
                 -a.v.x(a.prefers(sender).backing_down) * eased * level *
                     at(a.v.w.outlook.hostility, row_of(a.v.m, s.regime, sender)));
    }
  }
  if (s.exempted == no_id) {
    benefit(a, regime.target, Channel::finance, regained);
  }
}

}  // namespace tumen::sanctions
