#pragma once
// The debt ledger: opening + interest - payments - relief = closing, every tick. A rescheduled
// claim is paid in equal instalments; what is recycled goes to a corridor on the debtor's
// territory.
#include "world/step.hpp"

namespace tumen {

template <class Real>
void step_debts(const Step<Real>& s) {
  for (auto& corridor : s.w.corridors) {
    corridor.recycled = Real(0);
  }
  for (std::size_t k = 0; k < s.m.debts.size(); ++k) {
    const Debt& d = s.m.debts[k];
    auto& now = s.w.debts[k];
    now.age += s.dt();
    now.interest = now.face * expm1(log1p(s.x(d.rate)) * s.dt());
    now.face += now.interest;
    if (d.cure.exists()) {
      const auto pays_again =
          s.uniform(d.key, Stream::cure) < hazard_probability(s.x(d.cure), s.dt());
      now.in_default = select(pays_again, Real(0), now.in_default);
    }
    const Real due = min(now.instalment * s.dt(), now.residual);
    const Real serviced = due * (Real(1) - now.in_default);
    now.paid = serviced;
    now.residual -= serviced;
    now.arrears += due - serviced;
    now.years_left = max(Real(0), now.years_left - s.dt());
    const Real in_goods = serviced * now.in_kind;
    const Real in_money = serviced - in_goods;
    const auto id = static_cast<Id>(k);
    s.r.flow({d.debtor, d.creditor, no_id, id, no_id, Commodity::money, in_money, in_money});
    s.r.flow({d.debtor, d.creditor, no_id, id, no_id, Commodity::barter, in_goods, in_goods});
    for (std::size_t c = 0; c < s.m.corridors.size(); ++c) {
      const Real here = flag<Real>(now.recycled_into == convert<Real>(static_cast<double>(c)));
      s.w.corridors[c].recycled += here * now.recycled_share * serviced / s.dt();
    }
  }
}

/// Carries a relief out: part of the face is gone, the rest becomes a rescheduled claim. Where
/// `enters` is false nothing changes.
template <class Real>
void relieve(const Step<Real>& s, const Relief<Real>& e, const MaskOf<Real>& enters) {
  auto& now = at(s.w.debts, e.debt);
  const Real settled = select(enters, Real(1), Real(0));
  const Real forgiven = settled * now.face * e.haircut;
  const Real kept = settled * now.face * (Real(1) - e.haircut);
  now.relieved += forgiven;
  now.face -= forgiven + kept;
  now.face = select(enters, Real(0), now.face);
  now.residual += kept;
  now.instalment = select(enters, now.residual / e.years, now.instalment);
  now.years_left = select(enters, e.years, now.years_left);
  now.settled = max(now.settled, settled);
  now.in_default = select(enters, Real(0), now.in_default);
  now.in_kind = select(enters, e.in_kind, now.in_kind);
  if (e.corridor != no_id) {
    now.recycled_share = select(enters, e.recycled, now.recycled_share);
    now.recycled_into = select(enters, convert<Real>(e.corridor), now.recycled_into);
  }
}

}  // namespace tumen
