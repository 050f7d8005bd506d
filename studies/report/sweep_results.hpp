#pragma once
// The folder of a sweep with its analysis: what its pages, pictures and tables are made from.
#include "sim/json_writer.hpp"
#include "sim/report_fans.hpp"
#include "sim/scenario/scenario.hpp"
#include "studies/report/sweep_policies.hpp"
#include "studies/sensitivity/index_rows.hpp"
#include "studies/study.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace tumen {

struct SweepResults {
  Scenario scenario;
  JsonObject manifest;
  std::optional<Study> study;  ///< none where points were given by hand
  AnalysedDesign design;
  DataTable points;  ///< the values of the factors
  AnalysisSettings settings;
  /// Of every outcome; with policies one after the other, by names like "OUTCOME under POLICY".
  std::vector<OutcomeAnalysis> outcomes;
  std::vector<std::vector<double>> means;  ///< of the same outcomes: by point, NaN where missing
  std::vector<report::Fan> fans;           ///< of what the study follows
  std::vector<SweepDecision> decisions;    ///< by outcome; empty without policies
};

/// Lines of the points that are independent of each other, or nearly: of a Saltelli design the base
/// points, of trajectories and of one factor at a time none.
[[nodiscard]] std::vector<std::size_t> independent_points(const SweepResults& sweep);

/// Reads the folder of a finished sweep and analyses every outcome over points.csv and runs.csv.
/// Throws InputError: no such folder, runs are missing (interrupted, or one part of several), a
/// file has not the hash of the manifest, the points are no design.
[[nodiscard]] SweepResults read_sweep(const std::filesystem::path& folder, int threads);

}  // namespace tumen
