#pragma once
// Options that tumen calibrate and tumen backtest share.
#include "cli/scenario_options.hpp"
#include "studies/backtest/calibration.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

struct BacktestOptions {
  std::string record = "record-1990-2024";
  std::string out;
  bool force = false;
  int threads = 0;
  CalibrationSettings settings;
};

/// Adds --record, what a calibration keeps, --threads, --out and --force.
void add_calibration_options(CLI::App& command, BacktestOptions& options);

/// The record by path, or by name under `record/` of the configurations. Throws InputError.
[[nodiscard]] HistoricalRecord load_record(const BacktestOptions& options);

/// A scenario by name with overrides.
[[nodiscard]] Scenario load_named(const std::string& name,
                                  const std::vector<std::string>& overrides);

/// A file by path, or under `folder` of the configurations. Throws InputError.
[[nodiscard]] std::filesystem::path find_config(const std::string& option, const std::string& name,
                                                const std::string& folder);

}  // namespace tumen::cli
