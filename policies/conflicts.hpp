#pragma once
// Phase 7: deals agreed in the same tick that exclude each other. The larger joint surplus plus a
// keyed noise wins, in two fixed rounds of "keep if largest among conflicts", so that the result
// does not depend on the order in which packages are visited.
#include "policies/context.hpp"

namespace tumen {

/// Key by which conflicting deals are ranked [M USD/y].
template <class Real>
[[nodiscard]] Real rank_key(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  Real surplus(0);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    surplus += at(t.w.parties, row).total;
  }
  const Real draw = t.uniform(p.key, Stream::settlement) - Real(0.5);
  return surplus + t.x(t.m.rules.conflict_noise) * draw;
}

/// One round: a deal stays where no conflicting deal that is still standing ranks above it.
template <class Real>
void keep_largest(const Table<Real>& t, std::vector<Real>& stands, const std::vector<Real>& keys) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    at(t.r.packages, k).signed_ = Real(0);
    if (none(at(stands, k) > Real(0))) {
      continue;
    }
    Real beaten(0);
    for (const Id q : at(t.m.packages, k).conflicts) {
      const auto above = both(at(t.r.packages, q).agreed > Real(0), at(stands, q) > Real(0),
                              at(keys, q) > at(keys, k));
      beaten = max(beaten, flag<Real>(above));
    }
    at(t.r.packages, k).signed_ = at(stands, k) * (Real(1) - beaten);
  }
  for (Id k = 0; k < count(t.m.packages); ++k) {
    at(stands, k) = at(t.r.packages, k).signed_;
  }
}

/// 1 where `package` ranks above every conflicting deal that was agreed, whether it was kept or
/// not, except those that fell to a kept one.
template <class Real>
[[nodiscard]] Real returns(const Table<Real>& t, Id package, const std::vector<Real>& kept,
                           const std::vector<Real>& keys) {
  Real free = at(t.r.packages, package).agreed;
  for (const Id q : at(t.m.packages, package).conflicts) {
    Real fell(0);
    for (const Id other : at(t.m.packages, q).conflicts) {
      fell = max(fell, at(kept, other));
    }
    const auto blocks = both(at(t.r.packages, q).agreed > Real(0), fell <= Real(0),
                             at(keys, q) > at(keys, package));
    free *= (Real(1) - at(kept, q)) * flag<Real>(negate(blocks));
  }
  return free;
}

/// Phase: which of the deals agreed this tick are signed. `kept` and `keys` are scratch by package.
template <class Real>
void settle_conflicts(const Table<Real>& t, std::vector<Real>& kept, std::vector<Real>& keys) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    at(kept, k) = at(t.r.packages, k).agreed;
    if (!at(t.m.packages, k).conflicts.empty() && any(at(kept, k) > Real(0))) {
      at(keys, k) = rank_key(t, k);
    }
  }
  keep_largest(t, kept, keys);
  for (Id k = 0; k < count(t.m.packages); ++k) {
    auto& now = at(t.w.packages, k);
    auto& r = at(t.r.packages, k);
    if (none(r.agreed > Real(0))) {
      continue;
    }
    r.signed_ = max(at(kept, k), returns(t, k, kept, keys));
    hinder(t, k, Hindrance::conflict, no_id, both(r.agreed > Real(0), r.signed_ <= Real(0)));
    const auto signs = r.signed_ > Real(0);
    now.stage = select(signs, code<Real>(PackageStage::signed_), now.stage);
    now.clock = select(signs, Real(0), now.clock);
  }
}

}  // namespace tumen
