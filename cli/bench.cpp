// tumen bench: how fast is this machine?
#include "cli/bench_report.hpp"
#include "cli/commands.hpp"
#include "cli/lone_processes.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/batch/batch.hpp"
#include "sim/benchmark/sizes.hpp"
#include "sim/manifest.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct BenchOptions {
  std::string scenario = std::string(standard_scenario);
  std::string size = "small";
  int repeats = 3;
  int threads = 0;
  int alone_on = -1;    ///< core of a copy of the program that measures one thread; -1 = no copy
  bool memory = false;  ///< whether this is the copy whose memory is measured
};

const BenchmarkSize& size_of(const BenchOptions& o) {
  const auto* const size =
      std::find_if(benchmark_sizes.begin(), benchmark_sizes.end(),
                   [&](const BenchmarkSize& each) { return each.name == o.size; });
  if (size == benchmark_sizes.end()) {
    refuse_option("--size", in_quotes(o.size), "small, medium, large");
  }
  return *size;
}

int threads_of(const BenchOptions& o) {
  return o.threads > 0 ? o.threads : available_threads();
}

/// Whole blocks, so that no copy computes runs that nobody reads.
std::uint32_t runs_of_a_copy(const BenchOptions& o) {
  constexpr std::uint32_t block = block_runs;
  const std::uint32_t share = size_of(o).runs / static_cast<std::uint32_t>(threads_of(o));
  return std::max(share / block, 1U) * block;
}

struct Alone {
  Scenario scenario;
  std::vector<Outcome> outcomes;
  EnsembleSettings settings;
};

double rate_alone(const void* argument) {
  const auto& alone = *static_cast<const Alone*>(argument);
  return alone.settings.runs / seconds_of([&] {
           static_cast<void>(run_ensemble(alone.scenario, alone.outcomes, alone.settings));
         });
}

void measure_alone(const BenchOptions& o, const Scenario& scenario) {
  Alone alone{scenario, default_outcomes(scenario), {}};
  alone.settings.runs = runs_of_a_copy(o);
  alone.settings.threads = 1;
  answer_alone(o.alone_on, rate_alone, &alone);
}

struct MemoryOfBatch {
  Scenario scenario;
  BatchPlan plan;
  mutable bool is_counted = false;
};

/// Counts the futures once; the most memory this process has held [MB].
double memory_of(const void* argument) {
  const auto& batch = *static_cast<const MemoryOfBatch*>(argument);
  if (!std::exchange(batch.is_counted, true)) {
    BatchCounts sum(batch.plan, batch.scenario.model.ticks);
    count_runs(batch.scenario, batch.plan, RunSet(RunSpan{0, batch.plan.runs}), {},
               [&](BatchCounts&& part) { sum.merge(std::move(part)); });
  }
  return peak_memory_mb();
}

void measure_memory(const BenchOptions& o, const Scenario& scenario) {
  MemoryOfBatch batch{with_short_futures(scenario), {}};
  batch.plan.runs = size_of(o).futures;
  batch.plan.outcomes = default_outcomes(batch.scenario);
  batch.plan.followed = followed_outcomes(batch.scenario);
  answer_alone(0, memory_of, &batch);
}

std::vector<std::vector<std::string>> commands_of_copies(const BenchOptions& o) {
  std::vector<std::vector<std::string>> commands;
  for (int k = 0; k < threads_of(o); ++k) {
    commands.push_back({"bench", o.scenario, "--size", o.size, "--threads",
                        std::to_string(threads_of(o)), "--alone-on", std::to_string(k)});
  }
  return commands;
}

void bench_command(const BenchOptions& o, Session& session) {
  const std::uint32_t runs = size_of(o).runs;
  const auto roots = config_roots();
  const auto file = find_scenario(o.scenario, roots);
  const auto loader = [&](const auto& overrides) { return load_scenario(file, roots, overrides); };
  if (o.alone_on >= 0) {
    const Scenario scenario = loader(std::vector<std::string>());
    o.memory ? measure_memory(o, scenario) : measure_alone(o, scenario);
    return;
  }
  const LoneProcesses copies(commands_of_copies(o));
  ProgressBar bar("measurements", !session.is_quiet);
  Benchmark b = run_benchmark(loader, {runs, o.repeats, o.threads, [&] { return copies.rate(); }},
                              [&](auto done, auto of) {
                                bar.show(done, of);
                                return true;
                              });
  b.memory_runs = size_of(o).futures;
  b.memory_mb =
      LoneProcesses({{"bench", o.scenario, "--size", o.size, "--alone-on", "0", "--memory"}})
          .rate();
  if (session.is_json) {
    session.say(bench_json(b));
  } else {
    session.say(bench_text(b));
  }
  if (!b.same_bits || b.verified == false) {
    session.exit_code = ExitCode::internal;
  }
}

}  // namespace

void add_bench(CLI::App& app, Session& session) {
  auto options = std::make_shared<BenchOptions>();
  CLI::App& command = *app.add_subcommand("bench", "Measure how fast this machine runs ensembles");
  command.add_option("SCENARIO", options->scenario, "Name of a scenario or path of its file")
      ->capture_default_str();
  command.add_option("--size", options->size, "small, medium or large")
      ->type_name("NAME")
      ->capture_default_str();
  command.add_option("--repeats", options->repeats, "Rounds over all measurements")
      ->type_name("N")
      ->check(whole_number(1, 100))
      ->capture_default_str();
  command.add_option("--threads", options->threads, "Most threads to measure, 0 for all")
      ->type_name("N")
      ->check(whole_number(0, 4096))
      ->capture_default_str();
  command.add_option("--alone-on", options->alone_on, "Core of a copy that measures one thread")
      ->group("");  // for the program itself
  command.add_flag("--memory", options->memory, "The copy counts a batch and tells its memory")
      ->group("");
  command.footer("Examples:\n  tumen bench --size medium\n  tumen bench debt-only --json");
  command.callback([options, &session] { bench_command(*options, session); });
}

}  // namespace tumen::cli
