#pragma once
// Access conditions: visas, communications, safe passage for the firms of a guest on a corridor.
// They take away a share of the country risk that keeps firms at home although states have signed
// (D12). Source: A1, A3.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct access {
  static constexpr std::array roles = {RoleSlot{"host", "who lets them in"},
                                       RoleSlot{"guest", "whose firms work there"}};
  static constexpr std::array things = {ThingSlot{"to", "corridors", "where they work"}};
  static constexpr std::array amounts = {
      AmountSlot{"ease", "share", 0, 1, "share of the firms' country risk it takes away"},
      AmountSlot{"burden", "musd/y", 0, 1000, "what letting them in costs the host"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(Access<Real>{c.who[0], c.who[1], c.what[0], v.amount(c, 0), v.amount(c, 1)});
  }
};

}  // namespace tumen::clauses
