#pragma once
// A block of runs that move side by side, one a lane.
#include "sim/outcomes.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tumen {

/// Runs in a block: lanes of 32 floats fill two AVX-512 registers, four of AVX2, eight of SSE2.
/// With two, the processor works on one while it waits for the other
/// (docs/explanation/performance.md).
inline constexpr int block_runs = 32;

/// What the runs of a block differ in besides their luck.
struct BlockSettings {
  std::array<std::uint32_t, block_runs> replicates{};  ///< the run whose luck each has
  std::vector<Number> numbers;
  std::vector<std::array<double, block_runs>> values;  ///< by number
};

/// A followed outcome at the end of a tick in the runs of a block.
struct Followed {
  float value;  ///< that all runs have, NaN where missing
  Id row;       ///< of the values by run where they differ, else no_id
};

/// What a block is to do; holds references only.
struct Block {
  const Scenario& scenario;
  const std::vector<Outcome>& outcomes;
  std::uint64_t seed;
  std::uint32_t first_run;  ///< its runs are first_run, first_run + 1, ...
  std::uint32_t runs;       ///< at most block_runs
  bool in_double;
  std::vector<double>* values;  ///< of `runs` vectors: the outcomes of each run, NaN where missing
  const std::vector<Outcome>* followed = nullptr;  ///< outcomes to note at the end of every tick
  Followed* by_tick = nullptr;                     ///< [tick][followed]
  float* by_run = nullptr;                  ///< [row][block_runs], as many rows as in by_tick
  const BlockSettings* settings = nullptr;  ///< null where all runs have the scenario's numbers
};

}  // namespace tumen
