#pragma once
// Debt relief: a share of an old claim is forgiven, the rest rescheduled over `years` in
// half-yearly instalments; a share of those can be recycled into a corridor on the debtor's
// territory. Source: A1, A4 (write-off of 2012-14: 90 %, 20 years, instalments reinvested).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct debt_relief {
  static constexpr std::array<RoleSlot, 0> roles{};
  static constexpr std::array things = {
      ThingSlot{"debt", "debts", "the old claim"},
      ThingSlot{"into", "corridors", "where recycled instalments are spent", true}};
  static constexpr std::array amounts = {
      AmountSlot{"haircut", "share", 0, 1, "nominal share forgiven"},
      AmountSlot{"years", "years", 1, 50, "tenor of the rest"},
      AmountSlot{"recycled", "share", 0, 1, "share of instalments spent on the corridor", true},
      AmountSlot{"in_kind", "share", 0, 1, "share of instalments paid in goods or labour", true}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Relief<Real>{c.what[0], v.amount(c, 0), v.amount(c, 1), v.amount(c, 2, 0.0), c.what[1],
                       v.amount(c, 3, 0.0)});
  }
};

}  // namespace tumen::clauses
