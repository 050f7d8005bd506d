#include "sim/lanes/isa.hpp"

#include "sim/lanes/run_block.hpp"

// The units that were built, by the build: TUMEN_UNIT(baseline), TUMEN_UNIT(avx2) ...
#define TUMEN_UNIT(name) extern "C" void tumen_run_block_##name(const tumen::Block*);
TUMEN_UNITS
#undef TUMEN_UNIT

namespace tumen {
namespace {

using RunBlock = void (*)(const Block*);

RunBlock unit_of(Isa isa) {
#define TUMEN_UNIT(name)           \
  if (isa == Isa::name) {          \
    return tumen_run_block_##name; \
  }
  TUMEN_UNITS
#undef TUMEN_UNIT
  return nullptr;
}

bool processor_has(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::avx2) {
    return __builtin_cpu_supports("avx2") != 0;
  }
  if (isa == Isa::avx512) {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
           __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  }
#endif
  return isa == Isa::baseline;
}

}  // namespace

bool is_available(Isa isa) {
  return isa == Isa::scalar || (unit_of(isa) != nullptr && processor_has(isa));
}

std::vector<Isa> available_isas() {
  std::vector<Isa> isas;
  for (const Isa isa : {Isa::scalar, Isa::baseline, Isa::avx2, Isa::avx512}) {
    if (is_available(isa)) {
      isas.push_back(isa);
    }
  }
  return isas;
}

Isa widest_isa() {
  return available_isas().back();
}

void run_block(Isa isa, const Block& block) {
  if (isa != Isa::scalar) {
    unit_of(isa)(&block);
  } else if (block.in_double) {
    run_scalars<double>(block);
  } else {
    run_scalars<float>(block);
  }
}

}  // namespace tumen
