#pragma once
// The standard workload: how fast this machine runs ensembles of a scenario, by instruction set and
// threads, how near that comes to what the core can do, and whether all give the same bits. Times
// are for orientation; ratios of one call can be compared. What is measured is told in
// docs/explanation/performance.md.
#include "sim/benchmark/measured.hpp"
#include "sim/benchmark/operations.hpp"
#include "sim/ensemble.hpp"

#include <optional>
#include <string>

namespace tumen {

/// Ticks of a future in the line "1,000 futures of 40 ticks".
inline constexpr Id futures_ticks = 40;

/// The scenario, ended after so many ticks; only the outcomes that every scenario has are left.
[[nodiscard]] Scenario with_short_futures(Scenario scenario);

/// The scenario of the workload with these overrides (PATH=VALUE); throws InputError.
using Loader = std::function<Scenario(const std::vector<std::string>& overrides)>;

struct BenchmarkSettings {
  std::uint32_t runs = 256;  ///< of a measurement in lanes; scalar code takes an eighth of them
  int repeats = 3;           ///< rounds over all measurements in turn
  int threads = 0;           ///< of the measurement with most; 0 = all
  /// Runs/s of as many processes as threads, each alone on a core, added up; may be empty.
  std::function<double()> processes = {};
};

/// The workload on one instruction set and number of threads; its work is runs.
struct BenchmarkRow {
  Isa isa = Isa::scalar;
  int threads = 1;
  std::uint32_t runs = 0;
  Measured time = {};       ///< on the clock
  Measured processor = {};  ///< of the thread; only where there is one
};

/// A variant of the scenario on one thread of the widest set; its work is ticks of single runs.
struct BenchmarkWorld {
  Scenario scenario;
  Measured time = {};
};

struct Benchmark {
  std::string scenario;
  Id ticks = 0;
  double load =
      0;  ///< threads that wanted a core in the minute before, others' work; NaN if unknown
  std::vector<BenchmarkRow> rows;  ///< one thread on each instruction set, then 2, 4 .. all threads
  std::size_t widest = 0;          ///< the row of one thread on the widest set
  Measured processes;              ///< runs of as many processes as the last row has threads
  Measured tick;         ///< ticks of single runs without outcomes, one thread, widest set
  Measured draws;        ///< the random numbers of as many ticks alone
  Measured arithmetic;   ///< separate multiplications and additions, as fast as the core does them
  Measured futures;      ///< 1,000 runs of 40 ticks, all threads
  double memory_mb = 0;  ///< most memory of a process that counted this many futures as a
  std::uint32_t memory_runs = 0;  ///< batch does; the command line measures it in a copy
  OperationCount operations;
  std::vector<BenchmarkWorld> by_agents;  ///< 6, 12, 24, 48 countries, the same packages and pairs
  std::vector<BenchmarkWorld> by_ticks;   ///< runs of 10, 40, 160 ticks
  std::string checksum;    ///< of the outcomes of all runs; depends on scenario and runs alone
  bool same_bits = false;  ///< on every instruction set, as far as scalar code went
  /// Whether the checksum is the one on file; nothing where the workload is not a standard one.
  std::optional<bool> verified;

  /// Rate of lanes on the widest set over that of scalar code, one thread each.
  [[nodiscard]] double lanes_over_scalar() const;
  /// Operations a second in the tick, one thread [1/s].
  [[nodiscard]] double arithmetic_rate() const;
  /// The same over what the core can do; no unit.
  [[nodiscard]] double peak_share() const;
  /// Time of the random numbers of a tick over the time of the tick.
  [[nodiscard]] double draws_share() const;
  /// Rate of one process on all threads over that of as many processes: the median over the rounds,
  /// because both need all cores and a neighbour on one of them slows both.
  [[nodiscard]] double threads_share() const;
};

/// Runs the workload; `progress` hears of finished measurements. Throws what `load` throws.
[[nodiscard]] Benchmark run_benchmark(const Loader& load, const BenchmarkSettings& settings,
                                      const Progress& progress = {});

/// The FNV-1a of the outcomes of an ensemble's runs, in their order.
[[nodiscard]] std::string checksum_of(const Ensemble& ensemble);

}  // namespace tumen
