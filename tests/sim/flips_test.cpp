// What a flip may turn, and how its size is searched.
#include "sim/flips.hpp"

#include "sim/document/problem.hpp"
#include "sim/flips_common.hpp"
#include "sim/flips_search.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("a lever of all signatories turns the number of each, and nobody else's", "[flips]") {
  // Kappa is .82 for all by default and ranges from .75 to .9: factors .9146 to 1.0976; as a share
  // it cannot exceed 1: factor 1.2195.
  const Scenario s = scenes::load("debt-only");
  const auto levers = make_common_levers(s, 0);
  const auto kappa = std::find_if(levers.begin(), levers.end(), [](const FlipLever& lever) {
    return lever.path == "signatories.kappa";
  });
  REQUIRE(kappa != levers.end());
  CHECK(kappa->together.size() == static_cast<std::size_t>(at(s.model.packages, 0).signatories));
  for (const Number n : kappa->together) {
    CHECK(at(s.numbers, n.index).path.ends_with(".strategy.kappa"));
  }
  CHECK(kappa->low == Approx(0.9146).epsilon(1e-3));
  CHECK(kappa->high == Approx(1.0976).epsilon(1e-3));
  CHECK(kappa->most == Approx(1.2195).epsilon(1e-3));
  CHECK(lever_words(s, *kappa) == "kappa of all signatories (factor)");
}

TEST_CASE("the nearest change is found though decisions are not monotone", "[flips]") {
  // Reversed from 0.30 to 0.32 and from 0.70 on: the window is nearer. The bracket ends at most 1 %
  // beyond 0.30, so two digits rounded up are 0.31.
  const auto window = [](double v) { return (v >= 0.30 && v <= 0.32) || v >= 0.70; };
  const auto up = flips::nearest_effect({0, 1, 1}, 1, window);
  REQUIRE(up);
  CHECK(*up == 0.31);
  CHECK(window(*up));
  CHECK_FALSE(window(0.95 * *up));
  // Downward from 1 to 0.70, 0.30 away; two digits rounded down are 0.69.
  const auto down =
      flips::nearest_effect({1, -1, 1}, 1, [](double v) { return v <= 0.70 && v > 0.1; });
  REQUIRE(down);
  CHECK(*down == 0.69);
}

TEST_CASE("a change is reported in few digits that still have the effect", "[flips]") {
  // 1/3 to two digits, away from the present value 0: 0.34; 95 % of it is 0.323.
  const auto third = flips::nearest_effect({0, 1, 1}, 1, [](double v) { return v >= 1.0 / 3; });
  REQUIRE(third);
  CHECK(*third == 0.34);
}

TEST_CASE("nothing is reported where no change of the lever has the effect", "[flips]") {
  CHECK_FALSE(flips::nearest_effect({0, 1, 1}, 1, [](double) { return false; }));
  // A tie broken by the smallest number is no change.
  CHECK_FALSE(flips::nearest_effect({0, 1, 1}, 1, [](double v) { return v > 0; }));
}

TEST_CASE("patterns choose levers by path, and a path that is not there is refused", "[flips]") {
  CHECK(fits("rules.rest", "rules.*"));
  CHECK(fits("countries.PRK.strategy.margin", "countries.*.margin"));
  CHECK(fits("rules.rest", "rules.res?"));
  CHECK_FALSE(fits("rules.rest", "rules"));
  CHECK_FALSE(fits("rules.rest", "*.res"));
  const Scenario s = scenes::load("debt-only");
  const Flips flips = find_flips(s, {}, {0, 3, {"countries.PRK.strategy.*"}});
  CHECK(flips.levers > 5);
  for (const Flip& flip : flips.found) {
    CHECK(flip.lever.path.starts_with("countries.PRK.strategy."));
  }
  CHECK_THROWS_WITH(find_flips(s, {}, {0, 3, {"countries.PRK.strategy.margn"}}),
                    Catch::Contains("did you mean \"countries.PRK.strategy.margin\"?"));
}
