#pragma once
// The world before its first tick, from the compiled scenario.
#include "agents/outlook.hpp"
#include "policies/context.hpp"
#include "world/accounts.hpp"
#include "world/expectations.hpp"
#include "world/governments.hpp"
#include "world/market.hpp"
#include "world/sanctions.hpp"

namespace tumen {

template <class Real>
void start_countries(const Step<Real>& s) {
  for (Id i = 0; i < count(s.m.countries); ++i) {
    const Country& c = at(s.m.countries, i);
    auto& now = at(s.w.countries, i);
    now.doctrine = convert<Real>(scheduled_doctrine(c, 0));
    now.programme = s.x(c.programme, 0);
    now.horizon = annuity_yearly(s.x(c.discount_rate), s.x(s.m.rules.horizon));
    apply_doctrine(s, i);
    turn_east(s, i);
    tilt_weights(s, i);
  }
}

template <class Real>
void start_pairs(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    const Pair& p = s.m.pairs[k];
    auto& now = s.w.pairs[k];
    now.affinity = s.x(p.affinity);
    now.alliance = s.x(p.alliance, 0);
    const Real weight = s.x(s.m.rules.trust_prior);
    now.alpha = weight * s.x(p.trust);
    now.beta = weight - now.alpha;
    now.trade_ab = s.x.at(p.trade_ab, 0);
    now.trade_ba = s.x.at(p.trade_ba, 0);
  }
}

template <class Real>
void start_corridors_and_debts(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.corridors.size(); ++k) {
    const Corridor& c = s.m.corridors[k];
    auto& now = s.w.corridors[k];
    now.stage = code<Real>(c.stage);
    const bool stands = c.stage == CorridorStage::operating || c.stage == CorridorStage::suspended;
    now.progress = stands ? Real(1) : Real(0);
    now.exempt = c.is_exempt ? Real(1) : Real(0);
  }
  for (std::size_t k = 0; k < s.m.debts.size(); ++k) {
    const Debt& d = s.m.debts[k];
    auto& now = s.w.debts[k];
    now.age = max(Real(0), convert<Real>(s.m.start_year) - s.x(d.acknowledged));
    now.recycled_into = Real(-1);
    const bool serviced = d.service.exists();
    (serviced ? now.residual : now.face) = s.x(d.face);
    now.instalment = s.x.at(d.service, 0);
    now.years_left = s.x(d.due, 0);
    now.settled = serviced ? Real(1) : Real(0);
  }
}

/// Fills `s.w` with the state before tick 0.
template <class Real>
void start_world(const Step<Real>& s) {
  World<Real>& w = s.w;
  w = {};
  w.countries.resize(s.m.countries.size());
  w.pairs.resize(s.m.pairs.size());
  w.fields.resize(s.m.fields.size());
  w.corridors.resize(s.m.corridors.size());
  w.firms.resize(s.m.firms.size());
  w.debts.resize(s.m.debts.size());
  w.regimes.resize(s.m.regimes.size());
  w.packages.resize(s.m.packages.size());
  w.parties.resize(s.m.parties.size());
  w.terms.resize(s.m.terms.size());
  w.outlook = make_outlook<Real>(s.m);
  note_numbers(s);
  for (std::size_t k = 0; k < s.m.terms.size(); ++k) {
    w.terms[k] = s.x(s.m.terms[k].start);
  }
  for (std::size_t k = 0; k < s.m.packages.size(); ++k) {
    w.packages[k].first_proposed = Real(-1);
    w.packages[k].proposer = Real(-1);
    if (s.m.packages[k].is_spare) {
      w.packages[k].stage = code<Real>(PackageStage::spare);
    }
  }
  for (std::size_t k = 0; k < s.m.parties.size(); ++k) {
    w.parties[k].aspiration = Real(1);
  }
  start_market(s);
  start_countries(s);
  start_pairs(s);
  start_corridors_and_debts(s);
  step_regimes(s);
  step_sanctions(s, true);
  step_accounts(s, true);
  step_expectations(s);
  step_outlook(s);
  sum_influence(s);
}

}  // namespace tumen
