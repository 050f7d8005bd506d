#pragma once
// The standard workload: how fast this machine runs ensembles of a scenario, by instruction set and
// threads, and whether all of them give the same bits. Times are for orientation; ratios of one
// call can be compared.
#include "sim/ensemble.hpp"

#include <string>

namespace tumen {

struct BenchmarkSettings {
  std::uint32_t runs = 512;  ///< of a measurement in lanes; scalar code takes an eighth of them
  int repeats = 3;           ///< rounds over all measurements in turn; the fastest of each counts
  int threads = 0;           ///< of the measurement with many; 0 = all
};

/// One way to run the workload.
struct BenchmarkRow {
  Isa isa = Isa::scalar;
  int threads = 1;
  std::uint32_t runs = 0;
  double seconds = 0;  ///< fastest repeat
  [[nodiscard]] double rate() const { return static_cast<double>(runs) / seconds; }  ///< runs/s
};

struct Benchmark {
  std::string scenario;
  Id ticks = 0;
  std::vector<BenchmarkRow> rows;  ///< one thread on each instruction set, then many on the widest
  double futures_ms = 0;           ///< 1,000 runs of 40 ticks, all threads, the fastest repeat
  std::string checksum;    ///< of the outcomes of all runs; depends on scenario and runs alone
  bool same_bits = false;  ///< on every instruction set, as far as scalar code went
};

/// Runs the workload; `progress` hears of finished measurements.
[[nodiscard]] Benchmark run_benchmark(const Scenario& scenario, const BenchmarkSettings& settings,
                                      const Progress& progress = {});

}  // namespace tumen
