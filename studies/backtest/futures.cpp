#include "studies/backtest/futures.hpp"

#include "sim/parallel.hpp"
#include "sim/reporter.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace tumen {
namespace {

// What the runs from `first` on differ in; a block that is not full repeats its last run.
BlockSettings settings_of(const Scenario& scenario, const Points& points,
                          const std::vector<ChosenRun>& runs, std::size_t first) {
  BlockSettings out;
  out.values.resize(points.paths.size());
  for (const std::string& path : points.paths) {
    out.numbers.push_back(find_number(scenario, path).value());
  }
  for (std::size_t k = 0; k < block_runs; ++k) {
    const ChosenRun& run = runs[std::min(first + k, runs.size() - 1)];
    out.replicates[k] = run.run;
    for (std::size_t n = 0; n < out.values.size(); ++n) {
      out.values[n][k] = points.columns[n][run.point];
    }
  }
  return out;
}

}  // namespace

std::vector<ChosenRun> all_runs(const Points& points) {
  std::vector<ChosenRun> runs;
  runs.reserve(std::size_t{points.count()} * points.replicates);
  for (std::uint32_t run = 0; run < points.count() * points.replicates; ++run) {
    runs.push_back({points.point_of(run), run});
  }
  return runs;
}

std::vector<std::vector<double>> run_chosen(const Scenario& scenario, const Points& points,
                                            const std::vector<ChosenRun>& runs,
                                            const std::vector<Outcome>& outcomes,
                                            const FuturesSettings& settings) {
  std::vector<std::vector<double>> values(runs.size());
  const std::size_t blocks = (runs.size() + block_runs - 1) / block_runs;
  std::atomic<bool> stopped = false;
  std::mutex guard;
  std::size_t done = 0;
  parallel_for(blocks, settings.batch.threads, [&](std::size_t b) {
    if (stopped) {
      return;
    }
    const std::size_t first = b * block_runs;
    const auto size =
        static_cast<std::uint32_t>(std::min<std::size_t>(block_runs, runs.size() - first));
    const BlockSettings differ = settings_of(scenario, points, runs, first);
    run_block(settings.batch.isa, {.scenario = scenario,
                                   .outcomes = outcomes,
                                   .seed = settings.seed,
                                   .first_run = 0,
                                   .runs = size,
                                   .in_double = false,
                                   .values = values.data() + first,
                                   .settings = &differ});
    const std::scoped_lock lock(guard);
    if (settings.progress && !settings.progress(++done, blocks)) {
      stopped = true;
    }
  });
  return stopped ? std::vector<std::vector<double>>{} : values;
}

}  // namespace tumen
