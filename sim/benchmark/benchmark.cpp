#include "sim/benchmark/benchmark.hpp"

#include "sim/benchmark/bystanders.hpp"
#include "sim/benchmark/probe.hpp"
#include "sim/benchmark/sizes.hpp"
#include "sim/document/problem.hpp"
#include "sim/parallel.hpp"
#include "sim/result_directory.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace tumen {
namespace {

constexpr std::uint32_t futures = 1000;
constexpr std::uint32_t scalar_part = 8;
/// Runs of the workload to a block of the measurements without outcomes, and most such blocks.
constexpr std::uint32_t runs_to_a_block = 64;
constexpr std::uint32_t most_blocks = 32;
/// Takes some 20 ms; the numbers of the probe stay normal for 10^9.
constexpr std::uint32_t arithmetic_rounds = 1U << 23;

std::vector<BenchmarkRow> rows_of(const BenchmarkSettings& settings) {
  std::vector<BenchmarkRow> rows;
  for (const Isa isa : available_isas()) {
    const std::uint32_t runs = isa == Isa::scalar ? settings.runs / scalar_part : settings.runs;
    rows.push_back({isa, 1, std::max(runs, std::uint32_t{1})});
  }
  const int all = settings.threads > 0 ? settings.threads : available_threads();
  for (int threads = 2; threads < all; threads *= 2) {
    rows.push_back({widest_isa(), threads, settings.runs});
  }
  rows.push_back({widest_isa(), all, settings.runs});
  for (BenchmarkRow& row : rows) {
    row.time.work = row.runs;
    row.processor.work = row.runs;
  }
  return rows;
}

Ensemble run_row(const Scenario& s, const BenchmarkRow& row) {
  EnsembleSettings settings;
  settings.runs = row.runs;
  settings.threads = row.threads;
  settings.isa = row.isa;
  return run_ensemble(s, default_outcomes(s), settings);
}

/// The outcomes of the first `runs` runs as text of their bits.
std::string bytes_of(const Ensemble& e, std::size_t runs) {
  std::string bytes;
  for (std::size_t k = 0; k < runs; ++k) {
    const std::vector<double>& values = e.values[k];
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double));
  }
  return bytes;
}

/// One row, timed, and its bits beside those of the rows before it.
Task row_task(Benchmark& b, BenchmarkRow& row, const Scenario& s, std::string& scalar) {
  return {&row.time, [&b, &row, &s, &scalar] {
            Ensemble e;
            double processor = 0;
            const double seconds =
                seconds_of([&] { processor = thread_seconds_of([&] { e = run_row(s, row); }); });
            if (row.threads == 1) {
              row.processor.seconds.push_back(processor);
            }
            const std::string bytes = bytes_of(e, b.rows.front().runs);
            scalar = scalar.empty() ? bytes : scalar;
            b.same_bits = b.same_bits && bytes == scalar;
            b.checksum = checksum_of(e);
            return seconds;
          }};
}

/// Blocks of runs on one thread of the widest set that count no outcome.
Task ticks_task(const Scenario& s, std::uint32_t blocks, Measured& into) {
  into.work = static_cast<double>(blocks) * block_runs * s.model.ticks;
  return {&into, [&s, blocks] {
            const std::vector<Outcome> nothing;
            std::vector<std::vector<double>> values(block_runs);
            return thread_seconds_of([&] {
              for (std::uint32_t k = 0; k < blocks; ++k) {
                run_block(widest_isa(),
                          {s, nothing, 1, k * block_runs, block_runs, false, values.data()});
              }
            });
          }};
}

Task probe_task(const Probe& probe, Measured& into) {
  return {&into, [probe] {
            Probe asked = probe;
            return thread_seconds_of([&] { run_probe(widest_isa(), asked); });
          }};
}

void load_worlds(Benchmark& b, const Loader& load, const Scenario& s) {
  const auto own = static_cast<int>(s.model.countries.size());
  for (const int agents : {6, 12, 24, 48}) {
    if (agents >= own) {
      b.by_agents.push_back({load(bystanders(agents - own))});
    }
  }
  for (const Id ticks : {10, 40, 160}) {
    try {
      b.by_ticks.push_back({load({"ticks=" + std::to_string(ticks)})});
    } catch (const InputError&) {
      if (ticks <= s.model.ticks) {  // not every scenario can be made longer
        throw;
      }
    }
  }
}

void add_single_thread_tasks(Benchmark& b, const Scenario& s, std::uint32_t blocks,
                             std::vector<Task>& tasks) {
  tasks.push_back(ticks_task(s, blocks, b.tick));
  const auto draws = static_cast<std::uint32_t>(std::lround(b.operations.draws_per_tick()));
  const Probe drawing{ProbeKind::draws, blocks * static_cast<std::uint32_t>(s.model.ticks), draws};
  b.draws.work = b.tick.work;
  tasks.push_back(probe_task(drawing, b.draws));
  Probe computing{ProbeKind::arithmetic, 1};
  run_probe(widest_isa(), computing);
  computing.rounds = arithmetic_rounds;
  b.arithmetic.work = computing.operations * arithmetic_rounds;
  tasks.push_back(probe_task(computing, b.arithmetic));
  for (std::vector<BenchmarkWorld>* const worlds : {&b.by_agents, &b.by_ticks}) {
    for (BenchmarkWorld& world : *worlds) {  // as many ticks in each
      const auto ticks = static_cast<std::uint32_t>(world.scenario.model.ticks);
      const std::uint32_t all = blocks * static_cast<std::uint32_t>(s.model.ticks);
      tasks.push_back(ticks_task(world.scenario, (all + ticks - 1) / ticks, world.time));
    }
  }
}

double load_of_machine() {
  double load = 0;
  return ::getloadavg(&load, 1) == 1 ? load : std::numeric_limits<double>::quiet_NaN();
}

std::optional<bool> verify(const Benchmark& b, const Scenario& s, std::uint32_t runs) {
  const std::string config = fnv1a64(s.config_text);
  for (const BenchmarkSize& size : benchmark_sizes) {
    if (size.runs == runs && size.config == config) {
      return size.checksum == b.checksum;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string checksum_of(const Ensemble& ensemble) {
  return fnv1a64(bytes_of(ensemble, ensemble.values.size()));
}

double Benchmark::lanes_over_scalar() const {
  return rows[widest].processor.rate() / rows.front().processor.rate();
}

double Benchmark::arithmetic_rate() const {
  return tick.rate() * operations.arithmetic_per_tick();
}

double Benchmark::peak_share() const {
  return arithmetic_rate() / arithmetic.rate();
}

double Benchmark::draws_share() const {
  return tick.rate() / draws.rate();
}

double Benchmark::threads_share() const {
  return median_ratio(rows.back().time, processes);
}

Scenario with_short_futures(Scenario scenario) {
  scenario.model.ticks = std::min(scenario.model.ticks, futures_ticks);
  scenario.outcomes = {};  // they may ask about years that come later
  return scenario;
}

Benchmark run_benchmark(const Loader& load, const BenchmarkSettings& settings,
                        const Progress& progress) {
  const Scenario s = load({});
  const Scenario future = with_short_futures(s);
  Benchmark b;
  b.load = load_of_machine();
  b.scenario = s.name;
  b.ticks = s.model.ticks;
  b.rows = rows_of(settings);
  b.widest = available_isas().size() - 1;
  b.same_bits = true;
  b.operations = count_operations(s);
  load_worlds(b, load, s);

  std::string scalar;
  std::vector<Task> tasks;
  for (BenchmarkRow& row : b.rows) {
    tasks.push_back(row_task(b, row, s, scalar));
  }
  if (settings.processes) {  // right after the row it is compared with
    b.processes.work = settings.runs;
    tasks.push_back({&b.processes, [&] { return settings.runs / settings.processes(); }});
  }
  const BenchmarkRow many{widest_isa(), b.rows.back().threads, futures};
  b.futures.work = futures;
  tasks.push_back(
      {&b.futures, [&] { return seconds_of([&] { static_cast<void>(run_row(future, many)); }); }});
  const std::uint32_t blocks = std::clamp(settings.runs / runs_to_a_block, 1U, most_blocks);
  add_single_thread_tasks(b, s, blocks, tasks);
  measure_in_turn(tasks, settings.repeats, progress);
  b.verified = verify(b, s, settings.runs);
  return b;
}

}  // namespace tumen
