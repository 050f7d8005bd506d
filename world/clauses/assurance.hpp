#pragma once
// Assurance: while the deal is kept, a danger that stands without it does not: the other side's
// threat of force, or a war that would reach a neighbour. What the status quo costs somebody is
// part of what a deal is worth to it. Source: the formal assurances of the Agreed Framework of
// 1994.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct assurance {
  static constexpr std::array roles = {RoleSlot{"from", "who keeps the danger off"},
                                       RoleSlot{"to", "who would suffer"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"hazard", "1/y", 0, 1, "chance of it a year without the deal"},
      AmountSlot{"loss", "musd", 0, 1000000, "what it would cost"},
      AmountSlot{"years", "years", 0.25, 50, "for so long"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(
        Danger<Real>{c.who[0], c.who[1], v.amount(c, 0) * v.amount(c, 1), {v.amount(c, 2), no_id}});
  }
};

}  // namespace tumen::clauses
