#pragma once
// Freeze: a share of a weapons programme is frozen while the agreement holds.
// Source: A3 (disablement in steps against heavy fuel oil, 2007-08).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct freeze {
  static constexpr std::array roles = {RoleSlot{"owner", "whose programme"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {AmountSlot{"share", "share", 0, 1, "share frozen"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(ProgrammeStep<Real>{c.who[0], v.amount(c, 0)});
  }
};

}  // namespace tumen::clauses
