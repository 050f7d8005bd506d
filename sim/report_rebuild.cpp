// From the folder of a run back to its trace: the folder holds tables, the report needs the reasons
// too, and a run is cheap to make again.
#include "sim/json_reader.hpp"
#include "sim/report_folder.hpp"
#include "sim/result_tables.hpp"
#include "sim/run.hpp"

#include <charconv>

namespace tumen {
namespace fs = std::filesystem;
using report::read_folder_file;
using report::refuse;

namespace {

/// Ticks that were done: the tick of the last row, plus one.
Id ticks_in(const std::string& state_csv, const fs::path& file) {
  const auto end = state_csv.find_last_not_of("\r\n");
  const auto line = state_csv.rfind('\n', end);
  const auto comma = line == std::string::npos ? line : state_csv.find(',', line);
  Id tick = -1;
  if (comma != std::string::npos) {
    std::from_chars(state_csv.data() + comma + 1, state_csv.data() + state_csv.size(), tick);
  }
  if (tick < 0) {
    refuse(file, "no row of a state", "the file as tumen run has written it");
  }
  return tick + 1;
}

RunSettings settings_of(const JsonObject& m, const fs::path& file) {
  try {
    RunSettings settings;
    settings.seed = count_at(m, "seed");
    settings.run = static_cast<std::uint32_t>(count_at(m, "first_run"));
    settings.in_double = text_at(m, "number") == "double";
    return settings;
  } catch (const JsonError& error) {
    refuse(file, std::string("not the manifest of a run: ") + error.what(),
           "a folder that tumen run has written");
  }
}

void compare(const fs::path& file, const std::string& again) {
  if (read_folder_file(file) != again) {
    refuse(file, "differs from what this build computes for the same scenario and seed",
           "the file unchanged, and the version named in manifest.json");
  }
}

}  // namespace

RebuiltRun rebuild_run(const fs::path& folder) {
  RebuiltRun run_again;
  run_again.manifest = read_manifest(folder);
  const fs::path manifest = folder / "manifest.json";
  if (text_at(run_again.manifest, "kind") != "run") {
    refuse(manifest, "results of another kind", "a folder that tumen run has written");
  }
  RunSettings settings = settings_of(run_again.manifest, manifest);
  const fs::path state = folder / "state.csv";
  const std::string state_text = read_folder_file(state);
  settings.ticks = ticks_in(state_text, state);
  run_again.scenario = report::read_scenario(folder / "scenario.yaml");
  run_again.trace = run(run_again.scenario, settings);
  run_again.trace.interrupted = text_at(run_again.manifest, "interrupted") == "true";
  compare(state, state_csv(run_again.scenario, run_again.trace));
  compare(folder / "deals.csv", deals_csv(run_again.scenario, run_again.trace));
  compare(folder / "ledger.csv", ledger_csv(run_again.scenario, run_again.trace));
  return run_again;
}

}  // namespace tumen
