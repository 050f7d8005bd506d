#pragma once
// Alliance: two countries renew a treaty of assistance. Source: A0, A4 (1961, 2000, 2024).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct alliance {
  static constexpr std::array roles = {RoleSlot{"first", "one side"},
                                       RoleSlot{"second", "the other"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"strength", "index", 0, 5, "weight of the ties it shows"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Tie<Real>{c.who[0], c.who[1], v.amount(c, 0), true});
  }
};

}  // namespace tumen::clauses
