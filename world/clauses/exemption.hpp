#pragma once
// Exemption: one corridor is taken out of a regime (a waiver).
// Source: A2 (Rajin exempt from the UN measures, stalled all the same).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct exemption {
  static constexpr std::array<RoleSlot, 0> roles{};
  static constexpr std::array things = {ThingSlot{"regime", "regimes", "from what"},
                                        ThingSlot{"corridor", "corridors", "what"}};
  static constexpr std::array<AmountSlot, 0> amounts{};

  template <class Real, class Visit>
  static void effects(const View<Real>&, const Clause& c, Visit& visit) {
    visit(SanctionStep<Real>{c.what[0], Real(0), c.what[1]});
  }
};

}  // namespace tumen::clauses
