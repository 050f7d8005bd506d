#pragma once
// Eleven patterns of the record that a model of this region should show, each with a figure and
// what it must be (docs/model.md, validation).
#include "studies/backtest/futures.hpp"

#include <string>
#include <vector>

namespace tumen {

struct Pattern {
  int number = 0;
  std::string says;         ///< what is seen in the record
  std::string figure;       ///< what was measured and found
  std::string asked;        ///< what counts as seen in the model
  bool is_implied = false;  ///< follows from what the arm declares: not scored
  bool holds = false;
};

/// Measures all patterns on chosen runs; `is_conditional` where the declared series go on after
/// `until`.
[[nodiscard]] std::vector<Pattern> find_patterns(const Scenario& scenario, const Points& points,
                                                 const std::vector<ChosenRun>& runs, double until,
                                                 bool is_conditional,
                                                 const FuturesSettings& settings);

}  // namespace tumen
