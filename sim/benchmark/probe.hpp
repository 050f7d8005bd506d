#pragma once
// Measures of one core beside the tick, compiled like the lanes (sim/lanes): how fast it multiplies
// and adds at best, and how fast it draws random numbers. They run in the calling thread.
#include "sim/lanes/isa.hpp"

#include <cstdint>

namespace tumen {

enum class ProbeKind : std::uint8_t { arithmetic, draws };

/// What a unit is asked and what it answers.
struct Probe {
  ProbeKind kind = ProbeKind::arithmetic;
  std::uint32_t rounds = 1;  ///< of arithmetic, or ticks
  std::uint32_t draws = 0;   ///< uniform numbers a run and tick, each from a block of Philox
  double operations = 0;     ///< out: multiplications and additions done, all lanes counted
  float result = 0;          ///< out: depends on all that was computed; means nothing
};

/// One round of arithmetic is six multiplications and six additions of a whole vector register,
/// each chain independent of the others and nothing fused: what lanes could do at best, for the
/// core never fuses. One round of draws is a tick of a block of lanes, its random numbers alone.
void run_probe(Isa isa, Probe& probe);

}  // namespace tumen
