#pragma once
// Debt: an old claim is worth the hope of recovering it, and that hope decays; settling it buys the
// creditor business and the debtor credit. MODEL.md sections 5 and 13; PRIORS A4, B7.
#include "agents/appraisal.hpp"

namespace tumen::debt {

/// Share of yearly instalments that a debtor short of hard currency can bear, (0,1]: beyond a share
/// of its currency income a promise is not worth more (an unpayable debt is only a chip, D4).
template <class Real, class Sink>
[[nodiscard]] Real bearable_share(const Appraisal<Real, Sink>& a, const Debt& d,
                                  const Real& yearly) {
  if (!d.bearable.exists() || !at(a.v.m.countries, d.debtor).hard_currency_binds) {
    return Real(1);
  }
  const Real most = a.v.x(d.bearable) * a.of(d.debtor).hard_currency;
  return min(Real(1), most / max(yearly, Real(1e-6)));
}

/// Present value to i of 1 each half year for `years`.
template <class Real, class Sink>
[[nodiscard]] Real half_yearly_annuity(const Appraisal<Real, Sink>& a, Id i, const Real& years) {
  const auto ask = [&](const Real& asked) {
    const RateState<Real>& r = a.rates(i);
    return annuity_payments(r.yearly, r.log_growth, r.half_year, asked, Real(2));
  };
  return a.instalments == nullptr ? ask(years) : a.instalments->of(years, ask);
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Relief<Real>& r) {
  const Debt& d = at(a.v.m.debts, r.debt);
  const auto& s = at(a.v.w.debts, r.debt);
  const Real claim = a.v.x(d.valuation) * s.face;
  const Real half_yearly = s.face * (Real(1) - r.haircut) / (Real(2) * r.years);
  const Real believed = a.v.x(d.honour) + r.recycled *
                                              (a.v.x(d.recycled_honour, 0) - a.v.x(d.honour)) *
                                              Real(r.corridor == no_id ? 0 : 1);
  // Only what is due in hard currency strains it; goods are worth less, and cost less.
  const Real bearable = bearable_share(a, d, Real(2) * half_yearly * (Real(1) - r.in_kind));
  const Rules& rules = a.v.m.rules;
  const Real worth = Real(1) - r.in_kind * (Real(1) - a.v.x(rules.goods_value, 1));
  const Real cost = Real(1) - r.in_kind * (Real(1) - a.v.x(rules.goods_cost, 1));
  const Real honoured = believed * bearable;
  const Real old_claim = s.hope * claim;
  const auto instalments = [&](Id i) {
    return honoured * half_yearly * half_yearly_annuity(a, i, r.years) / a.horizon(i);
  };
  const Id creditor = d.creditor;
  const Id debtor = d.debtor;
  const Real taken = instalments(creditor);
  const Real given = a.is_common ? taken : instalments(debtor);
  a.cash(creditor, Issue::debt, Reason::instalment, worth * taken);
  a.cash(creditor, Issue::debt, Reason::hope, -old_claim / a.horizon(creditor));
  a.cash(creditor, Issue::debt, Reason::stigma, -a.v.x(d.stigma, 0) / a.horizon(creditor));
  a.cash(creditor, Issue::debt, Reason::chip,
         a.v.x(d.project_rent, 0) * a.of(creditor).reach *
             max(Real(0), a.of(creditor).priority + Real(0.2)));
  a.cash(debtor, Issue::debt, Reason::instalment, -cost * given);
  a.cash(debtor, Issue::debt, Reason::hope, old_claim / a.horizon(debtor));
  const Real open = Real(1) - a.of(debtor).sanctioned[index_of(Channel::finance)];
  a.cash(debtor, Issue::debt, Reason::access,
         a.v.x(d.access, 0) * a.of(creditor).reach * open * bearable);
}

}  // namespace tumen::debt
