#pragma once
// How `tumen batch` counts the runs of its folder, and what it and `tumen merge` do once they are
// counted.
#include "cli/session.hpp"
#include "sim/batch/folder.hpp"
#include "sim/mpi_ranks.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

namespace tumen::cli {

/// A batch with its folder.
struct BatchJob {
  std::string command = "batch";  ///< the subcommand
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

/// Most runs of a batch.
inline constexpr std::uint32_t most_runs = 4'000'000'000;

/// How a batch is counted; no result depends on it.
struct BatchMeans {
  std::string command;  ///< the subcommand, for messages and the manifest
  int threads = 0;
  Isa isa = Isa::scalar;
  double keep_every = 10;
  int ranks = 1;
};

/// Adds --keep-every and --ranks.
void add_counting_options(CLI::App& command, double& keep_every, int& ranks);

/// The part of --shard I/N. Throws InputError unless 1 <= I <= N.
[[nodiscard]] Shard shard_of(const std::string& text);

/// Throws InputError if more values of single runs would be kept than fit into memory.
void check_size(const BatchPlan& plan);

/// Opens the folder of a batch that was begun; `is_checked`: it must be that of `job`, which is
/// filled in otherwise. Throws InputError.
[[nodiscard]] BatchFolder resume_batch(const std::filesystem::path& folder, BatchJob& job,
                                       bool is_checked);

/// Counts a batch whose job and folder `open` gives, alone or with other ranks, until it is done or
/// interrupted; writes its files, prints its tables and sets the exit code. Returns the job where
/// this process led and nothing is missing.
[[nodiscard]] std::optional<BatchJob> run_batch(const BatchMeans& means,
                                                const std::function<BatchFolder(BatchJob&)>& open,
                                                Session& session);

/// Writes all files of the folder, prints the tables and sets the exit code: interrupted where runs
/// are missing.
void conclude(const BatchJob& job, BatchFolder& folder, Session& session);

}  // namespace tumen::cli
