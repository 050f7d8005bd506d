// Twelve agents by configuration alone: the same engine, another file.
#include "tests/support/scenes.hpp"

#include <chrono>
#include <cstdio>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Nanoseconds a tick, the best of three runs; printed for orientation, never asserted.
double tick_cost(const Scenario& s) {
  double best = 1e18;
  for (int k = 0; k < 3; ++k) {
    Simulation<float> sim(s, {1, static_cast<std::uint32_t>(k)});
    sim.start();
    const auto start = std::chrono::steady_clock::now();
    for (Id tick = 0; tick < s.model.ticks; ++tick) {
      sim.step();
    }
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count() / s.model.ticks);
  }
  return best;
}

}  // namespace

TEST_CASE("twelve agents run, and new ones sign deals", "[twelve]") {
  const Scenario s = scenes::load("twelve-agents");
  REQUIRE(s.model.countries.size() == 12);
  double signatures = 0;
  for (std::uint32_t k = 0; k < 20; ++k) {
    Simulation<float> sim(s, {1, k});
    sim.start();
    for (Id tick = 0; tick < s.model.ticks; ++tick) {
      sim.step();
      for (std::size_t p = 0; p < s.model.packages.size(); ++p) {
        for (Id row = s.model.packages[p].parties.first;
             row < s.model.packages[p].parties.first + s.model.packages[p].signatories; ++row) {
          if (at(s.model.parties, row).country >= 6) {
            signatures += static_cast<double>(sim.record().packages[p].signed_);
          }
        }
      }
    }
  }
  std::printf("signatures by the six new agents in 20 runs: %.0f\n", signatures);
  CHECK(signatures > 0);
}

TEST_CASE("the cost of a tick with twelve agents is printed against six", "[twelve]") {
  const Scenario six = scenes::load("baseline-2026");
  const Scenario twelve = scenes::load("twelve-agents");
  const double a = tick_cost(six);
  const double b = tick_cost(twelve);
  std::printf(
      "6 agents, %zu packages: %.1f us a tick; 12 agents, %zu packages: %.1f us; ratio %.2f\n",
      six.model.packages.size(), a / 1000, twelve.model.packages.size(), b / 1000, b / a);
  CHECK(twelve.model.packages.size() > 0);
  CHECK(a > 0);
}
