#pragma once
// What many deals of a tick ask for and none of them changes, noted once before they are valued:
// what waiting for a corridor costs, what a regime's senders lose by what gets through, and what
// follows from rates alone. Nothing here is a law of its own; every number is the one that its
// reader would have computed, to the bit.
#include "agents/utility/sanctions.hpp"
#include "world/constants.hpp"
#include "world/expectations.hpp"

namespace tumen {

/// Sizes the tables; the one place that allocates.
template <class Real>
[[nodiscard]] Outlook<Real> make_outlook(const Model& m) {
  Outlook<Real> o;
  o.rates.resize(m.countries.size() + 1);
  o.declared.resize(m.countries.size());
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
  return {yearly, log_growth, log(Real(1) + yearly), expm1(log_growth / Real(2)),
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
    for (std::size_t c = 0; c < corridors; ++c) {
      const Real wait = years_to_operation(view, static_cast<Id>(c));
      o.delay[i * corridors + c] = exp(-wait * o.rates[i].log_factor);
    }
  }
}

/// Whether anything is valued at the common rate: terms, the worth of rivals, the joint surplus.
template <class Real>
[[nodiscard]] bool asks_common_rate(const Step<Real>& s) {
  return s.r.notes.surpluses || !s.m.terms.empty() || !s.m.clusters.empty();
}

/// What two countries expect of each other, each at its own rate and both at the common one.
template <class Real>
void note_hazard(const Step<Real>& s, Id a, Id b, const Real& breach) {
  Outlook<Real>& o = s.w.outlook;
  const auto n = static_cast<Id>(s.m.countries.size());
  at(o.unsure, a * n + b) = log1p(at(o.rates, a).yearly + breach);
  at(o.unsure, b * n + a) = log1p(at(o.rates, b).yearly + breach);
  if (!asks_common_rate(s)) {
    return;
  }
  at(o.unsure, (n + a) * n + b) = log1p(o.rates.back().yearly + breach);
  at(o.unsure, (n + b) * n + a) = at(o.unsure, (n + a) * n + b);
}

/// The same of countries that are no pair.
template <class Real>
void note_strangers(const Step<Real>& s) {
  s.w.strangers_breach = breach_hazard(s.m, s.x, Real(0.5));
  const auto n = static_cast<Id>(s.m.countries.size());
  for (Id a = 0; a < n; ++a) {
    for (Id b = a; b < n; ++b) {
      note_hazard(s, a, b, s.w.strangers_breach);
    }
  }
}

/// The same of pairs.
template <class Real>
void note_pairs(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    note_hazard(s, s.m.pairs[k].a, s.m.pairs[k].b, s.w.pairs[k].breach);
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

/// What no tick changes. `s.w.outlook` has its size from make_outlook.
template <class Real>
void note_numbers(const Step<Real>& s) {
  note_constants(s);
  note_rates(s);
  note_strangers(s);
}

/// Phase: the outlook of this tick, after note_numbers().
template <class Real>
void step_outlook(const Step<Real>& s) {
  note_delays(s);
  note_pairs(s);
  note_senders(s);
}

}  // namespace tumen
