#pragma once
// Single runs of a designed experiment, each with numbers and luck of its own.
#include "sim/batch/batch.hpp"

#include <cstdint>
#include <vector>

namespace tumen {

/// A run with the settings of `point` and the luck of run `run` (tumen run --run).
struct ChosenRun {
  std::uint32_t point = 0, run = 0;
};

/// All replicates of all points, replicate by replicate. No two have the same luck: where runs are
/// picked by what happened in them, shared luck would be picked with them, and few of 64 replicates
/// would stand for all.
[[nodiscard]] std::vector<ChosenRun> all_runs(const Points& points);

struct FuturesSettings {
  std::uint64_t seed = 1;
  BatchSettings batch = {};
  Progress progress = {};  ///< called with blocks of runs done
};

/// Outcomes of the chosen runs: [run][outcome], NaN where missing; empty if it was stopped. Each is
/// bit for bit what `tumen run` gives with its numbers, seed and run.
[[nodiscard]] std::vector<std::vector<double>> run_chosen(const Scenario& scenario,
                                                          const Points& points,
                                                          const std::vector<ChosenRun>& runs,
                                                          const std::vector<Outcome>& outcomes,
                                                          const FuturesSettings& settings);

}  // namespace tumen
