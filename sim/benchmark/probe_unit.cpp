// The probes for one instruction set; compiled and hidden as sim/lanes/unit.cpp is.
#include "sim/benchmark/probe.hpp"
#include "world/rng.hpp"

#if !defined(TUMEN_UNIT)
#error "TUMEN_UNIT names the function that this unit exports"
#endif

namespace tumen {
namespace {

using Pack = VectorPack<float, block_runs>;
using Vector = typename Pack::Value;

// Chains that hide the latency of two units (4 cycles) and fit, with two constants, the 16
// registers of AVX2.
constexpr std::size_t chains = 6;

void compute(Probe& probe) {
  std::array<Vector, chains> product;
  std::array<Vector, chains> sum;
  product.fill(Vector{} + 1.0F);
  sum.fill(Vector{});
  // Read through volatile: the compiler must not know the constants. Numbers stay normal.
  const volatile float nearly_one = 0x1.fffffep-1F;
  const volatile float little = 0x1p-20F;
  const Vector factor = Vector{} + nearly_one;
  const Vector step = Vector{} + little;
  for (std::uint32_t round = 0; round < probe.rounds; ++round) {
    for (std::size_t c = 0; c < chains; ++c) {
      product[c] = product[c] * factor;
      sum[c] = sum[c] + step;
    }
  }
  Vector all{};
  for (std::size_t c = 0; c < chains; ++c) {
    all = all + product[c] + sum[c];
  }
  probe.result = all[0];
  probe.operations = 2.0 * chains * Pack::width * probe.rounds;
}

void draw(Probe& probe) {
  using Real = Lanes<float, block_runs>;
  constexpr std::uint32_t spread = 0x9E3779B9U;  // entities are hashes; any odd number will do
  BitsOf<Real> runs{};
  for (std::uint32_t k = 0; k < runs.size(); ++k) {
    runs[k] = k;
  }
  const Random<Real> random({1, runs});
  Real sum(0);
  for (std::uint32_t tick = 0; tick < probe.rounds; ++tick) {
    for (std::uint32_t k = 0; k < probe.draws; ++k) {
      sum += random.uniform(tick, k * spread, 1);
    }
  }
  probe.result = lane(sum, 0);
}

}  // namespace
}  // namespace tumen

extern "C" void TUMEN_UNIT(tumen::Probe* probe) {
  if (probe->kind == tumen::ProbeKind::arithmetic) {
    tumen::compute(*probe);
  } else {
    tumen::draw(*probe);
  }
}
