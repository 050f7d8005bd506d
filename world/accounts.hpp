#pragma once
// Accounts of a country: output, hard currency, programme, harvest. The burden of sanctions is a
// level cost on output; N' = N + dt [g (1-F)(1-N) - ...] grows a programme that is not frozen
// (MODEL.md section 4).
#include "world/relations.hpp"
#include "world/step.hpp"

namespace tumen {

template <class Real>
[[nodiscard]] Real reach(const Step<Real>& s, Id i) {
  const Real reference = s.x(at(s.m.countries, i).reference_gdp);
  return clamp(at(s.w.countries, i).gdp / reference, Real(0.1), Real(1.2));
}

/// True in the tick that holds the harvest: the last quarter of a year.
[[nodiscard]] inline bool is_harvest(const Model& m, Id tick) {
  const auto year_of = [&](double shift) { return static_cast<int>(m.year(tick) + shift); };
  return year_of(0.25) != year_of(0.25 - m.dt);
}

/// Factor on GDP for a price of oil that differs from the one the GDP series was recorded under:
/// the historical price where it is known, else the long-run median (E8: dear oil gives Russia
/// reach).
template <class Real>
[[nodiscard]] Real oil_factor(const Step<Real>& s, const Country& c) {
  if (!c.oil_elasticity.exists()) {
    return Real(1);
  }
  const Market& k = s.m.market;
  const Real recorded =
      k.brent_history.exists() ? s.x.as_configured(k.brent_history, s.tick()) : s.x(k.brent_mean);
  return pow(s.w.market.brent / recorded, s.x(c.oil_elasticity));
}

/// Whether somebody asks for world prices anywhere, in some lane.
template <class Real>
[[nodiscard]] bool asks_world_prices(const World<Real>& w) {
  return std::any_of(w.pairs.begin(), w.pairs.end(),
                     [](const PairState<Real>& p) { return any(p.world_prices > Real(0)); });
}

/// What a country must pay in hard currency for imports at world prices beyond what it sells there,
/// [M USD/y]: F falls by the deficit (S18).
template <class Real>
[[nodiscard]] Real deficit_at_world_prices(const Step<Real>& s, Id i) {
  Real deficit(0);
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    const Pair& p = s.m.pairs[k];
    if (p.a != i && p.b != i) {
      continue;
    }
    const auto& now = s.w.pairs[k];
    const Real sold = p.a == i ? now.trade_ab : now.trade_ba;
    const Real bought = p.a == i ? now.trade_ba : now.trade_ab;
    deficit += select(now.world_prices > Real(0), max(Real(0), bought - sold), Real(0));
  }
  return deficit;
}

template <class Real>
void step_country(const Step<Real>& s, Id i, bool is_fresh, bool has_world_prices) {
  const Country& c = at(s.m.countries, i);
  auto& now = at(s.w.countries, i);
  const Real gdp =
      s.x.at(c.gdp, s.tick()) * oil_factor(s, c) * (Real(1) - min(now.burden, Real(0.5)));
  if (is_fresh || any(gdp != now.gdp)) {
    now.gdp = gdp;
    now.reach = reach(s, i);
  }
  const Real deficit = has_world_prices ? deficit_at_world_prices(s, i) : Real(0);
  now.hard_currency = max(Real(0), s.x.at(c.hard_currency, s.tick()) - deficit);
  if (c.has_programme) {
    const Real growth =
        s.x(c.programme_growth, 0) * (Real(1) - now.frozen) * (Real(1) - now.programme);
    now.programme = clamp(now.programme + s.dt() * growth, Real(0), Real(1));
  }
  if (c.harvest_spread.exists() && is_harvest(s.m, s.tick())) {
    now.harvest = s.x(c.harvest_spread) * s.normal(c.key, Stream::harvest);
  }
}

template <class Real>
void step_accounts(const Step<Real>& s, bool is_fresh) {
  const bool has_world_prices = asks_world_prices(s.w);
  for (Id i = 0; i < static_cast<Id>(s.m.countries.size()); ++i) {
    step_country(s, i, is_fresh, has_world_prices);
  }
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    step_trade(s, k);
  }
  sum_trade(s);
}

}  // namespace tumen
