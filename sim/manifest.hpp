#pragma once
// manifest.json: the one file of a result folder that may differ between two runs of the same
// settings. What was run, by which build, where, when, and the hashes of the other files.
#include "sim/json_writer.hpp"
#include "sim/result_directory.hpp"
#include "sim/run.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace tumen {

/// What the manifest tells besides the build and the machine.
struct ManifestInput {
  std::string kind;                  ///< "run", "batch"
  std::vector<std::string> command;  ///< as given to the program
  std::string scenario_file;
  std::vector<std::string> overrides;  ///< PATH=VALUE, in order
  RunSettings settings;
  std::uint32_t runs = 1;
  bool is_interrupted = false;
  std::chrono::system_clock::time_point started;
  double seconds = 0;                            ///< of wall time
  std::string isa = "scalar";                    ///< instruction set it ran on
  std::vector<std::uint64_t> runs_by_rank = {};  ///< in this session, where there were ranks
};

/// Most memory this process has held so far [MB]; NaN where the system does not tell.
[[nodiscard]] double peak_memory_mb();

/// The manifest of a folder whose other files are written.
[[nodiscard]] JsonObject make_manifest(const Scenario& scenario, const ManifestInput& input,
                                       const std::vector<ResultFile>& files);

/// Version, git state, compiler, build type, flags and threads' backend of this build.
[[nodiscard]] JsonObject describe_build();

/// The processor's own name; empty where the system does not tell it.
[[nodiscard]] std::string processor_name();

}  // namespace tumen
