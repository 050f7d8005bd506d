#pragma once
// Exclusivity: a host keeps everybody but the holder away from a site or route. The loader makes
// every deal over it that the holder does not sign a rival of this one; the host forgoes what
// competition would have paid, the holder earns it. Source: A1, A3 ("only Russian investors").
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct exclusivity {
  static constexpr std::array roles = {RoleSlot{"host", "who keeps others away"},
                                       RoleSlot{"holder", "who alone may come"}};
  static constexpr std::array things = {ThingSlot{"over", "corridors", "what it covers"}};
  static constexpr std::array amounts = {
      AmountSlot{"rent", "musd/y", 0, 5000, "what rivals would have paid the host"},
      AmountSlot{"years", "years", 1, 50, "for so long"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    Payment<Real> rent{c.who[0],       c.who[1],         v.amount(c, 0), {v.amount(c, 1), no_id},
                       Issue::transit, Channel::minerals};
    rent.is_goods = true;
    visit(rent);
  }
};

}  // namespace tumen::clauses
