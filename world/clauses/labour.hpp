#pragma once
// Labour: a quota of workers sent abroad against wages.
// Source: A0, A3 (DPRK workers in the Russian Far East: 5,000 in 2006 and 5,000 more visas).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct labour {
  static constexpr std::array roles = {RoleSlot{"sender", "whose workers"},
                                       RoleSlot{"host", "where they work"}};
  static constexpr std::array things = {
      ThingSlot{"while", "corridors", "employed while this operates", true}};
  static constexpr std::array amounts = {
      AmountSlot{"thousands", "kpersons", 0, 500, "quota"},
      AmountSlot{"wage", "usd/month", 0, 5000, "what a worker is paid"},
      AmountSlot{"product", "usd/month", 0, 10000, "what a worker is worth to the host"},
      AmountSlot{"years", "years", 0.25, 50, "for so long"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Labour<Real>{c.who[0],
                       c.who[1],
                       v.amount(c, 0),
                       v.amount(c, 1),
                       v.amount(c, 2),
                       {v.amount(c, 3), c.what[0]}});
  }
};

}  // namespace tumen::clauses
