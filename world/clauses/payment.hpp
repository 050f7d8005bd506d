#pragma once
// Payment: money from one country to another, each year, from the operation of a corridor where one
// is named and else from entry into force. Prices, transit fees, rents and compensation are
// payments; what it is reported under is the amount's meaning, not its size. A price that follows
// the oil market is written for a Brent of 60 USD/bbl and moves with what is expected (price rule
// on Brent). Source: A3, A4 (transit fee); PRIORS B6 (LNG formula).
#include "world/clauses/slot.hpp"
#include "world/deal.hpp"

#include <array>

namespace tumen::clauses {

struct payment {
  static constexpr std::array roles = {RoleSlot{"payer", "who pays"},
                                       RoleSlot{"payee", "who is paid"}};
  static constexpr std::array things = {
      ThingSlot{"while", "corridors", "paid while this operates", true}};
  static constexpr std::array amounts = {
      AmountSlot{"amount", "musd/y", -20000, 20000, "a year"},
      AmountSlot{"years", "years", 1, 50, "for so long"},
      AmountSlot{"issue", "index", 0, issue_count - 1,
                 "reported under: 0 energy, 1 transit, 2 debt, 3 sanctions, 4 security"},
      AmountSlot{"indexed", "share", 0, 1, "share of it that follows the price of oil", true},
      AmountSlot{"shielded", "share", 0, 1, "share settled in roubles, yuan or won, not dollars",
                 true}};

  /// Expected price of what the route carries, against the same at a Brent of 60 USD/bbl.
  template <class Real>
  [[nodiscard]] static Real price_level(const View<Real>& v, const Clause& c) {
    const Real reference(60);
    const Market& k = v.m.market;
    const bool is_gas = c.what[0] != no_id && at(v.m.corridors, c.what[0]).fuel == Fuel::gas;
    return is_gas ? v.w.market.expected / (v.x(k.lng_intercept) + v.x(k.lng_slope) * reference)
                  : v.w.market.oil_expected / reference;
  }

  /// The channel of sanctions that a payment for this purpose goes through.
  [[nodiscard]] static constexpr Channel channel_of(Issue issue) {
    constexpr std::array<Channel, issue_count> channels = {
        Channel::energy, Channel::transit, Channel::finance, Channel::finance, Channel::arms};
    return channels[index_of(issue)];
  }

  template <class Real, class Visit>
  static void effects(const View<Real>& v, const Clause& c, Visit& visit) {
    const auto issue = static_cast<Issue>(static_cast<int>(lane(v.amount(c, 2), 0)));
    Real amount = v.amount(c, 0);
    if (View<Real>::has(c, 3)) {
      amount = amount * (Real(1) + v.amount(c, 3) * (price_level(v, c) - Real(1)));
    }
    Payment<Real> payment{c.who[0], c.who[1],         amount, {v.amount(c, 1), c.what[0]},
                          issue,    channel_of(issue)};
    payment.shielded = v.amount(c, 4, 0.0);
    visit(payment);
  }
};

}  // namespace tumen::clauses
