#pragma once
// Works: a country pays a share of a corridor's capex, as fast as its budget, its reach and finance
// sanctions on the hosts allow. A fund's contributor is a payer with a budget and little or no
// share of the profit. Source: A1, A2 (who pays is the open question), A3.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct works {
  static constexpr std::array roles = {RoleSlot{"payer", "who builds"}};
  static constexpr std::array things = {ThingSlot{"of", "corridors", "what is built"}};
  static constexpr std::array amounts = {
      AmountSlot{"share", "share", 0, 1, "share of capex"},
      AmountSlot{"budget", "musd/y", 0, 50000, "most it pays a year at full reach"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Works<Real>{c.who[0], c.what[0], v.amount(c, 0), v.amount(c, 1)});
  }
};

}  // namespace tumen::clauses
