#include "sim/coalition/coalition.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace tumen {
namespace {

constexpr std::size_t seat_bit(RouteSeat seat) {
  return std::size_t{1} << static_cast<std::size_t>(seat);
}

constexpr bool contains(std::size_t coalition, std::size_t members) {
  return (coalition & members) == members;
}

void check(const GasRoute& route) {
  constexpr int most = max_players - static_cast<int>(RouteSeat::first_veto);
  if (route.veto_players < 0 || route.veto_players > most) {
    throw std::invalid_argument("a gas-route game takes 0 to " + std::to_string(most) +
                                " veto players, got " + std::to_string(route.veto_players));
  }
  if (!std::isfinite(route.sea_value) || !std::isfinite(route.land_extra)) {
    throw std::invalid_argument("the values of a gas-route game must be finite numbers");
  }
}

}  // namespace

CoalitionTable<double> gas_route_game(const GasRoute& route) {
  check(route);
  const auto players = static_cast<std::size_t>(RouteSeat::first_veto) +
                       static_cast<std::size_t>(route.veto_players);
  const std::size_t everybody = (std::size_t{1} << players) - 1;
  const std::size_t traders = seat_bit(RouteSeat::supplier) | seat_bit(RouteSeat::buyer);
  const double by_sea = std::max(0.0, route.sea_value);
  const double by_best = std::max(by_sea, route.sea_value + route.land_extra);

  CoalitionTable<double> game;
  for (std::size_t coalition = 0; coalition <= everybody; ++coalition) {
    if (!contains(coalition, traders)) {
      continue;
    }
    game.value[coalition] = coalition == everybody ? by_best : by_sea;
  }
  return game;
}

}  // namespace tumen
