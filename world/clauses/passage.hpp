#pragma once
// Passage: a host opens its territory to a corridor between a seller and a buyer. It costs the host
// (openness, sovereignty), gives it leverage, and exposes the other two to interruption.
// Source: A3 (the DPRK left out in 2003 for fear of its control).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct passage {
  static constexpr std::array roles = {RoleSlot{"host", "whose land it crosses"},
                                       RoleSlot{"seller", "who ships over it"},
                                       RoleSlot{"buyer", "who depends on it", true}};
  static constexpr std::array things = {ThingSlot{"of", "corridors", "the route"}};
  static constexpr std::array<AmountSlot, 0> amounts{};

  template <class Real, class Visit>
  static void effects(const View<Real>&, const Clause& c, Visit& visit) {
    visit(Passage<Real>{c.who[0], c.what[0], c.who[1], c.who[2]});
  }
};

}  // namespace tumen::clauses
