#pragma once
// Payment: money from one country to another, each year, from the operation of a corridor where one
// is named and else from entry into force. Prices, transit fees, rents and compensation are payments;
// what it is reported under is the amount's meaning, not its size. Source: A3, A4 (transit fee).
#include <array>

#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

namespace tumen::clauses {

struct payment {
  static constexpr std::array roles = {RoleSlot{"payer", "who pays"},
                                       RoleSlot{"payee", "who is paid"}};
  static constexpr std::array things = {
      ThingSlot{"while", "corridors", "paid while this operates", true}};
  static constexpr std::array amounts = {
      AmountSlot{"amount", "musd/y", -20000, 20000, "a year"},
      AmountSlot{"years", "years", 1, 50, "for so long"},
      AmountSlot{"issue", "index", 0, issue_count - 1,
                 "reported under: 0 energy, 1 transit, 2 debt, 3 sanctions, 4 security"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const auto issue = static_cast<Issue>(static_cast<int>(lane(v.amount(c, 2), 0)));
    visit(Payment<Real>{
        c.who[0], c.who[1], v.amount(c, 0), {v.amount(c, 1), c.what[0]}, issue});
  }
};

}  // namespace tumen::clauses
