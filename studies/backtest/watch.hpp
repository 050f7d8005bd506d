#pragma once
// What patterns ask of a run and no outcome counts: terms of deals, levels of sanctions, the rhythm
// of tests, how long freezes last. Runs are stepped one by one for it.
#include "studies/backtest/futures.hpp"

#include <string>
#include <vector>

namespace tumen {

struct Watched {
  std::vector<double> haircuts;  ///< of the write-off of the old debt when signed: share of the
                                 ///< value lost, H = 1 - (1 - h) (1 - exp(-r T)) / (r T)
  std::vector<double> fees;      ///< on the table in each tick of talks on the gas line
                                 ///< [USD / 1000 m3 / 100 km]
  double level_before = 0, level_after = 0;  ///< of the Council's measures, at `until` and the end
  int eased = 0;                             ///< ticks after `until` in which that level fell
  int tests_after_test = 0, quarters_after_test = 0;  ///< in the four quarters after a test
  int tests_else = 0, quarters_else = 0;              ///< in all other quarters
  std::vector<double> freezes;  ///< years in force of deals with a freeze that came to an end
};

/// Watches runs from the year `until` on. Looks for debts, corridors and packages by the names they
/// have in configs/; what a scenario has not stays empty.
[[nodiscard]] std::vector<Watched> watch_runs(const Scenario& scenario, const Points& points,
                                              const std::vector<ChosenRun>& runs, double until,
                                              const FuturesSettings& settings);

}  // namespace tumen
