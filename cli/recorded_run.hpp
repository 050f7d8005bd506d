#pragma once
// What a run's manifest says of how it was made, to make it again.
#include "sim/run.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tumen::cli {

struct RecordedRun {
  std::string scenario_file;
  std::vector<std::string> overrides;
  RunSettings settings;
};

/// True for a folder with a manifest.json.
[[nodiscard]] bool is_run_directory(const std::filesystem::path& path);

/// Throws InputError if the manifest cannot be read or is not that of a run.
[[nodiscard]] RecordedRun read_recorded_run(const std::filesystem::path& folder);

}  // namespace tumen::cli
