#pragma once
// A package on trial terms: quantities on their grids, transfers within their bounds and the
// payer's cash. What the terms are worth to the signatories is kept by clause, and a clause is
// valued again only where a term it reads changes: a search of 80 points does not value the route
// 80 times.
#include "policies/context.hpp"
#include "policies/split/problem.hpp"

namespace tumen {

/// Gains of a package's signatories [M USD/y]; entries from n on hold nothing.
template <class Real>
struct Gains {
  PerSignatory<Real> of;
  Id n;

  explicit Gains(Id signatories) : n(signatories) {
    for (Id k = 0; k < n; ++k) {
      of[static_cast<std::size_t>(k)] = Real(0);
    }
  }
  Gains(const Gains& other) : n(other.n) {
    for (Id k = 0; k < n; ++k) {
      of[static_cast<std::size_t>(k)] = other.of[static_cast<std::size_t>(k)];
    }
  }
  Gains& operator=(const Gains&) = delete;
  ~Gains() = default;

  [[nodiscard]] Real sum() const {
    Real total(0);
    for (Id k = 0; k < n; ++k) {
      total += of[static_cast<std::size_t>(k)];
    }
    return total;
  }
  void add(const PerSignatory<Real>& more) {
    for (Id k = 0; k < n; ++k) {
      of[static_cast<std::size_t>(k)] += more[static_cast<std::size_t>(k)];
    }
  }
};

/// Sink that keeps what one clause is worth to each signatory of its package.
template <class Real>
struct ClauseSink {
  const Package& p;
  PerSignatory<Real>& gain;

  ClauseSink(const Package& package, PerSignatory<Real>& of) : p(package), gain(of) {
    for (Id k = 0; k < p.signatories; ++k) {
      gain[static_cast<std::size_t>(k)] = Real(0);
    }
  }
  void add(Id country, Issue, Reason, const Real& amount) {
    const Id row = at(p.row, country) - p.parties.first;
    if (row >= 0 && row < p.signatories) {
      gain[static_cast<std::size_t>(row)] += amount;
    }
  }
};

/// Largest transfer the payer can promise [M USD/y].
template <class Real>
[[nodiscard]] Real transfer_limit(const Table<Real>& t, const Term& term) {
  const Real upper = t.x(term.upper);
  const Country& payer = at(t.m.countries, term.payer);
  return payer.hard_currency_binds ? min(upper, at(t.w.countries, term.payer).hard_currency)
                                   : upper;
}

/// Rows that a trial writes and forgets; each package only its own places.
template <class Real>
struct TrialRows {
  std::span<Real> terms;               ///< by term: on trial
  std::span<PerSignatory<Real>> gain;  ///< by clause: what it is worth on them
  /// By clause that reads a transfer: its worth at the lower bound, and per M USD/y above it.
  std::span<PerSignatory<Real>> lowest, rise;
};

/// One package on trial, starting from the terms on the table. Clauses that read a term are worth
/// something once set_point(), note_rise() or value_open() has valued them.
template <class Real>
class Trial {
 public:
  Trial(const Table<Real>& t, Id package, const TrialRows<Real>& rows)
      : t_(t),
        p_(at(t.m.packages, package)),
        rows_(rows),
        view_(t.view(), rows.terms),
        fixed_(p_.signatories) {
    for (Id k = p_.terms.first; k < p_.terms.end(); ++k) {
      at(rows_.terms, k) = at(t.w.terms, k);
    }
    for (const Id c : p_.fixed) {
      value(c);
      fixed_.add(at(rows_.gain, c));
    }
  }

  /// Values the clauses that read a term on the terms on trial.
  void value_open() {
    for (const Id c : p_.open) {
      value(c);
    }
  }

  /// What the terms on trial are worth to each signatory.
  [[nodiscard]] Gains<Real> gains() const {
    Gains<Real> gains = fixed_;
    for (const Id c : p_.open) {
      gains.add(at(rows_.gain, c));
    }
    return gains;
  }

  /// Puts term `k` at `amount`.
  void set(Id k, const Real& amount) {
    at(rows_.terms, k) = amount;
    for (const Id c : at(t_.m.terms, k).readers) {
      value(c);
    }
  }

  /// Puts the quantities at combination `point` of their grids; points are taken in their order
  /// from 0, so that only those move whose stride the point is a multiple of.
  void set_point(Id point) {
    for (Id k = p_.terms.first; k < p_.terms.end(); ++k) {
      const Term& term = at(t_.m.terms, k);
      if (!term.grid.empty() && point % term.stride == 0) {
        const auto n = static_cast<Id>(term.grid.size());
        at(rows_.terms, k) = t_.x(at(term.grid, point / term.stride % n));
      }
    }
    for (const GridReader& reader : p_.grid_readers) {
      if (point % reader.stride == 0) {
        value(reader.clause);
      }
    }
  }

  /// Notes what the clauses of transfer `k` are worth at its lower bound and per M USD/y above it.
  /// Gains are taken as linear in a payment while terms are searched, from two points; what is then
  /// on the table is valued as it is.
  void note_rise(Id k, const Real& low, const Real& high) {
    const Real step = max(Real(1), Real(0.25) * (high - low));
    set(k, low);
    for (const Id c : at(t_.m.terms, k).readers) {
      at(rows_.lowest, c) = at(rows_.gain, c);
    }
    set(k, low + step);
    for (const Id c : at(t_.m.terms, k).readers) {
      for (std::size_t i = 0; i < static_cast<std::size_t>(p_.signatories); ++i) {
        at(rows_.rise, c)[i] = (at(rows_.gain, c)[i] - at(rows_.lowest, c)[i]) / step;
      }
    }
  }
  /// Puts transfer `k` at `above` its lower bound, M USD/y, after note_rise().
  void pay(Id k, const Real& low, const Real& above) {
    at(rows_.terms, k) = low + above;
    for (const Id c : at(t_.m.terms, k).readers) {
      for (std::size_t i = 0; i < static_cast<std::size_t>(p_.signatories); ++i) {
        at(rows_.gain, c)[i] = at(rows_.lowest, c)[i] + above * at(rows_.rise, c)[i];
      }
    }
  }
  /// What signatory `row` has of every M USD/y that transfer `k` pays.
  [[nodiscard]] Real rise(Id k, std::size_t row) const {
    Real sum(0);
    for (const Id c : at(t_.m.terms, k).readers) {
      sum += at(rows_.rise, c)[row];
    }
    return sum;
  }

  [[nodiscard]] std::size_t row_of(Id country) const {
    return static_cast<std::size_t>(at(p_.row, country) - p_.parties.first);
  }
  [[nodiscard]] const Package& package() const { return p_; }
  [[nodiscard]] const Real& term(Id k) const { return at(rows_.terms, k); }

 private:
  void value(Id clause) {
    ClauseSink<Real> sink(p_, at(rows_.gain, clause));
    auto valuer = valuer_of(view_, p_, sink, Discounting::common, &instalments_);
    visit_effects(view_, at(t_.m.clauses, clause), valuer);
  }

  const Table<Real>& t_;
  const Package& p_;
  TrialRows<Real> rows_;
  View<Real> view_;
  Gains<Real> fixed_;
  Remembered<Real> instalments_;
};

}  // namespace tumen
