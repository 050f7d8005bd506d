#pragma once
// A run as one HTML page: what came of it, told and drawn, with the numbers behind every picture
// and what is needed to make it again. The page loads nothing and needs no script.
#include "sim/json_writer.hpp"
#include "sim/trace.hpp"

#include <filesystem>
#include <string>

namespace tumen {

/// The page. `manifest` is that of the run's folder (sim/manifest.hpp).
[[nodiscard]] std::string run_report_html(const Scenario& scenario, const Trace& trace,
                                          const JsonObject& manifest);

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
