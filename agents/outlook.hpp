#pragma once
// What many deals of a tick ask for and none of them changes, noted once before they are valued:
// what waiting for a corridor costs, what a regime's senders lose by what gets through, and what
// follows from rates alone. Nothing here is a law of its own; every number is the one that its
// reader would have computed, to the bit.
#include "agents/utility/sanctions.hpp"
#include "world/expectations.hpp"

namespace tumen {

/// Sizes the tables; the one place that allocates.
template <class Real>
[[nodiscard]] Outlook<Real> make_outlook(const Model& m) {
  Outlook<Real> o;
  o.rates.resize(m.countries.size() + 1);
  o.unsure.resize(2 * m.countries.size() * m.countries.size());
  o.delay.resize(o.rates.size() * m.corridors.size());
  o.capital.resize(m.corridors.size());
  o.hostility.resize(m.regimes.size() * m.countries.size());
  o.pressed.resize(o.hostility.size() * channel_count);
  return o;
}

template <class Real>
[[nodiscard]] RateState<Real> rate_state(const Real& yearly, const Real& years) {
  const Real log_growth = log1p(yearly);
  return {yearly, log_growth, expm1(log_growth / Real(2)),
          annuity_yearly(yearly, log_growth, years)};
}

/// Rates, and what the capital of each corridor costs a year at the common one.
template <class Real>
void note_rates(const Step<Real>& s) {
  Outlook<Real>& o = s.w.outlook;
  const Real years = s.x(s.m.rules.horizon);
  for (std::size_t i = 0; i < s.m.countries.size(); ++i) {
    o.rates[i] = rate_state(s.x(s.m.countries[i].discount_rate), years);
  }
  o.rates.back() = rate_state(s.x(s.m.rules.common_rate), years);
  const RateState<Real>& common = o.rates.back();
  for (std::size_t c = 0; c < s.m.corridors.size(); ++c) {
    o.capital[c] = annuity_yearly(common.yearly, common.log_growth, s.x(s.m.corridors[c].life));
  }
}

/// What waiting for each corridor costs at each rate.
template <class Real>
void note_delays(const Step<Real>& s) {
  Outlook<Real>& o = s.w.outlook;
  const View<Real> view = s.view();
  const std::size_t corridors = s.m.corridors.size();
  for (std::size_t i = 0; i < o.rates.size(); ++i) {
    const Real log_factor = log(Real(1) + o.rates[i].yearly);
    for (std::size_t c = 0; c < corridors; ++c) {
      const Real wait = years_to_operation(view, static_cast<Id>(c));
      o.delay[i * corridors + c] = exp(-wait * log_factor);
    }
  }
}

/// What is expected between any two countries, at the rate of the first and at the common one.
template <class Real>
void note_hazards(const Step<Real>& s) {
  Outlook<Real>& o = s.w.outlook;
  const auto n = static_cast<Id>(s.m.countries.size());
  for (Id i = 0; i < n; ++i) {
    for (Id j = 0; j < n; ++j) {
      const Id pair = s.m.pair(i, j);
      const Real& breach = pair == no_id ? s.w.strangers_breach : at(s.w.pairs, pair).breach;
      at(o.unsure, i * n + j) = log1p(at(o.rates, i).yearly + breach);
      at(o.unsure, (n + i) * n + j) =
          j < i ? at(o.unsure, (n + j) * n + i) : log1p(o.rates.back().yearly + breach);
    }
  }
}

/// How the senders of each regime feel, and what they lose by what gets through.
template <class Real>
void note_senders(const Step<Real>& s) {
  Outlook<Real>& o = s.w.outlook;
  const View<Real> view = s.view();
  for (Id k = 0; k < static_cast<Id>(s.m.regimes.size()); ++k) {
    const Regime& regime = at(s.m.regimes, k);
    for (const Id sender : regime.senders) {
      const Real hostile = sanctions::hostility(view, sender, regime.target);
      at(o.hostility, sanctions::row_of(s.m, k, sender)) = hostile;
      const Number pressure = at(s.m.countries, sender).preferences.pressure;
      if (!pressure.exists()) {
        continue;
      }
      const Real lost = -s.x(pressure) * hostile * at(s.w.regimes, k).level;
      for (int ch = 0; ch < channel_count; ++ch) {
        const Number intensity = regime.intensity[static_cast<std::size_t>(ch)];
        const Real covered = max(s.x(intensity, 0), s.x(regime.secondary, 0));
        at(o.pressed, sanctions::row_of(s.m, k, sender) * channel_count + ch) = lost * covered;
      }
    }
  }
}

/// Phase: the outlook of this tick. `s.w.outlook` has its size from make_outlook.
template <class Real>
void step_outlook(const Step<Real>& s) {
  const Rules& r = s.m.rules;
  Outlook<Real>& o = s.w.outlook;
  note_rates(s);
  note_delays(s);
  note_hazards(s);
  note_senders(s);
  o.unhurt = logistic(-s.x(r.press_cost) / s.x(r.press_temperature));
  o.noise_kept = s.keeping(s.x(r.noise_persistence));
  o.noise_fresh = sqrt(max(Real(0), Real(1) - o.noise_kept * o.noise_kept));
}

}  // namespace tumen
