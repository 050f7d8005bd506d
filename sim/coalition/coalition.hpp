#pragma once
// Games whose coalition values are known in closed form.
#include "policies/split/coalition_table.hpp"

namespace tumen {

/// Seats of the gas-route game; veto players follow.
enum class RouteSeat { supplier, transit, buyer, first_veto };

/// A gas trade with two routes: what sea or LNG route and land pipe are worth to whom.
struct GasRoute {
  double sea_value = 0;   ///< a: value of the sea or LNG route, net of capex [M USD/y]
  double land_extra = 0;  ///< b: what the land pipe adds to it, net of capex [M USD/y]
  int veto_players = 0;   ///< third parties, each of which can stop the pipe but not the ships
};

/// The game of supplier R, land transit country D, buyer K and the veto players W:
/// v(RK) = max(0, a), v(R D K W) = max(0, a, a + b), nothing without R or K; D adds value only
/// together with every veto player. Players are numbered by RouteSeat: 3 + veto_players of them.
/// The two-route core of Hubert and Ikonnikova, Journal of Industrial Economics 59 (2011) 85.
/// Throws std::invalid_argument unless veto_players is in 0 to 3 and both values are finite.
[[nodiscard]] CoalitionTable<double> gas_route_game(const GasRoute& route);

}  // namespace tumen
