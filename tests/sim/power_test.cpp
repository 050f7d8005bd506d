// The game of a network of routes, against closed forms.
#include "sim/power.hpp"

#include "policies/split/shapley.hpp"
#include "sim/coalition/coalition.hpp"
#include "sim/coalition/nucleolus.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Supplier 0, transit country 1, buyer 2; the sea route is worth a, the land route a + b.
RouteNetwork two_routes(double a, double b) {
  return {{a, a + b}, {0b101, 0b111}, {0b10, 0b01}};
}

PowerQuery to_korea(const Scenario& s, double year) {
  PowerQuery q;
  q.year = year;
  q.buyer = find_name(s.names.countries, "KOR");
  q.without = {find_name(s.names.corridors, "gas_bypass")};
  return q;
}

double shapley_of(const PowerGame& g, Id country) {
  const auto seat = std::find(g.players.begin(), g.players.end(), country);
  return g.shapley.at(static_cast<std::size_t>(seat - g.players.begin()));
}
double nucleolus_of(const PowerGame& g, Id country) {
  const auto seat = std::find(g.players.begin(), g.players.end(), country);
  return g.nucleolus.at(static_cast<std::size_t>(seat - g.players.begin()));
}

}  // namespace

TEST_CASE("two rival routes are the gas-route game", "[power]") {
  for (const auto& [a, b] :
       {std::pair{300.0, 390.0}, std::pair{100.0, 390.0}, std::pair{-100.0, 250.0},
        std::pair{-300.0, 250.0}, std::pair{300.0, -50.0}}) {
    CHECK(route_game(two_routes(a, b), 3).value == gas_route_game({a, b, 0}).value);
  }
}

TEST_CASE("routes that are no rivals add up", "[power]") {
  // 0 and 1 trade for 50, 0 and 2 for 30; as rivals only the better one counts.
  RouteNetwork n{{50, 30}, {0b011, 0b101}, {0, 0}};
  CHECK(route_game(n, 3).value[0b111] == 80);
  n.rivals = {0b10, 0b01};
  CHECK(route_game(n, 3).value[0b111] == 50);
  CHECK(route_game(n, 3).value[0b101] == 30);
}

TEST_CASE("the game of 2011 has the worth of both routes by hand", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  const PowerGame g = power_of(s, to_korea(s, 2011));
  // LNG 1 + .134 x Brent; the sea at 5, the land at 3.6 less 3,500 M USD over 25 years at 10 %
  // (9.077): 385.6 M USD a year. So b = 360 x 1.4 - 385.6 = 118.4.
  const double a = 360 * (1 + 0.134 * g.brent - 5);
  const double b = 118.41;
  CHECK(g.brent == Approx(111).epsilon(0.01));
  for (const PowerRoute& r : g.routes) {
    const std::string& name = at(s.names.corridors, r.corridor);
    if (name == "lng_to_korea") {
      CHECK(r.worth == Approx(a).epsilon(1e-6));
    }
    if (name == "trans_korean_gas") {
      CHECK(r.worth == Approx(a + b).epsilon(1e-5));
    }
  }
  const Id host = find_name(s.names.countries, "PRK");
  CHECK(shapley_of(g, host) == Approx(b / 3).epsilon(1e-4));
  CHECK(nucleolus_of(g, host) == Approx(b / 2).epsilon(1e-4));
  CHECK(shapley_of(g, find_name(s.names.countries, "RUS")) == Approx(a / 2 + b / 3).epsilon(1e-4));
}

TEST_CASE("where ships do not pay all three share what the land route leaves", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  const PowerGame g = power_of(s, to_korea(s, 2000));
  const double left = 360 * (1 + 0.134 * g.brent - 3.6) - 385.59;
  REQUIRE(left > 0);
  REQUIRE(1 + 0.134 * g.brent < 5);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(g.shapley[i] == Approx(left / 3).epsilon(1e-4));
    CHECK(g.nucleolus[i] == Approx(left / 3).epsilon(1e-4));
  }
}

TEST_CASE("in 1995 no route pays and nobody is worth anything", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  for (const double value : power_of(s, to_korea(s, 1995)).shapley) {
    CHECK(value == 0);
  }
}

TEST_CASE("a country whose consent the land route needs is worth as much as the host", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  PowerQuery q = to_korea(s, 2011);
  const Id host = find_name(s.names.countries, "PRK");
  const Id usa = find_name(s.names.countries, "USA");
  q.vetoes = {{usa, find_name(s.names.corridors, "trans_korean_gas")}};
  const PowerGame g = power_of(s, q);
  CHECK(shapley_of(g, host) == Approx(118.41 / 4).epsilon(1e-4));
  CHECK(shapley_of(g, usa) == Approx(118.41 / 4).epsilon(1e-4));
}

TEST_CASE("a way round the host takes most of its worth", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  PowerQuery q = to_korea(s, 2011);
  const Id host = find_name(s.names.countries, "PRK");
  const double alone = shapley_of(power_of(s, q), host);
  q.without.clear();
  CHECK(shapley_of(power_of(s, q), host) < 0.5 * alone);
}

TEST_CASE("a game of more than six countries or outside the scenario is refused", "[power]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  PowerQuery q = to_korea(s, 2030);
  CHECK_THROWS_WITH(power_of(s, q), Catch::Contains("a year from 1990 to 2024"));
  const Scenario twelve = scenes::load("twelve-agents");
  PowerQuery all;
  all.year = 2026;
  for (const char* const code : {"USA", "CAN", "JPN", "MNG"}) {
    all.vetoes.push_back({find_name(twelve.names.countries, code), no_id});
  }
  CHECK_THROWS_WITH(power_of(twelve, all), Catch::Contains("at most 6"));
}
