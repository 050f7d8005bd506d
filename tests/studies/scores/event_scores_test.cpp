#include "studies/scores/event_scores.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("the Brier score is the squared distance of chance and event", "[studies][scores]") {
  CHECK(brier_score({0.7, true}) == Approx(0.09));   // (.7 - 1)^2
  CHECK(brier_score({0.7, false}) == Approx(0.49));  // .7^2
  const std::vector<EventForecast> two = {{0.7, true}, {0.7, false}};
  CHECK(mean_brier_score(two) == Approx(0.29));
}

TEST_CASE("the log score is the surprise at what happened", "[studies][scores]") {
  CHECK(log_score({0.25, true}) == Approx(1.3862943611));   // log 4
  CHECK(log_score({0.25, false}) == Approx(0.2876820724));  // log 4/3
  CHECK(log_score({1, true}) == 0);
  CHECK(std::isinf(log_score({0, true})));
}

TEST_CASE("the Brier score is reliability less resolution plus uncertainty", "[studies][scores]") {
  // Chance .8 four times, three events; chance .2 six times, no event. Base rate .3.
  std::vector<EventForecast> f(10, {0.2, false});
  for (std::size_t k = 0; k < 4; ++k) {
    f[k] = {0.8, k < 3};
  }
  const BrierParts parts = brier_parts(f);
  CHECK(parts.base_rate == Approx(0.3));
  // .4 (.8 - .75)^2 + .6 (.2 - 0)^2 = .001 + .024
  CHECK(parts.reliability == Approx(0.025));
  // .4 (.75 - .3)^2 + .6 (0 - .3)^2 = .081 + .054
  CHECK(parts.resolution == Approx(0.135));
  CHECK(parts.uncertainty == Approx(0.21));
  // (3 x .04 + .64 + 6 x .04) / 10
  CHECK(parts.score == Approx(0.1));
  CHECK(parts.reliability - parts.resolution + parts.uncertainty == Approx(parts.score));
  CHECK(parts.within == 0);
}

TEST_CASE("in coarse bins the parts and what is within a bin add to the score",
          "[studies][scores]") {
  const std::vector<EventForecast> f = {{0.1, false}, {0.3, true}, {0.6, true}, {0.9, true}};
  const BrierParts parts = brier_parts(f, 2);
  // Bins {.1, .3} and {.6, .9}: means .2 and .75, frequencies .5 and 1, base rate .75.
  CHECK(parts.reliability == Approx(0.5 * 0.09 + 0.5 * 0.0625));
  CHECK(parts.resolution == Approx(0.0625));
  CHECK(parts.uncertainty == Approx(0.1875));
  // Score (.01 + .49 + .16 + .01) / 4 = .1675; .07625 - .0625 + .1875 = .20125.
  CHECK(parts.within == Approx(-0.03375));
}

TEST_CASE("a consistency bar is where right forecasts would lie", "[studies][scores]") {
  // Ten forecasts of .5: P(X <= 1) = 11/1024 < .025 < P(X <= 2) = 56/1024, so the bar is 2 to 8.
  std::vector<EventForecast> f(10, {0.5, false});
  f[0].came = true;
  auto diagram = reliability_diagram(f, 2);
  REQUIRE(diagram.size() == 2);
  CHECK(diagram[0].count == 0);
  CHECK(diagram[1].low == Approx(0.2));
  CHECK(diagram[1].high == Approx(0.8));
  CHECK(diagram[1].frequency == Approx(0.1));
  CHECK_FALSE(diagram[1].is_consistent());
  // Chances .9 and .5 of two events: P(0) = .05, P(2) = .45; at 80 % only 0 is cut off.
  diagram = reliability_diagram(std::vector<EventForecast>{{0.9, true}, {0.5, true}}, 1, 0.8);
  CHECK(diagram[0].low == Approx(0.5));
  CHECK(diagram[0].high == Approx(1));
  CHECK(diagram[0].is_consistent());
}

TEST_CASE("a chance of one belongs to the last bin and leaves no room", "[studies][scores]") {
  const auto diagram = reliability_diagram(std::vector<EventForecast>{{1, true}, {1, false}}, 5);
  CHECK(diagram[4].count == 2);
  CHECK(diagram[4].low == 1);
  CHECK(diagram[4].high == 1);
  CHECK_FALSE(diagram[4].is_consistent());
}

TEST_CASE("many forecasts in a bin have the bar of the normal distribution", "[studies][scores]") {
  const std::vector<EventForecast> f(10000, {0.5, true});
  const auto bin = reliability_diagram(f, 1).front();
  CHECK(bin.low == Approx(0.5 - 1.959964 * 0.005));  // sqrt(.25 / 10000) = .005
  CHECK(bin.high == Approx(0.5 + 1.959964 * 0.005));
}

TEST_CASE("sharpness counts how far forecasts commit themselves", "[studies][scores]") {
  const Sharpness s = sharpness_of(std::vector<EventForecast>{{0.1, true}, {0.5, false}});
  CHECK(s.variance == Approx(0.04));        // +-.2 about .3
  CHECK(s.expected_brier == Approx(0.17));  // (.09 + .25) / 2
  CHECK(s.decided_share == Approx(0.5));
}

TEST_CASE("the ranked probability score counts how far off a category is", "[studies][scores]") {
  const std::vector<double> shares = {0.2, 0.5, 0.3};
  // Below: .2, .7. Category 0: (.2 - 1)^2 + (.7 - 1)^2; 1: .2^2 + .3^2; 2: .2^2 + .7^2.
  CHECK(ranked_probability_score(shares, 0) == Approx(0.73));
  CHECK(ranked_probability_score(shares, 1) == Approx(0.13));
  CHECK(ranked_probability_score(shares, 2) == Approx(0.53));
  // With two categories it is the Brier score.
  CHECK(ranked_probability_score(std::vector<double>{0.7, 0.3}, 0) ==
        Approx(brier_score({0.7, true})));
}

TEST_CASE("scores refuse what is no forecast", "[studies][scores]") {
  CHECK_THROWS_AS(brier_score({1.1, true}), std::invalid_argument);
  CHECK_THROWS_AS(log_score({std::nan(""), true}), std::invalid_argument);
  CHECK_THROWS_AS(mean_brier_score({}), std::invalid_argument);
  CHECK_THROWS_AS(ranked_probability_score(std::vector<double>{0.5, 0.6}, 0),
                  std::invalid_argument);
  CHECK_THROWS_AS(ranked_probability_score(std::vector<double>{0.5, 0.5}, 2),
                  std::invalid_argument);
}
