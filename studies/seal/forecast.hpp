#pragma once
// What a study says of the future: questions with a rubric by which they will be resolved, and the
// distributions that the model gives for them.
#include "sim/batch/batch.hpp"
#include "sim/json_writer.hpp"
#include "studies/study.hpp"

#include <string>
#include <vector>

namespace tumen {

/// The distributions of a study's forecasts: counted over all points and replicates.
struct ForecastRun {
  BatchPlan plan;  ///< what was run
  BatchCounts counts;
};

/// Runs a study for the outcomes of its forecasts. Throws InputError if it has none.
[[nodiscard]] ForecastRun run_forecasts(const Study& study, const Scenario& scenario,
                                        const BatchSettings& settings,
                                        const Progress& progress = {});

/// The forecasts with what was counted, an object each: id, question, rubric, resolves, outcome,
/// unit; runs, and in how many of them the outcome came about; mean with its 90 % interval (of
/// chance in the simulation alone) and quantiles at quantile_levels. The mean of an outcome that is
/// 0 or 1 is a probability.
[[nodiscard]] JsonArray forecasts_json(const Study& study, const ForecastRun& run);

}  // namespace tumen
