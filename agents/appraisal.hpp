#pragma once
// What it takes to value an effect: the view, the package it belongs to, and a sink for the parts.
// A gain is an increment over the status quo in M USD a year, spread over the horizon at the
// country's own rate, so that a party's dates are ordered by its patience (MODEL.md section 5).
#include "agents/reasons.hpp"
#include "world/deal.hpp"

#include <algorithm>

namespace tumen {

/// At which rate parties discount: each at its own, or all at one. The joint surplus is measured at
/// one, for a stock turned into flows at each party's own rate would let a pure gift create value.
template <class Real>
struct Discounting {
  bool is_common = false;
  Real rate{};     ///< the common rate [1/y]
  Real horizon{};  ///< PV of 1 a year over the horizon at that rate
};

/// Sink: anything with `void add(Id country, Issue, Reason, Real musd_per_year)`.
template <class Real, class Sink>
struct Appraisal {
  const View<Real>& v;
  const Package& p;
  Sink& sink;
  Discounting<Real> discounting;
  Real unguarded;  ///< 1 less what a guarantor takes away of hold-up

  [[nodiscard]] Real rate(Id i) const {
    return discounting.is_common ? discounting.rate : v.x(at(v.m.countries, i).discount_rate);
  }
  /// PV of 1 a year over the horizon, by which a present value becomes a yearly gain.
  [[nodiscard]] Real horizon(Id i) const {
    return discounting.is_common ? discounting.horizon : of(i).horizon;
  }
  [[nodiscard]] const CountryState<Real>& of(Id i) const { return at(v.w.countries, i); }
  [[nodiscard]] const Preferences& prefers(Id i) const { return at(v.m.countries, i).preferences; }
  [[nodiscard]] Real weight(Id i, Issue issue) const { return of(i).weight[index_of(issue)]; }

  /// 1 where this package is signed or in force, so that what it promised is already set aside for
  /// it.
  [[nodiscard]] Real is_bound() const {
    const auto& stage = at(v.w.packages, p.id).stage;
    return flag<Real>(both(stage >= code<Real>(PackageStage::signed_),
                           stage <= code<Real>(PackageStage::in_force)));
  }
  /// What this package itself delivers now over `corridor`, of `volume` promised.
  [[nodiscard]] Real delivers(Id corridor, const Real& volume) const {
    const auto in_force = is<Real>(at(v.w.packages, p.id).stage, PackageStage::in_force);
    return flag<Real>(in_force) * at(v.w.corridors, corridor).flow * volume;
  }

  /// Trust between two countries; 1/2 where the pair is not declared.
  [[nodiscard]] Real trust(Id i, Id j) const {
    const Id k = v.m.pair(i, j);
    if (k == no_id) {
      return Real(0.5);
    }
    return at(v.w.pairs, k).trust;
  }

  /// Hazard at which i expects j to break a promise [1/y], less what a guarantor takes away.
  [[nodiscard]] Real hazard(Id i, Id j) const {
    const Id k = v.m.pair(i, j);
    return (k == no_id ? v.w.strangers_breach : at(v.w.pairs, k).breach) * unguarded;
  }

  /// Stance of i's government toward j, [-1,1]; 0 where none is declared.
  [[nodiscard]] Real stance(Id i, Id j) const {
    const Id k = v.m.pair(i, j);
    if (k == no_id) {
      return Real(0);
    }
    return at(v.m.pairs, k).a == i ? at(v.w.pairs, k).stance_ab : at(v.w.pairs, k).stance_ba;
  }

  /// Present value of 1 a year for `when`, spread over the horizon, at i's own rate plus `hazard`.
  [[nodiscard]] Real spread(Id i, const Timing<Real>& when, const Real& hazard) const {
    const Real r = rate(i);
    const Real value = annuity_yearly(r + hazard, when.length) / horizon(i);
    if (when.corridor == no_id) {
      return value;
    }
    return value * pow(Real(1) + r, -years_to_operation(v, when.corridor));
  }

  /// Adds a part that is money.
  void cash(Id i, Issue issue, Reason why, const Real& musd_per_year) const {
    sink.add(i, issue, why, musd_per_year);
  }
  /// Adds a part that is not money: it counts by the country's weight of the issue.
  void weighted(Id i, Issue issue, Reason why, const Real& musd_per_year) const {
    sink.add(i, issue, why, weight(i, issue) * musd_per_year);
  }
};

}  // namespace tumen
