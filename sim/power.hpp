#pragma once
// Who is worth what in a network of routes for one fuel: what each coalition of countries could
// earn by the routes that lie on its own land, and the Shapley values and the nucleolus of that
// game. After Hubert and Ikonnikova, Journal of Industrial Economics 59 (2011) 85, for another
// network.
//
// A route r carries V_r units a year (its capacity, at most what its buyer would import at first
// delivery) and is worth, in M USD a year,
//   w_r = u V_r (price at its buyer - unit cost) - capex / A(common rate, life),
// without the last term where it stands. v(S) is the largest sum of max(0, w_r) over routes all of
// whose countries lie in S and no two of which are rivals in the scenario. So that v asks nothing
// of politics, it leaves out risk, dependence, sanctions and what a field cannot give.
#include "policies/split/coalition_table.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace tumen {

/// A country without whose consent routes cannot be used.
struct RouteVeto {
  Id country = no_id;
  Id corridor = no_id;  ///< this one; no_id = every route that crosses a third country
};

struct PowerQuery {
  double year = 0;  ///< calendar year: prices are its mean, ceilings and stages those of its start
  Fuel fuel = Fuel::gas;
  Id buyer = no_id;         ///< only routes to this country; no_id = to all
  std::vector<Id> without;  ///< corridors left out
  std::vector<RouteVeto> vetoes;
};

struct PowerRoute {
  Id corridor = no_id;
  std::vector<Id> needs;  ///< countries whose land it crosses, and vetoers
  bool stands = false;
  double volume = 0;     ///< [fuel unit/y]
  double price = 0;      ///< at the buyer [price unit of the fuel]
  double unit_cost = 0;  ///< [same]
  double capex = 0;      ///< its annuity [M USD/y], 0 where it stands
  double worth = 0;      ///< w [M USD/y], negative where it does not pay
};

struct PowerGame {
  double year = 0;
  double brent = 0;  ///< [USD/bbl]
  std::vector<PowerRoute> routes;
  std::vector<Id> players;  ///< countries some route needs, by id; at most 6
  CoalitionTable<double> values;
  std::vector<double> shapley, nucleolus;  ///< by player [M USD/y]
};

/// The game of the scenario's routes. Prices are those of the configured history of Brent; after it
/// the long-run median. Throws InputError if no route is left, if routes need more than six
/// countries, if there are more than 16 routes, or if the year lies outside the scenario.
[[nodiscard]] PowerGame power_of(const Scenario& scenario, const PowerQuery& query);

/// v of a coalition of routes' countries over routes whose rivals are given, a bit a route.
struct RouteNetwork {
  std::vector<double> worth;        ///< [M USD/y]
  std::vector<std::size_t> needs;   ///< players, a bit each
  std::vector<std::size_t> rivals;  ///< routes, a bit each, both ways
};

/// Coalition values of a network of up to 16 routes and 6 players.
[[nodiscard]] CoalitionTable<double> route_game(const RouteNetwork& network, int players);

}  // namespace tumen
