#pragma once
// Corridors: built as fast as they are paid for, run as far as their firms dare.
// Progress a year = min(1/T_b, finance/K), finance = sum of budget x reach x (1 - z_fin) x
// commitment
// + gearing x recycled instalments (MODEL.md section 8); overrun is lognormal. A firm runs its part
// at logistic((rent - fear X - cost)/s_p) (section 7): its own exposure, not the nation's.
#include "world/step.hpp"

namespace tumen {

/// Finance sanctions on those whose land it crosses, the worst of them.
template <class Real>
[[nodiscard]] Real finance_barrier(const World<Real>& w, const Corridor& c, Id payer) {
  Real barrier(0);
  for (const Id i : c.countries) {
    if (i != payer) {
      barrier = max(barrier, at(w.countries, i).sanctioned[index_of(Channel::finance)]);
    }
  }
  return barrier;
}

/// What distrust of those on whose land it works costs a firm a year, less what access takes away:
/// states sign, firms do not come (D12).
template <class Real>
[[nodiscard]] Real country_risk(const Step<Real>& s, const Firm& f, const Corridor& c) {
  if (!f.risk.exists()) {
    return Real(0);
  }
  Real distrust(0);
  for (const Id host : c.countries) {
    const Id pair = s.m.pair(f.country, host);
    if (pair != no_id) {
      const auto& now = at(s.w.pairs, pair);
      distrust = max(distrust, now.beta / (now.alpha + now.beta));
    }
  }
  return s.x(f.risk) * distrust * (Real(1) - at(s.w.corridors, f.corridor).access);
}

template <class Real>
void step_firms(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.firms.size(); ++k) {
    const Firm& f = s.m.firms[k];
    const Corridor& c = at(s.m.corridors, f.corridor);
    const Real fear = corridor_fear(s.w, c);
    const Real profit = s.x(f.rent) - fear * s.x(f.exposure) - s.x(f.cost) - country_risk(s, f, c);
    MaskOf<Real> allowed = true;
    if (f.opens.exists()) {
      allowed = both(allowed, convert<Real>(s.m.year(s.tick())) >= s.x(f.opens));
    }
    if (f.least_stance.exists()) {
      for (const Id host : c.countries) {
        const Id pair = s.m.pair(f.country, host);
        if (pair != no_id) {
          const auto& now = at(s.w.pairs, pair);
          const Real stance = at(s.m.pairs, pair).a == f.country ? now.stance_ab : now.stance_ba;
          allowed = both(allowed, stance > s.x(f.least_stance));
        }
      }
    }
    s.w.firms[k].runs = select(allowed, logistic(profit / s.x(f.temperature)), Real(0));
  }
}

template <class Real>
void advance_building(const Step<Real>& s, Id corridor) {
  const Corridor& c = at(s.m.corridors, corridor);
  auto& now = at(s.w.corridors, corridor);
  const auto building = is<Real>(now.stage, CorridorStage::building);
  const Real speed = now.finance / max(s.x(c.build_years), Real(0.25));
  const auto starts = both(building, now.overrun <= Real(0));
  if (any(starts)) {
    now.overrun =
        select(starts, exp(s.x(c.overrun, 0) * s.normal(c.key, Stream::overrun)), now.overrun);
  }
  const Real step = select(building, s.dt() * speed / max(now.overrun, Real(0.1)), Real(0));
  now.progress = min(Real(1), now.progress + step);
  const auto done = both(building, now.progress >= Real(1));
  now.stage = select(done, code<Real>(CorridorStage::operating), now.stage);
  at(s.r.built, corridor) = flag<Real>(done);
}

/// A suspension that was meant to last for a time ends.
template <class Real>
void resume(const Step<Real>& s, Id corridor) {
  auto& now = at(s.w.corridors, corridor);
  const auto waits = both(is<Real>(now.stage, CorridorStage::suspended), now.resumes > Real(0));
  now.resumes = max(Real(0), now.resumes - s.dt());
  const auto resumes = both(waits, now.resumes <= Real(0));
  now.stage = select(resumes, code<Real>(CorridorStage::operating), now.stage);
  at(s.r.resumed, corridor) = flag<Real>(resumes);
}

template <class Real>
void step_corridors(const Step<Real>& s) {
  step_firms(s);
  for (Id k = 0; k < static_cast<Id>(s.m.corridors.size()); ++k) {
    const Corridor& c = at(s.m.corridors, k);
    auto& now = at(s.w.corridors, k);
    resume(s, k);
    advance_building(s, k);
    const auto runs = is<Real>(now.stage, CorridorStage::operating);
    Real carried(1);
    if (c.firms.count > 0) {
      carried = Real(0);
      for (Id f = c.firms.first; f < c.firms.end(); ++f) {
        carried += s.x(at(s.m.firms, f).share) * at(s.w.firms, f).runs;
      }
    }
    now.flow = select(runs, carried, Real(0));
    now.operated += select(runs, s.dt(), Real(0));
  }
}

}  // namespace tumen
