#include "sim/benchmark/benchmark.hpp"

#include "sim/parallel.hpp"
#include "sim/result_directory.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace tumen {
namespace {

constexpr std::uint32_t futures = 1000;
constexpr Id futures_ticks = 40;
constexpr std::uint32_t scalar_part = 8;

std::vector<BenchmarkRow> rows_of(const BenchmarkSettings& settings) {
  std::vector<BenchmarkRow> rows;
  for (const Isa isa : available_isas()) {
    const std::uint32_t runs = isa == Isa::scalar ? settings.runs / scalar_part : settings.runs;
    rows.push_back({isa, 1, std::max(runs, std::uint32_t{1}), 0});
  }
  const int all = settings.threads > 0 ? settings.threads : available_threads();
  rows.push_back({widest_isa(), all, settings.runs, 0});
  return rows;
}

EnsembleSettings ensemble_of(const BenchmarkRow& row) {
  EnsembleSettings settings;
  settings.runs = row.runs;
  settings.threads = row.threads;
  settings.isa = row.isa;
  return settings;
}

/// The outcomes of the first `runs` runs as text of their bits.
std::string bytes_of(const Ensemble& e, std::uint32_t runs) {
  std::string bytes;
  for (std::uint32_t k = 0; k < runs; ++k) {
    const std::vector<double>& values = e.values[k];
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double));
  }
  return bytes;
}

/// Runs and times one ensemble; keeps the shorter time in `seconds` if that is above 0.
Ensemble timed(const Scenario& s, const EnsembleSettings& settings, double& seconds) {
  const std::vector<Outcome> outcomes = default_outcomes(s);
  const auto start = std::chrono::steady_clock::now();
  Ensemble e = run_ensemble(s, outcomes, settings);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  seconds = seconds > 0 ? std::min(seconds, passed.count()) : passed.count();
  return e;
}

double time_futures(const Scenario& scenario, const BenchmarkSettings& settings) {
  Scenario s = scenario;
  s.model.ticks = std::min(s.model.ticks, futures_ticks);
  double seconds = 0;
  for (int k = 0; k <= settings.repeats; ++k) {  // the first one warms up
    static_cast<void>(timed(s, ensemble_of({widest_isa(), settings.threads, futures, 0}), seconds));
  }
  return seconds * 1000;
}

}  // namespace

Benchmark run_benchmark(const Scenario& scenario, const BenchmarkSettings& settings,
                        const Progress& progress) {
  Benchmark b{scenario.name, scenario.model.ticks, rows_of(settings), 0, {}, true};
  const std::size_t total = b.rows.size() * static_cast<std::size_t>(settings.repeats);
  const std::uint32_t shared = b.rows.front().runs;
  std::string scalar;
  std::size_t done = 0;
  for (int repeat = 0; repeat < settings.repeats; ++repeat) {
    for (BenchmarkRow& row : b.rows) {
      const Ensemble e = timed(scenario, ensemble_of(row), row.seconds);
      const std::string bytes = bytes_of(e, shared);
      scalar = scalar.empty() ? bytes : scalar;
      b.same_bits = b.same_bits && bytes == scalar;
      b.checksum = fnv1a64(bytes_of(e, row.runs));
      if (progress) {
        static_cast<void>(progress(++done, total));
      }
    }
  }
  b.futures_ms = time_futures(scenario, settings);
  return b;
}

}  // namespace tumen
