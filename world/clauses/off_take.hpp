#pragma once
// Off-take: part of what a corridor carries is left with a host, free, in lieu of a fee.
// Source: A3 (free gas instead of a transit fee).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct off_take {
  static constexpr std::array roles = {RoleSlot{"seller", "whose fuel it is"},
                                       RoleSlot{"host", "who may take it"}};
  static constexpr std::array things = {ThingSlot{"over", "corridors", "the route"}};
  static constexpr std::array amounts = {
      AmountSlot{"volume", "share", 0, 1, "share of the corridor's capacity"},
      AmountSlot{"years", "years", 1, 50, "length of the contract"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const Real volume = v.amount(c, 0) * v.x(at(v.m.corridors, c.what[0]).capacity);
    visit(Delivery<Real>{c.who[0], c.who[1], c.what[0], volume, {v.amount(c, 1), c.what[0]}, true});
  }
};

}  // namespace tumen::clauses
