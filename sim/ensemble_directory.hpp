#pragma once
// The folder of an ensemble: manifest.json, outcomes.csv (one row an outcome), and where every run
// is asked for runs.csv and runs.nc. All but the manifest depend on scenario, settings and seed
// alone.
#include "sim/ensemble.hpp"
#include "sim/manifest.hpp"

namespace tumen {

/// The summary of every outcome, in their order.
[[nodiscard]] std::vector<Summary> summarise_all(const Ensemble& ensemble);

/// outcome, unit, runs, present, mean, sd, low, high, q05, q25, q50, q75, q95: over the finished
/// runs in which the outcome is not missing; low and high are the 90 % interval of the mean.
[[nodiscard]] std::string outcomes_csv(const Ensemble& ensemble,
                                       const std::vector<Summary>& summaries);

/// run, outcome, value: one row a finished run and outcome that is not missing.
[[nodiscard]] std::string runs_csv(const Ensemble& ensemble, std::uint32_t first_run);

/// Unit of an outcome, as in the catalogue.
[[nodiscard]] std::string_view unit_of(const Outcome& outcome);

/// An ensemble with its summaries.
struct EnsembleResult {
  Ensemble ensemble;
  std::vector<Summary> summaries;
};

/// Writes all files and moves the folder into place. Throws std::runtime_error if the disk does not
/// take them.
void write_ensemble(ResultDirectory& directory, const Scenario& scenario,
                    const EnsembleResult& result, const ManifestInput& manifest, bool with_runs);

}  // namespace tumen
