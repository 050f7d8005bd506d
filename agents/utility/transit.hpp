#pragma once
// Transit: building a corridor, opening a territory to it, and fearing the one who opened it.
// MODEL.md sections 5 and 13.
#include "agents/appraisal.hpp"

namespace tumen::transit {

/// Share of a corridor's capex that the host has at stake through recycled instalments, [0,1]:
/// its own stake lowers its wish to hold the others up (MODEL.md section 8).
template <class Real>
[[nodiscard]] Real host_stake(const View<Real>& v, Id corridor) {
  const Real ten_years(10);
  const Real stake = v.x(v.m.rules.stake_effect) * ten_years *
                     at(v.w.corridors, corridor).recycled /
                     max(v.x(at(v.m.corridors, corridor).capex), Real(1));
  return clamp(stake, Real(0), Real(1));
}

/// Value of the corridor this one may unlock, seen by a builder: more with a friendly third country
/// and where the builder cares for the region (the prototype's option on the trans-Korean link).
template <class Real, class Sink>
[[nodiscard]] Real option_value(const Appraisal<Real, Sink>& a, Id payer, const Corridor& c) {
  if (c.unlocks == no_id || !c.option_value.exists()) {
    return Real(0);
  }
  Real friendly(0);
  for (const Id third : at(a.v.m.corridors, c.unlocks).countries) {
    if (std::find(c.countries.begin(), c.countries.end(), third) != c.countries.end()) {
      continue;
    }
    for (const Id host : c.countries) {
      const Real stance = a.stance(third, host);
      friendly = select(abs(stance) > abs(friendly), stance, friendly);
    }
  }
  const Real chance = clamp(Real(0.4) + Real(0.6) * friendly, Real(0.1), Real(1));
  const Real care = max(Real(0), Real(0.3) + a.of(payer).priority);
  return a.v.x(c.option_value) * chance * care;
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Works<Real>& w) {
  const Corridor& c = at(a.v.m.corridors, w.corridor);
  const auto& s = at(a.v.w.corridors, w.corridor);
  const Timing<Real> when{a.v.x(c.life), w.corridor};
  const Real worth = a.spread(w.payer, when);
  // The works are at the mercy of the country on whose land they stand.
  const Id host = c.hosts.empty() ? c.countries.back() : c.hosts.front();
  const Real worth_unsure = a.spread(w.payer, host, when);
  const Real left = Real(1) - s.progress;
  // Capital is raised at the lender's rate: a builder's impatience is no cost of the project.
  const Real yearly = a.v.x(c.capex) * w.share * left / at(a.v.w.outlook.capital, w.corridor);
  a.cash(w.payer, Issue::transit, Reason::capex, -yearly * worth);
  a.cash(w.payer, Issue::transit, Reason::revenue, a.v.x(c.revenue, 0) * w.share * worth_unsure);
  a.cash(w.payer, Issue::transit, Reason::option,
         option_value(a, w.payer, c) * w.share * worth_unsure);
  for (const Debt& debt : a.v.m.debts) {
    const auto& owed = a.v.w.debts[static_cast<std::size_t>(&debt - a.v.m.debts.data())];
    if (debt.creditor == w.payer &&
        std::find(c.countries.begin(), c.countries.end(), debt.debtor) != c.countries.end()) {
      const Real unsettled = (Real(1) - owed.settled) * min(owed.face, Real(1));
      a.cash(w.payer, Issue::debt, Reason::arrears,
             -a.v.x(a.v.m.rules.arrears_penalty) * yearly * unsettled * worth);
    }
  }
  Real fear(0);
  for (const Id i : c.countries) {
    fear = max(fear, a.of(i).fear);
  }
  for (Id f = c.firms.first; f < c.firms.end(); ++f) {
    const Firm& firm = at(a.v.m.firms, f);
    if (firm.country == w.payer) {
      a.cash(w.payer, Issue::sanctions, Reason::enforcement, -fear * a.v.x(firm.exposure) * worth);
    }
  }
}

/// The guest's firms fear the host less; the host opens a little of its territory.
template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Access<Real>& e) {
  const Corridor& c = at(a.v.m.corridors, e.corridor);
  const Real gained = max(Real(0), e.ease - at(a.v.w.corridors, e.corridor).access);
  for (Id f = c.firms.first; f < c.firms.end(); ++f) {
    const Firm& firm = at(a.v.m.firms, f);
    if (firm.country == e.guest) {
      a.cash(e.guest, Issue::transit, Reason::country_risk,
             a.v.x(firm.risk, 0) * (Real(1) - a.trust(e.guest, e.host)) * gained);
    }
  }
  a.cash(e.host, Issue::transit, Reason::opening, -e.burden);
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Passage<Real>& g) {
  const Corridor& c = at(a.v.m.corridors, g.corridor);
  const Timing<Real> when{a.v.x(c.life), g.corridor};
  const Real unit = convert<Real>(money_per_unit(c.fuel));
  const Real volume = a.v.x(c.capacity);
  const Real unstaked = (Real(1) - host_stake(a.v, g.corridor)) * a.unguarded;
  const Real exposure = a.v.x(c.exposure, 0) * unstaked;

  a.cash(g.host, Issue::transit, Reason::opening,
         -a.v.x(a.prefers(g.host).opening, 0) * a.v.x(c.intrusion, 0) * a.spread(g.host, when));
  a.cash(g.supplier, Issue::transit, Reason::stranded,
         -a.v.x(c.strand, 0) * a.v.x(c.capex) * (Real(1) - a.trust(g.supplier, g.host)) * exposure *
             a.spread(g.supplier, when));
  if (g.buyer == no_id) {
    return;
  }
  const Real quarter = Real(0.25) * volume * unit * a.v.x(c.interruption, 0);
  a.cash(g.buyer, Issue::transit, Reason::interruption,
         -a.v.x(c.interruption_rate, 0) * (Real(1) - a.trust(g.buyer, g.host)) * quarter *
             exposure * a.spread(g.buyer, when));
  const FuelAccount& account = at(a.v.m.countries, g.buyer).fuel[index_of(c.fuel)];
  if (a.prefers(g.host).leverage.exists() && account.demand.exists()) {
    const Real share = volume / max(a.v.x.at(account.demand, a.v.w.tick), Real(1e-3));
    a.weighted(g.host, Issue::transit, Reason::leverage,
               a.v.x(a.prefers(g.host).leverage) * min(share, Real(1)) * a.v.x(c.exposure, 0) *
                   a.spread(g.host, g.buyer, when));
  }
}

}  // namespace tumen::transit
