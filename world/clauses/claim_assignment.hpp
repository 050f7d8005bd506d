#pragma once
// Claim assignment: a creditor hands (part of) its claim on a debtor to a third country, which
// counts it against what the creditor owes that country. Source: A3 (triangular cancellation Russia
// - DPRK - ROK, discussed with the loan of 1991).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct claim_assignment {
  static constexpr std::array<RoleSlot, 0> roles{};
  static constexpr std::array things = {
      ThingSlot{"claim", "debts", "the claim that is written down"},
      ThingSlot{"against", "debts", "what the creditor owes, cancelled in return"}};
  static constexpr std::array amounts = {
      AmountSlot{"haircut", "share", 0, 1, "share of the claim written down"},
      AmountSlot{"cancelled", "share", 0, 1, "share of the creditor's own debt cancelled"},
      AmountSlot{"years", "years", 1, 50, "tenor of what is left of both"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Relief<Real>{c.what[0], v.amount(c, 0), v.amount(c, 2), Real(0), no_id});
    visit(Relief<Real>{c.what[1], v.amount(c, 1), v.amount(c, 2), Real(0), no_id});
  }
};

}  // namespace tumen::clauses
