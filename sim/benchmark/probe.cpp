#include "sim/benchmark/probe.hpp"

// The units that were built, by the build: TUMEN_UNIT(baseline), TUMEN_UNIT(avx2) ...
#define TUMEN_UNIT(name) extern "C" void tumen_probe_##name(tumen::Probe*);
TUMEN_UNITS
#undef TUMEN_UNIT

namespace tumen {

void run_probe(Isa isa, Probe& probe) {
#define TUMEN_UNIT(name)        \
  if (isa == Isa::name) {       \
    tumen_probe_##name(&probe); \
  }
  TUMEN_UNITS
#undef TUMEN_UNIT
}

}  // namespace tumen
