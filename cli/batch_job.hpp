#pragma once
// What `tumen batch` and `tumen merge` do with a folder once its runs are counted.
#include "cli/session.hpp"
#include "sim/batch/folder.hpp"

#include <chrono>

namespace tumen::cli {

/// A batch with its folder.
struct BatchJob {
  Scenario scenario;
  BatchPlan plan;
  std::filesystem::path folder;
  std::string scenario_file;
  std::vector<std::string> overrides;
  int threads = 0;
  Isa isa = Isa::scalar;
  std::chrono::system_clock::time_point started = std::chrono::system_clock::now();
  std::chrono::steady_clock::time_point clock = std::chrono::steady_clock::now();
};

/// Writes all files of the folder, prints the tables and sets the exit code.
void conclude(const BatchJob& job, BatchFolder& folder, bool is_interrupted, Session& session);

}  // namespace tumen::cli
