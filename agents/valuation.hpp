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

/// What values the clauses of package `p` on the terms of `v`; every part goes to `sink`.
/// `instalments` may be given for the common rate.
template <class Real, class Sink>
[[nodiscard]] Valuer<Real, Sink> valuer_of(const View<Real>& v, const Package& p, Sink& sink,
                                           Discounting discounting,
                                           Remembered<Real>* instalments = nullptr) {
  const Real guarded = p.guarantor == no_id ? Real(0) : v.x(p.guarantee, 0);
  return {{v, p, sink, discounting == Discounting::common, Real(1) - guarded, instalments}};
}

/// Values a package for its parties.
template <class Real, class Sink>
void appraise(const View<Real>& v, Id package, Sink& sink,
              Discounting discounting = Discounting::own) {
  const Package& p = at(v.m.packages, package);
  auto valuer = valuer_of(v, p, sink, discounting);
  visit_package(v, p, valuer);
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
