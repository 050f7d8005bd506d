#pragma once
// How `tumen batch` counts the runs of its folder, and what it and `tumen merge` do once they are
// counted.
#include "cli/session.hpp"
#include "sim/batch/folder.hpp"
#include "sim/mpi_ranks.hpp"

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
  std::vector<std::uint64_t> runs_by_rank = {};  ///< of this session, where there are ranks
  std::chrono::system_clock::time_point started = std::chrono::system_clock::now();
  std::chrono::steady_clock::time_point clock = std::chrono::steady_clock::now();
};

/// Counts the runs that the folder misses, alone or as the leader of `ranks`, until an interrupt.
void run_missing(BatchJob& job, BatchFolder& folder, double keep_every, Ranks& ranks,
                 const Session& session);

/// Counts the part of a rank that does not lead and sends it to the one that does.
void help_leader(int threads, Isa isa, double keep_every, Ranks& ranks);

/// Writes all files of the folder, prints the tables and sets the exit code: interrupted where runs
/// are missing.
void conclude(const BatchJob& job, BatchFolder& folder, Session& session);

}  // namespace tumen::cli
