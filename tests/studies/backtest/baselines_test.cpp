#include "studies/backtest/baselines.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("a constant hazard gives the chance of a Poisson process", "[backtest]") {
  CHECK(constant_hazard(4, 45, 2) == Approx(1 - std::exp(-4.5 / 45 * 2)));
  CHECK(constant_hazard(0, 10, 4) == Approx(1 - std::exp(-0.2)));  // half an event, never 0
}

TEST_CASE("persistence counts what followed what, with half an event of either kind",
          "[backtest]") {
  // After an event: yes, no. After none: no, yes, no.
  const Persistence chain =
      Persistence::fit({{true, true, false, false}, {false, true}, {false, false}});
  CHECK(chain.after_event == Approx(1.5 / 3));
  CHECK(chain.after_none == Approx(1.5 / 4));
  const std::vector<double> ahead = chain.ahead(true, 2);
  CHECK(ahead[0] == Approx(0.5));
  CHECK(ahead[1] == Approx(0.5 * 0.5 + 0.5 * 0.375));
}

TEST_CASE("a Hawkes process without branching is a Poisson process", "[backtest]") {
  const Hawkes h{0.5, 0, 1, 0};
  CHECK(h.rate({1, 2, 3}, 4) == 0.5);
  CHECK(h.expected({1, 2, 3}, 4, 1, 3) == Approx(1));
}

TEST_CASE("expected events of a Hawkes process solve its mean equation", "[backtest]") {
  const Hawkes h{0.5, 0.6, 2, 0};
  const std::vector<double> dates = {9.5, 9.9};
  // d m / dt = b (mu - (1 - n) m), by small steps.
  double m = h.rate(dates, 10);
  double sum = 0;
  constexpr double dt = 1e-4;
  for (int k = 0; k < 30000; ++k) {
    sum += k >= 10000 ? m * dt : 0;
    m += dt * 2 * (0.5 - 0.4 * m);
  }
  CHECK(h.expected(dates, 10, 1, 3) == Approx(sum).epsilon(1e-3));
  CHECK(h.expected(dates, 10, 0, 1000) == Approx(0.5 / 0.4 * 1000).epsilon(1e-2));
}

TEST_CASE("series of events are taken for self-excited, even ones are not", "[backtest]") {
  std::vector<double> even;
  std::vector<double> series;
  for (int k = 0; k < 16; ++k) {
    even.push_back(k + 0.5);
    series.push_back(4 * (k / 4) + 0.05 * (k % 4) + 0.1);
  }
  CHECK(Hawkes::fit(even, 0, 16).branching == 0);
  const Hawkes h = Hawkes::fit(series, 0, 16);
  CHECK(h.branching >= 0.5);
  CHECK(h.rate(series, 12.3) > 3 * h.mu);
  CHECK(Hawkes::fit({}, 0, 10).mu == Approx(0.05));  // half an event in ten years, at least
}
