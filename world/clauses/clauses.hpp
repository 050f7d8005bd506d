#pragma once
// All clauses, from the catalogue: the enumeration, the slots of each, and the one place that
// dispatches on the kind.
#include "world/clauses/members.hpp"

#include <span>
#include <string_view>

namespace tumen {

enum class ClauseKind : std::uint8_t {
#define TUMEN_CLAUSE(name) name,
#include "world/clauses/catalog.inc"
#undef TUMEN_CLAUSE
};

/// What the loader and the documentation need to know of a clause.
struct ClauseInfo {
  ClauseKind kind;
  std::string_view name;
  std::span<const RoleSlot> roles;
  std::span<const ThingSlot> things;
  std::span<const AmountSlot> amounts;
};

inline constexpr std::array clause_catalog = {
#define TUMEN_CLAUSE(name)                                                         \
  ClauseInfo{ClauseKind::name, #name, clauses::name::roles, clauses::name::things, \
             clauses::name::amounts},
#include "world/clauses/catalog.inc"
#undef TUMEN_CLAUSE
};

/// Shows `visit` every effect of clause `c` on the terms of `v`.
template <class Real, class Visit>
void visit_effects(const View<Real>& v, const Clause& c, Visit& visit) {
  switch (c.kind) {
#define TUMEN_CLAUSE(name)               \
  case ClauseKind::name:                 \
    clauses::name::effects(v, c, visit); \
    break;
#include "world/clauses/catalog.inc"
#undef TUMEN_CLAUSE
  }
}

/// Shows `visit` every effect of package `p`, clause by clause in their order.
template <class Real, class Visit>
void visit_package(const View<Real>& v, const Package& p, Visit& visit) {
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    visit_effects(v, at(v.m.clauses, c), visit);
  }
}

}  // namespace tumen
