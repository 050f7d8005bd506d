// Twelve agents by configuration alone: the same engine, another file.
#include "tests/support/scenes.hpp"

#include <cstdio>

#include <catch2/catch.hpp>

using namespace tumen;

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
