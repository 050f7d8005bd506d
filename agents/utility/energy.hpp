#pragma once
// Energy: what a delivery is worth to buyer and seller, in money (the saving against the world
// price less the best rival route) and beyond it (dependence of the importer on few suppliers, of
// the exporter on few markets). MODEL.md sections 5 and 13.
#include "agents/appraisal.hpp"

namespace tumen::energy {

/// Price of a unit of the fuel to `buyer` [price unit]: the expected world price where one exists.
template <class Real, class Sink>
[[nodiscard]] Real price(const Appraisal<Real, Sink>& a, const Corridor& c, Id buyer) {
  if (c.benchmark.exists()) {
    return a.v.x(c.benchmark);
  }
  const FuelAccount& account = at(a.v.m.countries, buyer).fuel[index_of(c.fuel)];
  switch (c.fuel) {
    case Fuel::gas:
      return a.v.w.market.expected * a.v.x(account.value_factor, 1);
    case Fuel::oil:
      return a.v.w.market.oil_expected * a.v.x(account.value_factor, 1);
    default:
      return a.v.x(account.price, 0);
  }
}

/// How much of `volume` the buyer will import when the corridor can deliver, given its ceiling then
/// and what it takes already.
template <class Real, class Sink>
[[nodiscard]] Real admitted(const Appraisal<Real, Sink>& a, const Delivery<Real>& d,
                            const Corridor& c) {
  const FuelAccount& account = at(a.v.m.countries, d.to).fuel[index_of(c.fuel)];
  if (!account.import_ceiling.exists()) {
    return d.volume;
  }
  const Real room = a.v.x.at(account.import_ceiling, a.v.w.tick + c.lead_ticks) -
                    a.of(d.to).delivered_in[index_of(c.fuel)] + a.delivers(d.corridor, d.volume);
  return clamp(d.volume, Real(0), max(room, Real(0)));
}

/// Joint value of carrying `volume` over route `q` [M USD/y], building it included.
template <class Real, class Sink>
[[nodiscard]] Real route_value(const Appraisal<Real, Sink>& a, Id q, Id buyer, const Real& volume) {
  const Corridor& c = at(a.v.m.corridors, q);
  const auto& s = at(a.v.w.corridors, q);
  const Real carried = min(volume, a.v.x(c.capacity));
  const Real unit = convert<Real>(money_per_unit(c.fuel));
  const Real margin = carried * unit * (price(a, c, buyer) - a.v.x(c.unit_cost));
  const Real yearly_capex = a.v.x(c.capex) / at(a.v.w.outlook.capital, q);
  const auto stands = is<Real>(s.stage, CorridorStage::operating);
  const auto dead = is<Real>(s.stage, CorridorStage::dead);
  const Real chance = select(stands, Real(1), select(dead, Real(0), a.v.x(c.readiness, 0)));
  return chance * max(Real(0), margin - select(stands, Real(0), yearly_capex));
}

/// Value of the best of some routes to one buyer [M USD/y].
template <class Real, class Sink>
[[nodiscard]] Real best_route(const Appraisal<Real, Sink>& a, const std::vector<Id>& routes,
                              Id buyer, const Real& volume) {
  Real best(0);
  for (const Id q : routes) {
    best = max(best, route_value(a, q, buyer, volume));
  }
  return best;
}

/// Value of the best rival of `corridor` for the same buyer: the status quo of both sides.
template <class Real, class Sink>
[[nodiscard]] Real outside_option(const Appraisal<Real, Sink>& a, Id corridor, Id buyer,
                                  const Real& volume) {
  return best_route(a, at(a.v.m.corridors, corridor).rivals, buyer, volume);
}

/// What the buyer could get from another seller: its lever on the price (E11).
template <class Real, class Sink>
[[nodiscard]] Real other_seller(const Appraisal<Real, Sink>& a, Id corridor, Id buyer,
                                const Real& volume) {
  return best_route(a, at(a.v.m.corridors, corridor).substitutes, buyer, volume);
}

/// What the seller could earn from another buyer with the same fuel: its lever on the price (E11).
template <class Real, class Sink>
[[nodiscard]] Real other_buyer(const Appraisal<Real, Sink>& a, Id corridor, const Real& volume) {
  Real best(0);
  for (const Id q : at(a.v.m.corridors, corridor).alternatives) {
    const Corridor& c = at(a.v.m.corridors, q);
    best = max(best, route_value(a, q, c.countries.back(), volume));
  }
  return best;
}

/// Change of a concentration sum s^2 d + (1-s)^2 rest when the share s goes from `before` to
/// `after`.
template <class Real>
[[nodiscard]] Real concentration_change(const Real& before, const Real& after, const Real& distrust,
                                        const Real& rest) {
  const Real old_others = Real(1) - before;
  const Real new_others = Real(1) - after;
  return (after * after - before * before) * distrust +
         (new_others * new_others - old_others * old_others) * rest;
}

/// Supplier concentration of the buyer and market concentration of the seller; `worth` is the
/// spread of the stream for buyer and seller.
template <class Real, class Sink>
void concentration(const Appraisal<Real, Sink>& a, const Delivery<Real>& d, const Corridor& c,
                   const Real& volume, const std::array<Real, 2>& worth) {
  const auto f = index_of(c.fuel);
  const FuelAccount& buys = at(a.v.m.countries, d.to).fuel[f];
  const Id tick = a.v.w.tick + c.lead_ticks;
  if (a.prefers(d.to).dependence.exists() && buys.rest_concentration.exists()) {
    const Real imports = max(a.v.x.at(buys.demand, tick) - a.v.x.at(buys.own_supply, tick), volume);
    const Real share = volume / max(imports, Real(1e-3));
    const Real change = concentration_change(Real(0), share, Real(1) - a.trust(d.to, d.from),
                                             a.v.x(buys.rest_concentration));
    a.weighted(d.to, Issue::energy, Reason::dependence,
               -a.v.x(a.prefers(d.to).dependence) * change * worth[0]);
  }
  const FuelAccount& sells = at(a.v.m.countries, d.from).fuel[f];
  if (a.prefers(d.from).markets.exists() && sells.exports.exists()) {
    const Real exports = a.v.x.at(sells.exports, tick) + a.of(d.from).delivered_out[f] -
                         a.delivers(d.corridor, d.volume);
    const Real share = volume / max(exports + volume, Real(1e-3));
    const Real rest = a.v.x(sells.rest_market_concentration);
    const Real change = concentration_change(Real(0), share, Real(1), rest);
    const Real urgency = Real(1) + a.of(d.from).sanctioned[index_of(Channel::energy)];
    a.weighted(d.from, Issue::energy, Reason::markets,
               -a.v.x(a.prefers(d.from).markets) * change * urgency * worth[1]);
  }
}

/// What the field cannot give has to come from somewhere dearer.
template <class Real, class Sink>
[[nodiscard]] Real scarcity_cost(const Appraisal<Real, Sink>& a, const Corridor& c,
                                 const Real& volume) {
  if (c.field == no_id) {
    return Real(0);
  }
  const Field& f = at(a.v.m.fields, c.field);
  const Real left = a.v.x.at(f.capacity, a.v.w.tick + c.lead_ticks) -
                    at(a.v.w.fields, c.field).committed + a.is_bound() * volume;
  const Real unit = convert<Real>(money_per_unit(c.fuel));
  return max(Real(0), volume - max(left, Real(0))) * unit * a.v.x(f.scarcity);
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Delivery<Real>& d) {
  const Corridor& c = at(a.v.m.corridors, d.corridor);
  const FuelAccount& account = at(a.v.m.countries, d.to).fuel[index_of(c.fuel)];
  const Issue issue = c.fuel == Fuel::goods ? Issue::transit : Issue::energy;
  const Real unit = convert<Real>(money_per_unit(c.fuel));
  const Real volume = admitted(a, d, c);
  const Real unit_price = price(a, c, d.to);
  const auto [worth_buyer, worth_seller] = a.spread_to_both(d.to, d.from, d.when);

  const Real gross = volume * unit * unit_price;
  a.cash(d.to, issue, Reason::fuel_value, gross * worth_buyer);
  a.cash(d.from, issue, Reason::delivery_cost, -volume * unit * a.v.x(c.unit_cost) * worth_seller);
  a.cash(d.from, issue, Reason::scarcity, -scarcity_cost(a, c, volume) * worth_seller);
  if (account.shadow_price.exists()) {
    const Real lacking =
        a.v.x.at(account.demand, a.v.w.tick) - a.v.x.at(account.own_supply, a.v.w.tick) -
        a.of(d.to).delivered_in[index_of(c.fuel)] + a.delivers(d.corridor, d.volume);
    const Real relieved = clamp(volume, Real(0), max(lacking, Real(0)));
    a.cash(d.to, issue, Reason::shortage,
           relieved * unit * unit_price * (a.v.x(account.shadow_price) - Real(1)) * worth_buyer);
  }
  if (d.in_kind) {
    return;
  }
  const Real half = Real(0.5) * outside_option(a, d.corridor, d.to, volume);
  const Real elsewhere = Real(0.5) * other_buyer(a, d.corridor, volume);
  a.cash(d.from, issue, Reason::outside_option, -(half + elsewhere) * worth_seller);
  const Real from_others = Real(0.5) * other_seller(a, d.corridor, d.to, volume);
  a.cash(d.to, issue, Reason::outside_option, -(half + from_others) * worth_buyer);
  concentration(a, d, c, volume, {worth_buyer, worth_seller});
  const Real uncertain = a.v.x(c.spread, 0) * gross;
  a.cash(d.to, issue, Reason::risk,
         Real(-0.5) * a.v.x(at(a.v.m.countries, d.to).risk_aversion) * uncertain * uncertain *
             worth_buyer);
}

/// Imports below world prices: what the seller forgoes the buyer gains.
template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const FriendlyPrices<Real>& e) {
  const Id k = a.v.m.pair(e.seller, e.buyer);
  if (k == no_id) {
    return;
  }
  const auto& now = at(a.v.w.pairs, k);
  const Real trade = at(a.v.m.pairs, k).a == e.seller ? now.trade_ab : now.trade_ba;
  // The trade that the seller's world prices had stopped comes back with the old ones.
  const Real again = trade / max(Real(1) - now.world_prices, Real(0.05));
  a.cash(e.seller, Issue::energy, Reason::cheap_imports, -e.discount * again);
  a.cash(e.buyer, Issue::energy, Reason::cheap_imports, e.discount * again);
  a.cash(e.seller, Issue::energy, Reason::revenue, e.margin * (again - trade));
  a.cash(e.buyer, Issue::energy, Reason::shortage, e.relief * (again - trade));
}

}  // namespace tumen::energy
