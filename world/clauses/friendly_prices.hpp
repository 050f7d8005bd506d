#pragma once
// Friendly prices: a seller goes back from world prices in hard currency to prices below them. What
// it forgoes is a gift to the buyer; the trade that collapsed can return (S18). Source: A3, A4
// (1990-91 and the talk of undoing it).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct friendly_prices {
  static constexpr std::array roles = {RoleSlot{"seller", "who sells below the world price"},
                                       RoleSlot{"buyer", "who buys"}};
  static constexpr std::array<ThingSlot, 0> things{};
  static constexpr std::array amounts = {
      AmountSlot{"discount", "share", 0, 0.9, "share of what the buyer imports from it"},
      AmountSlot{"margin", "share", 0, 1, "seller's margin on the trade that comes back"},
      AmountSlot{"relief", "share", 0, 2, "buyer's gain from the trade that comes back"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    visit(FriendlyPrices<Real>{c.who[0], c.who[1], v.amount(c, 0), v.amount(c, 1), v.amount(c, 2)});
  }
};

}  // namespace tumen::clauses
