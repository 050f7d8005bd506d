#pragma once
// The tables of a batch, as CSV texts and labelled arrays.
#include "sim/batch/batch.hpp"
#include "sim/netcdf_writer.hpp"

#include <string>

namespace tumen {

/// The summary of every outcome, in their order.
[[nodiscard]] std::vector<Summary> summaries_of(const BatchCounts& counts);

/// outcome, unit, runs, present, mean, sd, low, high, q05, q25, q50, q75, q95: over the finished
/// runs in which the outcome is not missing; low and high are the 90 % interval of the mean.
[[nodiscard]] std::string outcomes_csv(const BatchPlan& plan, const BatchCounts& counts);

/// outcome, unit, tick, year, present, mean, sd, min, max, q05, q25, q50, q75, q95: one row a
/// followed outcome and tick; `year` is the date at which the tick starts, values are at its end.
/// Where there are policies the first column names them.
[[nodiscard]] std::string by_tick_csv(const Scenario& scenario, const BatchPlan& plan,
                                      const BatchCounts& counts);

/// run, outcome, value: one row a finished run and outcome that is not missing. Where there are
/// points: point, replicate and a column an outcome, empty where it is missing; first the policy,
/// where there are policies.
[[nodiscard]] std::string runs_csv(const BatchPlan& plan, const BatchCounts& counts);

/// Statistics over (outcome), (outcome, quantile), (followed, tick) and (followed, tick, quantile).
[[nodiscard]] NetcdfData batch_arrays(const Scenario& scenario, const BatchPlan& plan,
                                      const BatchCounts& counts);

/// The runs as an array over (run, outcome), NaN where missing.
[[nodiscard]] NetcdfData run_arrays(const Scenario& scenario, const BatchPlan& plan,
                                    const BatchCounts& counts);

}  // namespace tumen
