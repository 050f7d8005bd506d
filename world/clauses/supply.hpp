#pragma once
// Supply: a seller carries a fuel (or cargo) to a buyer over a corridor for a number of years. The
// price is a separate payment, usually a transfer term. Source: A1, A4.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct supply {
  static constexpr std::array roles = {RoleSlot{"seller", "who delivers"},
                                       RoleSlot{"buyer", "who takes it"}};
  static constexpr std::array things = {ThingSlot{"over", "corridors", "the route"}};
  static constexpr std::array amounts = {
      AmountSlot{"volume", "share", 0, 1, "share of the corridor's capacity"},
      AmountSlot{"years", "years", 1, 50, "length of the contract"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const Real volume = v.amount(c, 0) * v.x(at(v.m.corridors, c.what[0]).capacity);
    visit(Delivery<Real>{c.who[0], c.who[1], c.what[0], volume, {v.amount(c, 1), c.what[0]}});
  }
};

}  // namespace tumen::clauses
