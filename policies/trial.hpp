#pragma once
// What a package is worth on trial terms, and which terms can be tried: quantities on their grids,
// transfers within their bounds and the payer's cash.
#include "policies/context.hpp"
#include "policies/split/problem.hpp"

namespace tumen {

/// Gains of a package's signatories on trial terms, all at the common rate: a stock turned into
/// flows at each party's own rate would let a pure gift create value.
template <class Real>
struct CommonGains {
  const Package& p;
  std::array<Real, max_signatories> gain{};

  explicit CommonGains(const Package& package) : p(package) {}
  void add(Id country, Issue, Reason, const Real& amount) {
    const Id row = at(p.row, country) - p.parties.first;
    if (row >= 0 && row < p.signatories) {
      gain[static_cast<std::size_t>(row)] += amount;
    }
  }
  [[nodiscard]] Real sum() const {
    Real total(0);
    for (Id k = 0; k < p.signatories; ++k) {
      total += gain[static_cast<std::size_t>(k)];
    }
    return total;
  }
};

template <class Real>
[[nodiscard]] CommonGains<Real> common_gains(const Table<Real>& t, Id package,
                                             std::span<const Real> terms) {
  CommonGains<Real> sink(at(t.m.packages, package));
  const View<Real> trial(t.view(), terms);
  appraise_at(trial, package, sink, t.x(t.m.rules.common_rate), t.x(t.m.rules.horizon));
  return sink;
}

/// Largest transfer the payer can promise [M USD/y].
template <class Real>
[[nodiscard]] Real transfer_limit(const Table<Real>& t, const Term& term) {
  const Real upper = t.x(term.upper);
  const Country& payer = at(t.m.countries, term.payer);
  return payer.hard_currency_binds ? min(upper, at(t.w.countries, term.payer).hard_currency)
                                   : upper;
}

/// Puts the terms as they stand into `terms`.
template <class Real>
void set_present_terms(const Table<Real>& t, const Package& p, std::span<Real> terms) {
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    terms[static_cast<std::size_t>(k)] = at(t.w.terms, k);
  }
}

/// Number of combinations of the grids of a package's quantity terms.
[[nodiscard]] inline Id grid_size(const Model& m, const Package& p) {
  Id size = 1;
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const auto& grid = at(m.terms, k).grid;
    size *= grid.empty() ? 1 : static_cast<Id>(grid.size());
  }
  return size;
}

/// Puts combination `point` of the grids into `terms`.
template <class Real>
void set_grid_point(const Table<Real>& t, const Package& p, Id point, std::span<Real> terms) {
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const auto& grid = at(t.m.terms, k).grid;
    if (!grid.empty()) {
      const auto n = static_cast<Id>(grid.size());
      terms[static_cast<std::size_t>(k)] = t.x(at(grid, point % n));
      point /= n;
    }
  }
}

}  // namespace tumen
