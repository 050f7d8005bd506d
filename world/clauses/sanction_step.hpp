#pragma once
// Sanction step: a regime is eased (positive) or tightened (negative) by a share of its level.
// Source: A2, A3 (slow lifting), PRIORS B2.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct sanction_step {
  static constexpr std::array<RoleSlot, 0> roles{};
  static constexpr std::array things = {ThingSlot{"regime", "regimes", "which"}};
  static constexpr std::array amounts = {
      AmountSlot{"easing", "share", -1, 1, "share of its level lifted"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(SanctionStep<Real>{c.what[0], v.amount(c, 0)});
  }
};

}  // namespace tumen::clauses
