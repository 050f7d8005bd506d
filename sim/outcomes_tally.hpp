#pragma once
// How each outcome is counted; the formulas of docs/reference/outcomes.md. Templates over Real, so
// that ensembles count in their lanes.
#include "sim/outcomes_value.hpp"
#include "world/expectations.hpp"

namespace tumen {
namespace tally {

template <class Real>
void keep_first(Real& value, const Real& weight, const Real& happens, const Real& candidate) {
  value = select(both(happens > Real(0), weight <= Real(0)), candidate, value);
}

/// Mean flow of the corridors a deal names, 1 where it names none: whether what was signed is done.
template <class Real>
[[nodiscard]] Real carried(const World<Real>& w, const Package& p) {
  if (p.corridors.empty()) {
    return Real(1);
  }
  Real flow(0);
  for (const Id c : p.corridors) {
    flow += at(w.corridors, c).flow;
  }
  return flow / convert<Real>(static_cast<double>(p.corridors.size()));
}

/// Whether a measure counts only what happens to a package in a tick.
[[nodiscard]] constexpr bool counts_events(Measure measure) {
  if (table_of(measure) != OutcomeTable::packages) {
    return false;
  }
  switch (measure) {
    case Measure::in_force:
    case Measure::breach_rate:
    case Measure::performed:
      return false;
    default:
      return true;
  }
}

/// Whether nothing that is counted happened to a package this tick, in any lane.
template <class Real>
[[nodiscard]] bool is_quiet(const PackageRecord<Real>& r) {
  return none(r.memorandum + r.opened + r.signed_ + r.entered + r.blocked + r.breached > Real(0));
}

template <class Real>
void package(const Outcome& o, const World<Real>& w, const Record<Real>& r, const Model& m,
             Real& value, Real& weight) {
  const auto& now = at(w.packages, o.entity);
  const auto& rec = at(r.packages, o.entity);
  const Real year = convert<Real>(m.year(w.tick - 1));
  const Real in_force = flag<Real>(is<Real>(now.stage, PackageStage::in_force));
  switch (o.measure) {
    case Measure::memoranda:
      value += rec.memorandum;
      break;
    case Measure::opened:
      value += rec.opened;
      break;
    case Measure::signed_:
      value = max(value, rec.signed_);
      break;
    case Measure::signed_year:
      keep_first(value, weight, rec.signed_, year);
      weight += rec.signed_;
      break;
    case Measure::delay:
      keep_first(value, weight, rec.signed_,
                 year - convert<Real>(m.start_year) - now.first_proposed);
      weight += rec.signed_;
      break;
    case Measure::entered:
      value = max(value, rec.entered);
      break;
    case Measure::in_force:
      value += in_force;
      weight += Real(1);
      break;
    case Measure::blocked:
      value = max(value, rec.blocked);
      break;
    case Measure::breached:
      value = max(value, rec.breached);
      break;
    case Measure::breach_rate:
      value += rec.breached;
      weight += (in_force + rec.breached) * convert<Real>(m.dt);
      break;
    case Measure::performed:
      if (any(in_force > Real(0))) {
        value += in_force * carried(w, at(m.packages, o.entity));
      }
      weight += flag<Real>(either(weight > Real(0), rec.signed_ > Real(0)));
      break;
    case Measure::irrational: {
      const Package& p = at(m.packages, o.entity);
      Real worst(0);
      for (Id k = p.parties.first; k < p.parties.first + p.signatories; ++k) {
        worst = min(worst, at(w.parties, k).total);
      }
      value += rec.signed_ * flag<Real>(worst < Real(0));
      break;
    }
    default:
      break;
  }
}

template <class Real>
void corridor(const Outcome& o, const World<Real>& w, const Record<Real>& r, const Model& m,
              Real& value, Real& weight) {
  const auto& now = at(w.corridors, o.entity);
  const Real& built = at(r.built, o.entity);
  const bool is_of_works = o.measure == Measure::built || o.measure == Measure::built_year;
  if (is_of_works && none(built > Real(0))) {
    return;
  }
  const Real operates = flag<Real>(is<Real>(now.stage, CorridorStage::operating));
  switch (o.measure) {
    case Measure::built:
      value = max(value, built);
      break;
    case Measure::built_year:
      keep_first(value, weight, built, convert<Real>(m.year(w.tick - 1)));
      weight += built;
      break;
    case Measure::progress:
      value = now.progress;
      break;
    case Measure::operating:
      value += operates;
      weight += Real(1);
      break;
    case Measure::flow:
    case Measure::idle: {
      // A suspended corridor stands and carries nothing.
      const Real stands = max(operates, flag<Real>(is<Real>(now.stage, CorridorStage::suspended)));
      value += now.flow * stands;
      weight += stands;
      break;
    }
    default:
      break;
  }
}

template <class Real>
[[nodiscard]] Real largest_partner(const World<Real>& w, const Model& m, Id country) {
  Real largest(0);
  for (std::size_t k = 0; k < m.pairs.size(); ++k) {
    if (m.pairs[k].a == country || m.pairs[k].b == country) {
      largest = max(largest, w.pairs[k].trade_ab + w.pairs[k].trade_ba);
    }
  }
  return largest / max(at(w.countries, country).trade_total, Real(1e-6));
}

template <class Real>
void country(const Outcome& o, const World<Real>& w, const Record<Real>& r, const Model& m,
             Real& value, Real& weight) {
  const auto& now = at(w.countries, o.entity);
  switch (o.measure) {
    case Measure::reach:
      value += now.reach;
      weight += Real(1);
      break;
    case Measure::tests:
      value += flag<Real>(now.tested > Real(0));
      break;
    case Measure::cash:
      value = now.cash;
      break;
    case Measure::utility:
      for (const Real& part : now.utility) {
        value += part;
      }
      weight += Real(1);
      break;
    case Measure::dependence:
      value += largest_partner(w, m, o.entity);
      weight += Real(1);
      break;
    case Measure::signatures:
      for (std::size_t p = 0; p < m.packages.size(); ++p) {
        const Id row = at(m.packages[p].row, o.entity);
        if (row != no_id && at(m.parties, row).signs) {
          value += r.packages[p].signed_;
        }
      }
      break;
    default:
      break;
  }
}

template <class Real>
void pair(const Outcome& o, const World<Real>& w, Real& value, Real& weight) {
  const auto& now = at(w.pairs, o.entity);
  weight += Real(1);
  if (o.measure == Measure::trust) {
    value += trust_of(now);
  } else if (o.measure == Measure::trade) {
    value += now.trade_ab + now.trade_ba;
  } else {
    value += now.indirect;
  }
}

template <class Real>
void debt(const Outcome& o, const World<Real>& w, Real& value) {
  const auto& now = at(w.debts, o.entity);
  if (o.measure == Measure::settled) {
    value = now.settled;
  } else {
    value += now.paid;
  }
}

}  // namespace tally

template <class Real>
Tally<Real>::Tally(const Model& m, const std::vector<Outcome>& outcomes)
    : value(outcomes.size(), Real(0)),
      weight(outcomes.size(), Real(0)),
      of_events(m.packages.size()) {
  for (Id k = 0; k < static_cast<Id>(outcomes.size()); ++k) {
    const Outcome& o = at(outcomes, k);
    (tally::counts_events(o.measure) ? at(of_events, o.entity) : of_ticks).push_back(k);
  }
}

template <class Real>
void tally_tick(const Model& m, const std::vector<Outcome>& outcomes, const World<Real>& w,
                const Record<Real>& r, Id tick, Tally<Real>& t) {
  for (std::size_t p = 0; p < m.packages.size(); ++p) {
    if (t.of_events[p].empty() || tally::is_quiet(r.packages[p])) {
      continue;
    }
    for (const Id k : t.of_events[p]) {
      const Outcome& o = at(outcomes, k);
      if (tick >= o.from && tick < o.to) {
        tally::package(o, w, r, m, at(t.value, k), at(t.weight, k));
      }
    }
  }
  for (const Id k : t.of_ticks) {
    const Outcome& o = at(outcomes, k);
    if (tick < o.from || tick >= o.to) {
      continue;
    }
    Real& value = at(t.value, k);
    Real& weight = at(t.weight, k);
    switch (table_of(o.measure)) {
      case OutcomeTable::packages:
        tally::package(o, w, r, m, value, weight);
        break;
      case OutcomeTable::corridors:
        tally::corridor(o, w, r, m, value, weight);
        break;
      case OutcomeTable::countries:
        tally::country(o, w, r, m, value, weight);
        break;
      case OutcomeTable::pairs:
        tally::pair(o, w, value, weight);
        break;
      case OutcomeTable::debts:
        tally::debt(o, w, value);
        break;
      case OutcomeTable::market:
        value += w.market.brent;
        weight += Real(1);
        break;
    }
  }
}

}  // namespace tumen
