#pragma once
// Sanctions in force. Regimes stack as a union, z_c = 1 - prod_k (1 - z_kc), so that lifting one of
// several changes little. Secondary sanctions are feared for longer than they are threatened:
// fear' = max(P_enf, fear exp(-dt/tau_f)) (overcompliance). The burden on the target builds up and
// fades: l' = l + dt (e z C_T - l / tau) (MODEL.md sections 2, 4, 7; PRIORS A3).
#include "world/step.hpp"

namespace tumen {

template <class Real>
void step_regimes(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.regimes.size(); ++k) {
    auto& now = s.w.regimes[k];
    now.level = clamp(s.x.at(s.m.regimes[k].level, s.tick()) * (Real(1) - now.eased) + now.added,
                      Real(0), Real(1));
  }
}

/// What the regimes against country `i` add up to.
template <class Real>
void stack_regimes(const Step<Real>& s, Id i) {
  auto& now = at(s.w.countries, i);
  std::array<Real, channel_count> open;
  std::array<Real, channel_count> agreed;
  open.fill(Real(1));
  agreed.fill(Real(1));
  Real threat(0);
  Real enforced(0);
  for (std::size_t k = 0; k < s.m.regimes.size(); ++k) {
    const Regime& regime = s.m.regimes[k];
    if (regime.target != i) {
      continue;
    }
    const Real level = s.w.regimes[k].level;
    for (std::size_t ch = 0; ch < channel_count; ++ch) {
      const Real z = s.x(regime.intensity[ch], 0) * level;
      open[ch] = open[ch] * (Real(1) - z * s.x(regime.enforcement, 1));
      agreed[ch] = regime.is_multilateral ? agreed[ch] * (Real(1) - z) : agreed[ch];
    }
    const Real secondary = s.x(regime.secondary, 0) * level;
    threat = max(threat, secondary);
    enforced = max(enforced, secondary * s.x(regime.enforcement_rate, 0));
  }
  Real mean(0);
  for (std::size_t ch = 0; ch < channel_count; ++ch) {
    now.sanctioned[ch] = Real(1) - open[ch];
    now.banned[ch] = Real(1) - agreed[ch];
    mean += now.sanctioned[ch] / convert<Real>(channel_count);
  }
  now.secondary = threat;
  now.fear = max(enforced, now.fear * s.constants().fear_kept);
  const Real damage = s.x(at(s.m.countries, i).preferences.growth_damage, 0) * Real(0.01);
  now.burden += s.dt() * (mean * damage - now.burden / s.x(s.m.rules.sanction_fade));
}

/// Phase: the sanctions on every country. One that no regime is against has none, and keeps none;
/// it is looked at only where the world `is_fresh`, or while it still feels earlier ones.
template <class Real>
void step_sanctions(const Step<Real>& s, bool is_fresh) {
  for (Id i = 0; i < static_cast<Id>(s.m.countries.size()); ++i) {
    const auto& now = at(s.w.countries, i);
    const bool is_target = std::any_of(s.m.regimes.begin(), s.m.regimes.end(),
                                       [i](const Regime& r) { return r.target == i; });
    if (is_fresh || is_target || any(now.fear + abs(now.burden) > Real(0))) {
      stack_regimes(s, i);
    }
  }
}

}  // namespace tumen
