#include "sim/coalition/nucleolus.hpp"

#include "sim/coalition/coalition.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

namespace tumen {
namespace {

using Catch::Matchers::Message;

void check_payoffs(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    INFO("player " << i);
    CHECK(found[i] == Approx(expected[i]).epsilon(1e-12).margin(1e-12));
  }
}

/// Division of an estate among claims: a coalition can count on what the others leave it.
CoalitionTable<double> bankruptcy(double estate, const std::vector<double>& claims) {
  CoalitionTable<double> game;
  for (std::size_t s = 0; s < std::size_t{1} << claims.size(); ++s) {
    double left = estate;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      left -= ((s >> i) & 1) == 0 ? claims[i] : 0;
    }
    game.value[s] = std::max(0.0, left);
  }
  return game;
}

}  // namespace

TEST_CASE("the nucleolus gives the transit country half of a land route that sea backs up") {
  // The largest complaints are those of D, -x_D, and of R and K, a - (a + b - x_D) = x_D - b; they
  // are equal at x_D = b/2. R and K share the rest.
  check_payoffs(nucleolus(gas_route_game({.sea_value = 300, .land_extra = 390}), 3),
                {247.5, 195, 247.5});
}

TEST_CASE("the nucleolus gives the transit country a third where the sea route is worth little") {
  // At x_D = b/2 = 195, R and K would have 147.5 each and complain more than D: (a + b)/3 each.
  check_payoffs(nucleolus(gas_route_game({.sea_value = 100, .land_extra = 390}), 3),
                {490.0 / 3, 490.0 / 3, 490.0 / 3});
}

TEST_CASE("the nucleolus of the gas route follows min of b/2 and (a + b)/3") {
  for (const double a : {0.0, 1.0, 50.0, 100.0, 194.0, 195.0, 196.0, 400.0, 3912.0}) {
    for (const double b : {0.0, 3.0, 90.0, 390.0}) {
      const std::vector<double> x = nucleolus(gas_route_game({.sea_value = a, .land_extra = b}), 3);
      const double transit = std::min(b / 2, (a + b) / 3);
      INFO("a = " << a << ", b = " << b);
      check_payoffs(x, {(a + b - transit) / 2, transit, (a + b - transit) / 2});
    }
  }
}

TEST_CASE("the nucleolus shares equally what only all three can earn and nothing where none can") {
  check_payoffs(nucleolus(gas_route_game({.sea_value = -100, .land_extra = 250}), 3), {50, 50, 50});
  check_payoffs(nucleolus(gas_route_game({.sea_value = -250, .land_extra = 250}), 3), {0, 0, 0});
  check_payoffs(nucleolus(gas_route_game({.sea_value = -300, .land_extra = 250}), 3), {0, 0, 0});
}

TEST_CASE("the nucleolus gives a veto player as much as the transit country") {
  // D and the vetoes have y each; -y meets the complaint of R and K, m y - b with m of them.
  check_payoffs(
      nucleolus(gas_route_game({.sea_value = 300, .land_extra = 390, .veto_players = 1}), 4),
      {215, 130, 215, 130});  // y = b/3, (690 - 260)/2
  check_payoffs(
      nucleolus(gas_route_game({.sea_value = 300, .land_extra = 390, .veto_players = 2}), 5),
      {198.75, 97.5, 198.75, 97.5, 97.5});  // y = b/4, (690 - 292.5)/2
  check_payoffs(
      nucleolus(gas_route_game({.sea_value = 300, .land_extra = 390, .veto_players = 3}), 6),
      {189, 78, 189, 78, 78, 78});  // y = b/5, (690 - 312)/2
}

TEST_CASE("the nucleolus divides an estate as the Talmud does") {
  // Claims 100, 200, 300 (Aumann and Maschler, Journal of Economic Theory 36, 1985, 195).
  const std::vector<double> claims = {100, 200, 300};
  check_payoffs(nucleolus(bankruptcy(100, claims), 3), {100.0 / 3, 100.0 / 3, 100.0 / 3});
  check_payoffs(nucleolus(bankruptcy(200, claims), 3), {50, 75, 75});
  check_payoffs(nucleolus(bankruptcy(300, claims), 3), {50, 100, 150});
  check_payoffs(nucleolus(bankruptcy(500, claims), 3),
                {66.0 + 2.0 / 3, 166.0 + 2.0 / 3, 266.0 + 2.0 / 3});
}

TEST_CASE("the nucleolus divides an estate among six as the Talmud does") {
  const std::vector<double> claims = {10, 20, 30, 40, 50, 60};
  // 90 is less than half of all claims, 105: equal awards up to half of one's claim, 20 at most.
  check_payoffs(nucleolus(bankruptcy(90, claims), 6), {5, 10, 15, 20, 20, 20});
  // 150 is more: equal losses up to half of one's claim; 5 + 10 + 4 x 11.25 = 60 are lost.
  check_payoffs(nucleolus(bankruptcy(150, claims), 6), {5, 10, 18.75, 28.75, 38.75, 48.75});
}

TEST_CASE("the nucleolus gives everything to the side of the market that is short") {
  // One left glove, two right ones: competition leaves the owners of right gloves nothing.
  CoalitionTable<double> game;
  for (const std::size_t s : {0b011U, 0b101U, 0b111U}) {
    game.value[s] = 1;
  }
  check_payoffs(nucleolus(game, 3), {1, 0, 0});
}

TEST_CASE("the nucleolus never gives a player less than it has alone") {
  // Without that bound 2 and 3, who earn 90 as a pair, would take 30 from what 1 has alone: with
  // x_2 = x_3 = y the complaints 30 - x_1 and 90 - 2 y are equal at x_1 = 0, y = 30.
  CoalitionTable<double> game;
  game.value[0b001] = 30;
  game.value[0b110] = 90;
  game.value[0b111] = 60;
  check_payoffs(nucleolus(game, 3), {30, 15, 15});
}

TEST_CASE("the nucleolus of two players halves what they gain by each other") {
  CoalitionTable<double> game;
  game.value = {0, 10, 20, 50};
  check_payoffs(nucleolus(game, 2), {20, 30});  // 10 + 20/2, 20 + 20/2
}

TEST_CASE("a player alone keeps its value and a game without gains leaves each its own") {
  CoalitionTable<double> single;
  single.value[1] = 42;
  check_payoffs(nucleolus(single, 1), {42});
  CoalitionTable<double> additive;
  additive.value = {0, 5, -3, 2};
  check_payoffs(nucleolus(additive, 2), {5, -3});
  additive.value = {0, 0.1, 0.2, 0.3};  // 0.3 < 0.1 + 0.2 in binary, by one rounding
  check_payoffs(nucleolus(additive, 2), {0.1, 0.2});
}

TEST_CASE("the nucleolus refuses what is not a game of one to six players and says why") {
  CoalitionTable<double> game;
  CHECK_THROWS_MATCHES(nucleolus(game, 7), std::invalid_argument,
                       Message("the nucleolus takes games of 1 to 6 players, got 7; split the "
                               "cluster into smaller ones"));
  CHECK_THROWS_AS(nucleolus(game, 0), std::invalid_argument);
  game.value[2] = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_MATCHES(nucleolus(game, 2), std::invalid_argument,
                       Message("the value of coalition 2 is not a finite number"));
  game.value = {1, 0, 0, 5};
  CHECK_THROWS_AS(nucleolus(game, 2), std::invalid_argument);
  game.value = {0, 4, 4, 7};
  CHECK_THROWS_MATCHES(nucleolus(game, 2), std::invalid_argument,
                       Message("the players have more alone than together: no division gives "
                               "each what it has alone"));
}

TEST_CASE("a gas-route game refuses more than three veto players and values that are no numbers") {
  CHECK_THROWS_MATCHES(gas_route_game({.veto_players = 4}), std::invalid_argument,
                       Message("a gas-route game takes 0 to 3 veto players, got 4"));
  CHECK_THROWS_AS(gas_route_game({.veto_players = -1}), std::invalid_argument);
  CHECK_THROWS_AS(gas_route_game({.sea_value = std::numeric_limits<double>::infinity()}),
                  std::invalid_argument);
}

}  // namespace tumen
