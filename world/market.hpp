#pragma once
// Prices. log Brent is an Ornstein-Uhlenbeck process with Student-t(5) noise, in its exact
// discretisation x' = mu + (x-mu) e^{-k dt} + s sqrt((1-e^{-2k dt})/2k) e, e cut at 4 sd and the
// price held in 5-300 USD/bbl (an untruncated t has no mean in levels); or a historical series. LNG
// = a + b x Brent smoothed over half a year (PRIORS B6: R2 .91, 1992-2017).
#include "world/step.hpp"

namespace tumen {

template <class Real>
[[nodiscard]] Real next_log_brent(const Step<Real>& s) {
  const Constants<Real>& k = s.constants();
  const Real unit = student_t5_quantile(s.uniform(0, Stream::brent)) / Real(1.2909944487358056);
  const Real shock = clamp(unit, Real(-4), Real(4));
  return k.log_brent_mean + (s.w.market.log_brent - k.log_brent_mean) * k.brent_kept +
         k.brent_spread * shock;
}

template <class Real>
void set_brent(const Step<Real>& s, const Real& log_price) {
  auto& m = s.w.market;
  m.log_brent = clamp(log_price, Real(1.6094379124341003), Real(5.703782474656201));  // 5-300
  m.brent = exp(m.log_brent);
}

/// Prices before the first tick.
template <class Real>
void start_market(const Step<Real>& s) {
  const Market& k = s.m.market;
  auto& m = s.w.market;
  set_brent(s, log(k.history_ticks > 0 ? s.x.at(k.brent_history, 0) : s.x(k.brent_start)));
  const Real far = k.slow_start.exists() ? s.x(k.slow_start) : m.brent;
  m.brent_slow = m.brent;
  m.lng = s.x(k.lng_intercept) + s.x(k.lng_slope) * m.brent;
  m.fast = m.lng;
  m.slow = s.x(k.lng_intercept) + s.x(k.lng_slope) * far;
  m.oil_fast = m.brent;
  m.oil_slow = far;
  const Real weight = s.x(k.slow_weight);
  m.expected = m.fast + weight * (m.slow - m.fast);
  m.oil_expected = m.oil_fast + weight * (m.oil_slow - m.oil_fast);
}

template <class Real>
void step_market(const Step<Real>& s) {
  const Market& k = s.m.market;
  auto& m = s.w.market;
  const bool known = s.tick() < k.history_ticks;
  set_brent(s, known ? log(s.x.at(k.brent_history, s.tick())) : next_log_brent(s));

  m.brent_slow += s.constants().lng_lag * (m.brent - m.brent_slow);
  m.lng = s.x(k.lng_intercept) + s.x(k.lng_slope) * m.brent_slow;
  const Real& near = s.constants().fast;
  const Real& far = s.constants().slow;
  m.fast += near * (m.lng - m.fast);
  m.slow += far * (m.lng - m.slow);
  m.oil_fast += near * (m.brent - m.oil_fast);
  m.oil_slow += far * (m.brent - m.oil_slow);
  const Real weight = s.x(k.slow_weight);
  m.expected = m.fast + weight * (m.slow - m.fast);
  m.oil_expected = m.oil_fast + weight * (m.oil_slow - m.oil_fast);
}

}  // namespace tumen
