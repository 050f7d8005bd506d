#pragma once
// Valuation of a deal: every effect of every clause goes to the utility it touches, and each part
// of a gain to a sink. The sum of the parts is the total; explain prints exactly these parts.
#include "agents/utility/debt.hpp"
#include "agents/utility/energy.hpp"
#include "agents/utility/sanctions.hpp"
#include "agents/utility/security.hpp"
#include "agents/utility/transit.hpp"
#include "world/clauses/clauses.hpp"

namespace tumen {

/// Visitor that values what it is shown.
template <class Real, class Sink>
struct Valuer {
  Appraisal<Real, Sink> a;

  void operator()(const Payment<Real>& e) const { security::value(a, e); }
  void operator()(const Delivery<Real>& e) const { energy::value(a, e); }
  void operator()(const Works<Real>& e) const { transit::value(a, e); }
  void operator()(const Passage<Real>& e) const { transit::value(a, e); }
  void operator()(const Relief<Real>& e) const { debt::value(a, e); }
  void operator()(const SanctionStep<Real>& e) const { sanctions::value(a, e); }
  void operator()(const ProgrammeStep<Real>& e) const { security::value(a, e); }
  void operator()(const Danger<Real>& e) const { security::value(a, e); }
  void operator()(const Tie<Real>& e) const { security::value(a, e); }
  void operator()(const Aid<Real>& e) const { security::value(a, e); }
  void operator()(const Labour<Real>& e) const { security::value(a, e); }
  void operator()(const Access<Real>& e) const { transit::value(a, e); }
  void operator()(const FriendlyPrices<Real>& e) const { energy::value(a, e); }
};

/// Values a package on the terms of `v`; every part goes to `sink`. With a common rate above 0 all
/// parties discount at it over `common_years`: that is how the joint surplus is measured.
template <class Real, class Sink>
void appraise_at(const View<Real>& v, Id package, Sink& sink, const Real& common_rate,
                 const Real& common_years) {
  const Package& p = at(v.m.packages, package);
  const Real guarded = p.guarantor == no_id ? Real(0) : v.x(p.guarantee, 0);
  Valuer<Real, Sink> valuer{{v, p, sink, Real(1) - guarded, common_rate,
                             annuity_payments(common_rate, common_years, Real(1))}};
  visit_package(v, p, valuer);
}

/// Values a package for each party at its own rate.
template <class Real, class Sink>
void appraise(const View<Real>& v, Id package, Sink& sink) {
  appraise_at(v, package, sink, Real(0), Real(1));
}

/// Sink that keeps the gain of each party of one package by issue.
template <class Real>
struct GainSink {
  const Package& p;
  PartyState<Real>* parties;  ///< the package's rows

  GainSink(const Package& package, PartyState<Real>* rows) : p(package), parties(rows) {
    for (Id k = 0; k < p.parties.count; ++k) {
      parties[k].gain.fill(Real(0));
    }
  }
  void add(Id country, Issue issue, Reason, const Real& amount) {
    const Id row = at(p.row, country);
    if (row != no_id) {
      parties[row - p.parties.first].gain[index_of(issue)] += amount;
    }
  }
};

}  // namespace tumen
