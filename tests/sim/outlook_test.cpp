// The outlook holds what its readers would have computed themselves, to the bit.
#include "sim/simulation.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// The main scenario after five years and the first half of the next tick.
struct Scene {
  Scenario scenario = scenes::load("debt-for-pipeline-2011");
  Simulation<float> simulation{scenario, RandomKey<float>{2, 0}};

  Scene() {
    simulation.start();
    for (int tick = 0; tick < 20; ++tick) {
      simulation.step();
    }
    simulation.look_around();
  }
};

}  // namespace

TEST_CASE("the outlook discounts the waiting for a corridor as the formula does") {
  Scene scene;
  const Step<float> s = scene.simulation.context();
  const std::size_t corridors = s.m.corridors.size();
  float least = 1;
  for (std::size_t i = 0; i < s.m.countries.size(); ++i) {
    const float rate = s.x(s.m.countries[i].discount_rate);
    for (std::size_t c = 0; c < corridors; ++c) {
      const float wait = years_to_operation(s.view(), static_cast<Id>(c));
      CHECK(s.w.outlook.delay[i * corridors + c] == tumen::pow(1.0F + rate, -wait));
      least = std::min(least, s.w.outlook.delay[i * corridors + c]);
    }
  }
  CHECK(least < 0.9F);  // some corridor is years away
}

TEST_CASE("the outlook holds the growth under the hazard between any two countries") {
  Scene scene;
  const Step<float> s = scene.simulation.context();
  const auto n = static_cast<Id>(s.m.countries.size());
  for (Id i = 0; i < n; ++i) {
    for (Id j = 0; j < n; ++j) {
      const Id pair = s.m.pair(i, j);
      const float breach = pair == no_id ? s.w.strangers_breach : at(s.w.pairs, pair).breach;
      const float own = s.x(at(s.m.countries, i).discount_rate) + breach;
      const float common = s.x(s.m.rules.common_rate) + breach;
      CHECK(at(s.w.outlook.unsure, i * n + j) == tumen::log1p(own));
      CHECK(at(s.w.outlook.unsure, (n + i) * n + j) == tumen::log1p(common));
    }
  }
}

TEST_CASE("what is remembered is asked again only where the argument has changed") {
  Remembered<float> remembered;
  int asked = 0;
  const auto twice = [&](float x) {
    ++asked;
    return 2 * x;
  };
  CHECK(remembered.of(0.0F, twice) == 0);  // 0 is no answer before it was asked for
  CHECK(remembered.of(0.0F, twice) == 0);
  CHECK(asked == 1);
  CHECK(remembered.of(3.0F, twice) == 6);
  CHECK(asked == 2);
}

TEST_CASE("a lane mask holds in some lane where it holds in any one of them") {
  using L = Lanes<float, 16>;
  CHECK_FALSE(any(L(1) < L(0)));
  CHECK(all(L(0) < L(1)));
  for (int i = 0; i < 16; ++i) {
    L x(0);
    x.set(i, 1);
    CHECK(any(x > L(0)));
    CHECK_FALSE(all(x > L(0)));
  }
}
