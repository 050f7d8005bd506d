#pragma once
// A run, or a batch of runs, as one HTML page: what came of it, told and drawn, with the numbers
// behind every picture and what is needed to make it again. The page loads nothing and needs no
// script.
#include "sim/json_writer.hpp"
#include "sim/report_fans.hpp"
#include "sim/trace.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace tumen {

/// The page. `manifest` is that of the run's folder (sim/manifest.hpp).
[[nodiscard]] std::string run_report_html(const Scenario& scenario, const Trace& trace,
                                          const JsonObject& manifest);

/// One row of outcomes.csv; quantiles at 5, 25, 50, 75 and 95 %. NaN where nothing was counted.
struct OutcomeRow {
  std::string name, unit;
  std::size_t runs = 0, present = 0;
  double mean = 0, sd = 0, low = 0, high = 0;
  std::array<double, 5> quantile{};
};

/// The folder of a batch as it was written; nothing is run again.
struct RecordedBatch {
  Scenario scenario;
  JsonObject manifest;
  std::vector<OutcomeRow> outcomes;
  std::vector<report::Fan> fans = {};  ///< of by_tick.csv, none where nothing was followed
};

/// Reads the folder of a batch. Throws InputError if it is none, a file is missing, or outcomes.csv
/// or by_tick.csv has not the hash of the manifest.
[[nodiscard]] RecordedBatch read_batch(const std::filesystem::path& folder);

/// The page of an ensemble: how often deals and corridors came about, gains, debts.
[[nodiscard]] std::string batch_report_html(const RecordedBatch& batch);

/// A run made again from its folder.
struct RebuiltRun {
  Scenario scenario;
  Trace trace;
  JsonObject manifest;
};

/// The manifest of a folder of results. Throws InputError if there is none or it cannot be read.
[[nodiscard]] JsonObject read_manifest(const std::filesystem::path& folder);

/// Makes the run of a folder again from its scenario.yaml and manifest.json, and compares
/// state.csv, deals.csv and ledger.csv with those in the folder, byte for byte. Throws InputError
/// if the folder is not that of a run, a file is missing or was changed, or this build computes
/// another history.
[[nodiscard]] RebuiltRun rebuild_run(const std::filesystem::path& folder);

}  // namespace tumen
