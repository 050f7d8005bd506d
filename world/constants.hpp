#pragma once
// What follows from the numbers of a run alone. It is noted when a run starts and when it is taken
// up again, perhaps with other numbers, and not in every tick; the laws that read it say what it
// means.
#include "world/math.hpp"
#include "world/step.hpp"

namespace tumen {

/// Of log Brent in a tick (world/market.hpp).
template <class Real>
void note_brent(const Step<Real>& s, Constants<Real>& c) {
  const Market& k = s.m.market;
  const Real speed = s.x(k.brent_reversion);
  c.log_brent_mean = log(s.x(k.brent_mean));
  c.brent_kept = exp(-speed * s.dt());
  c.brent_spread = s.x(k.brent_volatility) *
                   sqrt((Real(1) - c.brent_kept * c.brent_kept) / max(Real(2) * speed, Real(1e-6)));
}

template <class Real>
void note_constants(const Step<Real>& s) {
  const Market& k = s.m.market;
  const Rules& r = s.m.rules;
  Constants<Real>& c = s.w.outlook.constants;
  note_brent(s, c);
  c.lng_lag = s.closing(s.x(k.lng_lag) * Real(0.5));
  // A mean over the last T years has the mean age of an exponential memory of T/2.
  c.fast = s.closing(s.x(k.fast_memory) * Real(0.5));
  c.slow = s.closing(s.x(k.slow_memory) * Real(0.5));
  c.fear_kept = exp(-s.dt() / s.x(r.fear_memory));
  c.trade_speed = Real(1) - exp(-s.x(r.trade_speed) * s.dt());
  c.affinity_kept = s.keeping(s.x(r.affinity_memory));
  c.trust_kept = s.keeping(s.x(r.trust_memory));
  c.noise_kept = s.keeping(s.x(r.noise_persistence));
  c.noise_fresh = sqrt(max(Real(0), Real(1) - c.noise_kept * c.noise_kept));
  c.unhurt = logistic(-s.x(r.press_cost) / s.x(r.press_temperature));
}

}  // namespace tumen
