#pragma once
// The game behind a deal: what the countries of a cluster of rival packages could do without one
// another. v(S) is the worth of the best set of packages that do not exclude each other and whose
// signatories all lie in S, M USD a year at the common rate, never below 0 (MODEL.md section 6).
// At most 64 entries; the sets are listed when the scenario is compiled, so trip counts are fixed.
#include "policies/split/coalition_table.hpp"
#include "policies/trial.hpp"

namespace tumen {

/// Rows that solving terms writes and forgets.
template <class Real>
struct TermsScratch {
  std::vector<Real> trial, best;                       ///< by term
  std::vector<PerSignatory<Real>> gain, lowest, rise;  ///< by clause
  std::vector<Real> worth, possible;                   ///< by package

  explicit TermsScratch(const Model& m)
      : trial(m.terms.size()),
        best(m.terms.size()),
        gain(m.clauses.size()),
        lowest(m.clauses.size()),
        rise(m.clauses.size()),
        worth(m.packages.size()),
        possible(m.packages.size()) {}
};

/// Views of those rows, for many threads: each package writes only its own places.
template <class Real>
struct TermsRows {
  TrialRows<Real> trial;
  std::span<Real> best, worth, possible;

  explicit TermsRows(TermsScratch<Real>& s)
      : trial{s.trial, s.gain, s.lowest, s.rise},
        best(s.best),
        worth(s.worth),
        possible(s.possible) {}
};

/// Joint gain of a package's signatories without what they would lose of rival routes: in a game
/// the rivals stand for themselves.
template <class Real>
struct WorthSink {
  const Package& p;
  Real sum{};

  explicit WorthSink(const Package& package) : p(package) {}
  void add(Id country, Issue, Reason reason, const Real& amount) {
    const Id row = at(p.row, country) - p.parties.first;
    if (reason != Reason::outside_option && row >= 0 && row < p.signatories) {
      sum += amount;
    }
  }
};

/// Worth of a package on the terms as they stand [M USD/y], not below 0.
template <class Real>
[[nodiscard]] Real worth_of(const Table<Real>& t, Id package) {
  WorthSink<Real> sink(at(t.m.packages, package));
  appraise(t.view(), package, sink, Discounting::common);
  return max(sink.sum, Real(0));
}

/// 1 where a package could be signed now: its preconditions hold, nothing has overtaken it, no
/// signatory rules it out.
template <class Real>
[[nodiscard]] Real is_possible(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  Real possible = preconditions_hold(t, package) * (Real(1) - is_overtaken(t, package));
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    possible *= Real(1) - is_ruled_out(t, package, at(t.m.parties, row).country);
  }
  return possible;
}

/// Phase: the worth of every package of a cluster, before any of them changes its terms.
template <class Real, class ForEach>
void note_worths(const Table<Real>& t, ForEach&& each, const TermsRows<Real>& rows) {
  if (t.m.clusters.empty()) {
    return;
  }
  each(count(t.m.packages), [&](Id k) {
    if (at(t.m.packages, k).cluster != no_id) {
      at(rows.worth, k) = worth_of(t, k);
      at(rows.possible, k) = is_possible(t, k);
    }
  });
}

/// Coalition values of a cluster as `own` sees them: its rivals count where they could be signed
/// now, itself in any case.
template <class Real>
[[nodiscard]] CoalitionTable<Real> coalition_values(const Cluster& c, Id own,
                                                    const TermsRows<Real>& rows) {
  CoalitionTable<Real> table;
  const std::size_t coalitions = std::size_t{1} << c.players.size();
  for (std::size_t coalition = 1; coalition < coalitions; ++coalition) {
    Real best(0);
    for (const std::vector<Id>& set : c.sets) {
      Real sum(0);
      for (const Id member : set) {
        const std::size_t signs = at(c.signatories, member);
        if ((coalition & signs) == signs) {
          const Id package = at(c.packages, member);
          sum += package == own ? at(rows.worth, package)
                                : at(rows.worth, package) * at(rows.possible, package);
        }
      }
      best = max(best, sum);
    }
    table.value[coalition] = best;
  }
  return table;
}

}  // namespace tumen
