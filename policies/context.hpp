#pragma once
// What a policy is given: the step of the tick and the moves of drivers; and the questions that
// several policies ask of a package.
#include "agents/valuation.hpp"
#include "policies/moves.hpp"
#include "world/step.hpp"

#include <algorithm>
#include <bit>
#include <concepts>

namespace tumen {

template <class Real>
struct Table : Step<Real> {
  const Moves<Real>& moves;
  bool has_drivers;

  Table(const Step<Real>& step, const Moves<Real>& drivers)
      : Step<Real>(step),
        moves(drivers),
        has_drivers(std::any_of(drivers.driven.begin(), drivers.driven.end(),
                                [](const Real& d) { return any(d > Real(0)); })) {}

  /// What country `i` does: what its driver said, or what its policy would.
  [[nodiscard]] Real choice(Id i, const Real& said, const Real& policy) const {
    return has_drivers ? select(moves.drives(i) > Real(0), said, policy) : policy;
  }

  [[nodiscard]] const Strategy& strategy(Id country) const {
    return at(this->m.countries, country).strategy;
  }
};

/// Ids 0, 1, ... count-1 of a table.
template <class Vector>
[[nodiscard]] Id count(const Vector& v) {
  return static_cast<Id>(v.size());
}

/// x / n. Halves and quarters are products, which take a fifth of the time and have the same bits.
template <class Real>
[[nodiscard]] Real shared_among(Id n, const Real& x) {
  if (std::has_single_bit(static_cast<unsigned>(n))) {
    return x * convert<Real>(1.0 / n);
  }
  return x / convert<Real>(n);
}

/// Rows of the signatories of a package: first .. first + signatories.
[[nodiscard]] constexpr Range signatories(const Package& p) {
  return {p.parties.first, p.signatories};
}

/// Notes why a package did not get on, and who() stood in the way, where `mask` holds; nothing
/// where the record does without reasons.
template <class Real, class Who>
  requires std::invocable<Who>
void hinder(const Table<Real>& t, Id package, Hindrance why, Who who, const MaskOf<Real>& mask) {
  if (!t.r.notes.reasons) {
    return;
  }
  auto& r = at(t.r.packages, package);
  r.hindrance = select(mask, convert<Real>(static_cast<double>(why)), r.hindrance);
  r.hinderer = select(mask, who(), r.hinderer);
}
/// The same where it was country `who`, or nobody.
template <class Real>
void hinder(const Table<Real>& t, Id package, Hindrance why, Id who, const MaskOf<Real>& mask) {
  hinder(t, package, why, [who] { return convert<Real>(who); }, mask);
}

/// 1 where every precondition of the package holds.
template <class Real>
[[nodiscard]] Real preconditions_hold(const Table<Real>& t, Id package) {
  Real holds(1);
  for (const Precondition& c : at(t.m.packages, package).preconditions) {
    switch (c.kind) {
      case Precondition::Kind::in_force:
        holds *= flag<Real>(is<Real>(at(t.w.packages, c.entity).stage, PackageStage::in_force));
        break;
      case Precondition::Kind::not_in_force:
        holds *=
            flag<Real>(negate(is<Real>(at(t.w.packages, c.entity).stage, PackageStage::in_force)));
        break;
      case Precondition::Kind::corridor_at_least: {
        const auto& stage = at(t.w.corridors, c.entity).stage;
        holds *= flag<Real>(
            both(stage >= code<Real>(c.stage), stage < code<Real>(CorridorStage::suspended)));
        break;
      }
      case Precondition::Kind::debt_settled:
        holds *= at(t.w.debts, c.entity).settled;
        break;
      case Precondition::Kind::year:
        holds *= flag<Real>(convert<Real>(t.m.year(t.tick())) >= t.x(c.year));
        break;
    }
  }
  return holds;
}

/// 1 where a conflicting package is signed or in force, or a debt it settles is settled, or what it
/// would build stands or is dead.
template <class Real>
[[nodiscard]] Real is_overtaken(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  Real taken(0);
  for (const Id q : p.conflicts) {
    const auto& stage = at(t.w.packages, q).stage;
    taken = max(taken, flag<Real>(both(stage >= code<Real>(PackageStage::signed_),
                                       stage <= code<Real>(PackageStage::in_force))));
  }
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    const Clause& clause = at(t.m.clauses, c);
    if (clause.kind == ClauseKind::debt_relief || clause.kind == ClauseKind::claim_assignment) {
      taken = max(taken, at(t.w.debts, clause.what[0]).settled);
    }
    if (clause.kind == ClauseKind::works) {
      const auto& stage = at(t.w.corridors, clause.what[0]).stage;
      const auto stands_idle = is<Real>(stage, CorridorStage::suspended);
      taken =
          max(taken,
              flag<Real>(both(stage >= code<Real>(CorridorStage::building), negate(stands_idle))));
    }
  }
  return taken;
}

/// 1 where the government of `country` rules the package out.
template <class Real>
[[nodiscard]] Real is_ruled_out(const Table<Real>& t, Id package, Id country) {
  const Package& p = at(t.m.packages, package);
  Real out(0);
  for (std::size_t k = 0; k < constraint_count; ++k) {
    if (p.touches[k]) {
      out = max(out, at(t.w.countries, country).forbids[k]);
    }
  }
  return out;
}

}  // namespace tumen
