#pragma once
// Barter: goods, ore or aircraft counted in money, worth less or more to who takes them than to who
// gives them. Sanctions on minerals (on arms, where they are reported
// under security) take their share; no bank is needed. Source: A1 (TU-204 against
// a gold mine, coking coal), A2 ("Victory": coal and metals against railway works), A3.
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct barter {
  static constexpr std::array roles = {RoleSlot{"giver", "who hands the goods over"},
                                       RoleSlot{"taker", "who gets them"}};
  static constexpr std::array things = {
      ThingSlot{"while", "corridors", "handed over while this operates", true}};
  static constexpr std::array amounts = {
      AmountSlot{"worth", "musd/y", 0, 20000, "what they cost the giver a year"},
      AmountSlot{"quality", "index", 0, 10, "worth to the taker of a dollar's worth given"},
      AmountSlot{"years", "years", 0.25, 50, "for so long"},
      AmountSlot{"issue", "index", 0, issue_count - 1,
                 "reported under: 0 energy, 1 transit, 2 debt, 3 sanctions, 4 security"}};

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const auto issue = static_cast<Issue>(static_cast<int>(lane(v.amount(c, 3), 0)));
    Payment<Real> goods{
        c.who[0],       c.who[1],
        v.amount(c, 0), {v.amount(c, 2), c.what[0]},
        issue,          issue == Issue::security ? Channel::arms : Channel::minerals};
    goods.quality = v.amount(c, 1);
    goods.is_goods = true;
    visit(goods);
  }
};

}  // namespace tumen::clauses
