#pragma once
// What countries expect of each other, noted once a tick because every deal asks for it: trust
// between two, the hazard that a promise is broken, and the hope of recovering an old claim
// (MODEL.md sections 5 and 8; PRIORS A4, B7).
#include "world/math.hpp"
#include "world/step.hpp"

namespace tumen {

/// Trust of a pair from its counts, (0, 1).
template <class Real>
[[nodiscard]] Real trust_of(const PairState<Real>& pair) {
  return pair.alpha / (pair.alpha + pair.beta);
}

/// Hazard at which a promise is expected to be broken [1/y]: lambda_0 exp(-eta T), for a deal worth
/// keeping.
template <class Real>
[[nodiscard]] Real breach_hazard(const Model& m, const Parameters<Real>& x, const Real& trust) {
  return x(m.rules.breach_rate) * exp(-x(m.rules.breach_slope) * trust);
}

/// Share of an old claim that is hoped for: psi = psi0 exp(-age/tau) x precedent^n.
template <class Real>
[[nodiscard]] Real hope(const Step<Real>& s, std::size_t debt) {
  const Debt& d = s.m.debts[debt];
  const Real age = s.w.debts[debt].age;
  return s.x(d.hope) * exp(-age / s.x(d.hope_decay)) *
         pow(s.x(s.m.rules.precedent), s.w.market.precedents);
}

template <class Real>
void step_expectations(const Step<Real>& s) {
  for (PairState<Real>& pair : s.w.pairs) {
    pair.trust = trust_of(pair);
    pair.breach = breach_hazard(s.m, s.x, pair.trust);
  }
  for (std::size_t k = 0; k < s.w.debts.size(); ++k) {
    s.w.debts[k].hope = hope(s, k);
  }
}

}  // namespace tumen
