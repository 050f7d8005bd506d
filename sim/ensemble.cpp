#include "sim/ensemble.hpp"

#include "sim/batch/batch.hpp"
#include "sim/parallel.hpp"
#include "sim/reporter.hpp"

#include <algorithm>

namespace tumen {

Ensemble run_ensemble(const Scenario& scenario, const std::vector<Outcome>& outcomes,
                      const EnsembleSettings& settings, const Progress& progress) {
  Ensemble e{outcomes, std::vector<std::vector<double>>(settings.runs),
             std::vector<char>(settings.runs, 0), false};
  Reporter reporter(progress, settings.runs);
  constexpr auto size = static_cast<std::uint32_t>(block_runs);
  const std::size_t blocks = (settings.runs + size - 1) / size;
  parallel_for(blocks, settings.threads, [&](std::size_t block) {
    if (!reporter.go_on()) {
      return;
    }
    const auto first = static_cast<std::uint32_t>(block) * size;
    const std::uint32_t runs = std::min(size, settings.runs - first);
    run_block(settings.isa, {scenario, outcomes, settings.seed, settings.first_run + first, runs,
                             settings.in_double, &e.values[first]});
    std::fill_n(e.done.begin() + first, runs, char{1});
    reporter.finished(runs);
  });
  e.interrupted = !reporter.go_on();
  return e;
}

Summary summarise(const Ensemble& e, std::size_t outcome) {
  Statistic statistic;
  std::uint64_t runs = 0;
  for (std::size_t k = 0; k < e.values.size(); ++k) {
    if (e.done[k] != 0) {
      ++runs;
      statistic.add(e.values[k][outcome]);
    }
  }
  return summary_of(statistic, runs);
}

}  // namespace tumen
