// Probes do what they say on every instruction set; how fast is not a matter of tests.
#include "sim/benchmark/probe.hpp"

#include "world/rng.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

Probe asked(Isa isa, ProbeKind kind, std::uint32_t rounds, std::uint32_t draws) {
  Probe probe{kind, rounds, draws, 0, 0};
  run_probe(isa, probe);
  return probe;
}

std::vector<Isa> units() {
  std::vector<Isa> isas = available_isas();
  isas.erase(isas.begin());  // scalar code has no unit
  return isas;
}

}  // namespace

TEST_CASE("the probe of arithmetic multiplies and adds as often as it says", "[bench][isa]") {
  for (const Isa isa : units()) {
    INFO(isa_name(isa));
    // Six products, which lose 2^-24, one unit in the last place, at each multiplication by
    // 1 - 2^-24, and six sums of 2^-20: 6 (1 - 2^20 2^-24) + 6 (2^20 2^-20) after 2^20 rounds.
    CHECK(asked(isa, ProbeKind::arithmetic, 1 << 20, 0).result == 11.625F);
    CHECK(asked(isa, ProbeKind::arithmetic, 1 << 19, 0).result == 8.8125F);
    const int lanes = isa == Isa::avx512 ? 16 : isa == Isa::avx2 ? 8 : 4;
    CHECK(asked(isa, ProbeKind::arithmetic, 1000, 0).operations == 12.0 * 1000 * lanes);
  }
}

TEST_CASE("the probe of draws draws what the tick draws", "[bench][isa]") {
  const Random<float> random({1, 0});
  float sum = 0;
  for (std::uint32_t tick = 0; tick < 3; ++tick) {
    for (std::uint32_t k = 0; k < 5; ++k) {
      sum += random.uniform(tick, k * 0x9E3779B9U, 1);
    }
  }
  for (const Isa isa : units()) {
    INFO(isa_name(isa));
    CHECK(asked(isa, ProbeKind::draws, 3, 5).result == sum);
  }
}
