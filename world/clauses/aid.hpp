#pragma once
// Aid: food, fuel or fertiliser given away for some years. Staged aid moves in step with what the
// other side performs (see `freeze`). Source: A3, A4 (heavy fuel oil, grain, maize refused in
// 2011).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct aid {
  static constexpr std::array roles = {RoleSlot{"donor", "who gives"},
                                       RoleSlot{"recipient", "who takes"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"amount", "musd/y", 0, 5000, "worth of the goods a year"},
      AmountSlot{"years", "years", 0.25, 50, "for so long"},
      AmountSlot{"food", "share", 0, 1, "1 where a bad harvest makes it worth more", true}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const bool food = lane(v.amount(c, 2, 0.0), 0) > 0;
    visit(Aid<Real>{c.who[0], c.who[1], v.amount(c, 0), {v.amount(c, 1), no_id}, food});
  }
};

}  // namespace tumen::clauses
