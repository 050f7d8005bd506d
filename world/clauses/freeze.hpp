#pragma once
// Freeze: a share of a weapons programme is frozen while the agreement holds. With `years` it is
// promised for so long and worth no more than that, like the fuel that pays for it; without, it is
// valued as given up for good.
// Source: A3 (disablement in steps against heavy fuel oil, 2007-08).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct freeze {
  static constexpr std::array roles = {RoleSlot{"owner", "whose programme"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"share", "share", 0, 1, "share frozen"},
      AmountSlot{"years", "years", 0.25, 50, "for so long; absent: for good", true}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(
        ProgrammeStep<Real>{c.who[0], v.amount(c, 0), {v.amount(c, 1, 0.0), no_id}, !v.has(c, 1)});
  }
};

}  // namespace tumen::clauses
