#pragma once
// Ties: a visible common project or a step of normalisation between two countries. It is worth to
// each what its government's stance makes it. Source: A0, A4 (balanced relations as influence).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct ties {
  static constexpr std::array roles = {RoleSlot{"first", "one side"},
                                       RoleSlot{"second", "the other"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"strength", "index", 0, 5, "1 = a flagship project"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Tie<Real>{c.who[0], c.who[1], v.amount(c, 0)});
  }
};

}  // namespace tumen::clauses
