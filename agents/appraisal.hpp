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
enum class Discounting : std::uint8_t { own, common };

/// The last answer to a question that is asked over and over with the same argument.
template <class Real>
struct Remembered {
  Real asked{}, answer{};
  bool is_known = false;

  /// f(x); f is called only where x has changed in some lane.
  template <class F>
  [[nodiscard]] const Real& of(const Real& x, F&& f) {
    if (!is_known || any(x != asked)) {
      asked = x;
      answer = f(x);
      is_known = true;
    }
    return answer;
  }
};

/// Stance of i's government toward j, [-1,1]; 0 where none is declared.
template <class Real>
[[nodiscard]] Real stance_of(const View<Real>& v, Id i, Id j) {
  const Id k = v.m.pair(i, j);
  if (k == no_id) {
    return Real(0);
  }
  return at(v.m.pairs, k).a == i ? at(v.w.pairs, k).stance_ab : at(v.w.pairs, k).stance_ba;
}

/// Sink: anything with `void add(Id country, Issue, Reason, Real musd_per_year)`.
template <class Real, class Sink>
struct Appraisal {
  const View<Real>& v;
  const Package& p;
  Sink& sink;
  bool is_common;  ///< Discounting
  Real unguarded;  ///< 1 less what a guarantor takes away of hold-up
  /// Annuity of instalments at the common rate by their years, kept by who tries many terms.
  Remembered<Real>* instalments = nullptr;

  /// Row of the rate that i discounts at in the outlook.
  [[nodiscard]] std::size_t rate_row(Id i) const {
    return static_cast<std::size_t>(is_common ? static_cast<Id>(v.m.countries.size()) : i);
  }
  [[nodiscard]] const RateState<Real>& rates(Id i) const { return v.w.outlook.rates[rate_row(i)]; }
  [[nodiscard]] const Real& rate(Id i) const { return rates(i).yearly; }
  /// PV of 1 a year over the horizon, by which a present value becomes a yearly gain.
  [[nodiscard]] const Real& horizon(Id i) const {
    return is_common ? rates(i).horizon : of(i).horizon;
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

  [[nodiscard]] Real stance(Id i, Id j) const { return stance_of(v, i, j); }

  /// Present value of 1 a year for `when`, spread over the horizon, at i's rate plus the hazard at
  /// which it expects j to break the promise, less what a guarantor takes away.
  [[nodiscard]] Real spread(Id i, Id j, const Timing<Real>& when) const {
    const Real unsure = rate(i) + hazard(i, j);
    const Real log_growth = p.guarantor == no_id ? log_unsure(i, j) : log1p(unsure);
    return waited(i, when, annuity_yearly(unsure, log_growth, when.length) / horizon(i));
  }
  /// The same where no promise can be broken.
  [[nodiscard]] Real spread(Id i, const Timing<Real>& when) const {
    const RateState<Real>& r = rates(i);
    return waited(i, when, annuity_yearly(r.yearly, r.log_growth, when.length) / horizon(i));
  }
  /// What 1 a year for `when` is worth to i and to j, where each expects the other to break its
  /// promise: at the common rate it is the same.
  [[nodiscard]] std::array<Real, 2> spread_to_both(Id i, Id j, const Timing<Real>& when) const {
    const Real first = spread(i, j, when);
    return {first, is_common ? first : spread(j, i, when)};
  }

  /// log(1 + rate + hazard) where nobody guarantees the promise.
  [[nodiscard]] const Real& log_unsure(Id i, Id j) const {
    const auto n = static_cast<Id>(v.m.countries.size());
    return at(v.w.outlook.unsure, ((is_common ? n : 0) + i) * n + j);
  }
  /// `worth` of a stream from entry into force, if it starts with a corridor's operation.
  [[nodiscard]] Real waited(Id i, const Timing<Real>& when, const Real& worth) const {
    if (when.corridor == no_id) {
      return worth;
    }
    const std::size_t row = rate_row(i) * v.m.corridors.size();
    return worth * v.w.outlook.delay[row + static_cast<std::size_t>(when.corridor)];
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
