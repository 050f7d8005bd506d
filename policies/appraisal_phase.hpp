#pragma once
// Phase 3 of the tick: every package is valued for every party, third parties press on signatories,
// and gains become shares of what is at stake (MODEL.md sections 5 to 7). Independent by package.
#include "policies/context.hpp"

namespace tumen {

/// What a party's slot of attention is worth on this package [M USD/y]: the unit of "large" to it.
template <class Real>
[[nodiscard]] Real slot_value(const Table<Real>& t, const Package& p, Id country) {
  return t.x(at(t.m.countries, country).attention[index_of(p.attention)].slot);
}

/// How hard a third party with this gain presses, [0,1]: logistic in its loss, counted from what it
/// would be at no loss at all, for nobody presses against what does not hurt it (MODEL.md section
/// 7).
template <class Real>
[[nodiscard]] Real pressure_of(const Table<Real>& t, const Real& gain) {
  const Rules& r = t.m.rules;
  const Real& idle = t.constants().unhurt;
  const Real raw = logistic((-gain - t.x(r.press_cost)) / t.x(r.press_temperature));
  return clamp((raw - idle) / (Real(1) - idle), Real(0), Real(1));
}

/// What country `a` can take from `b`, where it can take anything.
[[nodiscard]] inline Number leverage_of(const Model& m, Id a, Id b) {
  const Id pair = m.pair(a, b);
  if (pair == no_id) {
    return {};
  }
  return at(m.pairs, pair).a == a ? at(m.pairs, pair).leverage_ab : at(m.pairs, pair).leverage_ba;
}

/// Takes from the signatories of package `p` what its third parties press for [M USD/y].
template <class Real>
void press(const Table<Real>& t, const Package& p) {
  const Range signs = signatories(p);
  for (Id row = signs.first; row < signs.end(); ++row) {
    at(t.w.parties, row).pressure = Real(0);
  }
  for (Id third = signs.end(); third < p.parties.end(); ++third) {
    const Id presses = at(t.m.parties, third).country;
    const auto leverage_on = [&](Id row) {
      return leverage_of(t.m, presses, at(t.m.parties, row).country);
    };
    Id row = signs.first;
    while (row < signs.end() && !leverage_on(row).exists()) {
      ++row;
    }
    if (row == signs.end()) {
      continue;  // it has a hold on nobody
    }
    const Real pressure = pressure_of(t, at(t.w.parties, third).total);
    for (; row < signs.end(); ++row) {
      if (const Number leverage = leverage_on(row); leverage.exists()) {
        at(t.w.parties, row).pressure += t.x(leverage) * pressure;
      }
    }
  }
  for (Id row = signs.first; row < signs.end(); ++row) {
    at(t.w.parties, row).total -= at(t.w.parties, row).pressure;
  }
}

/// Sum of a party's parts.
template <class Real>
[[nodiscard]] Real sum_of(const std::array<Real, issue_count>& parts) {
  Real total = parts[0];
  for (std::size_t k = 1; k < issue_count; ++k) {
    total += parts[k];
  }
  return total;
}

/// Gains as shares of the stake, aspirations' targets: x_i = G_i / max(best_i, phi_i n), the share
/// of the surplus a party may expect.
template <class Real>
void set_stakes(const Table<Real>& t, const Package& p) {
  Real surplus(0);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    surplus += at(t.w.parties, row).total;
  }
  const Real n = convert<Real>(p.signatories);
  const Real equal = shared_among(p.signatories, Real(1));
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    auto& party = at(t.w.parties, row);
    const Id country = at(t.m.parties, row).country;
    party.slot = slot_value(t, p, country);
    party.stake = max(max(surplus, party.total), party.slot * n);
    const Real due = clamp(party.total / max(surplus, Real(1e-6)), Real(0.02), Real(1));
    party.share = select(surplus > Real(0), due, equal);
  }
}

/// Values package `p` for all its parties.
template <class Real>
void appraise_package(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  PartyState<Real>* rows = t.w.parties.data() + p.parties.first;
  GainSink<Real> sink(p, rows);
  const View<Real> view = t.view();
  appraise(view, package, sink);
  for (Id k = 0; k < p.parties.count; ++k) {
    rows[k].total = sum_of(rows[k].gain);
  }
  press(t, p);
  set_stakes(t, p);
}

/// `each(n, f)` calls f(0..n-1) in any order, on one thread or many.
template <class Real, class ForEach>
void appraise_packages(const Table<Real>& t, ForEach&& each) {
  each(count(t.m.packages), [&](Id package) {
    if (!at(t.m.packages, package).is_spare) {
      appraise_package(t, package);
    }
  });
}

}  // namespace tumen
