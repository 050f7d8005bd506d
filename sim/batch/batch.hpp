#pragma once
// An ensemble of any size in bounded memory: runs are counted block by block and forgotten. Counts
// can be merged in any order without changing a bit, so a batch can be cut into threads, ranks,
// shards and sessions as one likes.
#include "sim/batch/points.hpp"
#include "sim/batch/run_set.hpp"
#include "sim/batch/statistic.hpp"
#include "sim/ensemble.hpp"

#include <functional>
#include <vector>

namespace tumen {

/// Part `index` of `count` equal parts of a batch, from 1.
struct Shard {
  std::uint32_t index = 1, count = 1;
};

/// What a batch computes: all that its results depend on.
struct BatchPlan {
  std::uint64_t seed = 1;
  std::uint32_t runs = 1000;
  bool in_double = false;
  bool per_run = false;                ///< keep the outcomes of every run
  Shard shard = {};                    ///< the part of the runs that is counted here
  std::vector<Outcome> outcomes = {};  ///< counted over whole runs
  std::vector<Outcome> followed = {};  ///< counted at every tick too (fan charts)
  /// Null where all runs have the scenario's numbers; else `runs` is count times replicates.
  std::shared_ptr<const Points> points = {};
};

/// The outcomes of consecutive runs, one after the other.
struct RunValues {
  std::uint32_t first = 0;
  std::vector<double> values;  ///< [run][outcome], NaN where missing
};

/// What was counted over a set of runs.
struct BatchCounts {
  RunSet runs;
  std::vector<Statistic> outcomes;  ///< one an outcome
  std::vector<Statistic> by_tick;   ///< [policy][tick][followed]
  std::vector<RunValues> per_run;   ///< empty unless asked for; ascending once sorted

  BatchCounts() = default;
  BatchCounts(const BatchPlan& plan, Id ticks);

  /// Adds counts of other runs.
  void merge(BatchCounts&& other);

  /// The bytes depend on the runs and what they did alone, not on how they came together.
  [[nodiscard]] std::string bytes() const;
  /// Reads what bytes() wrote of a batch of the same plan. Throws BytesError.
  static BatchCounts read(std::string_view bytes, const BatchPlan& plan, Id ticks);
};

struct BatchSettings {
  int threads = 0;         ///< 0 = all
  Isa isa = widest_isa();  ///< must be available; changes no bit
  double keep_every = 10;  ///< seconds between two calls of `keep`
};

/// Counts the runs of `todo` and hands the counts to `keep`, piece by piece, each run in one of
/// them; one thread at a time. Starts no new block once `progress` has returned false; what was
/// begun is finished and kept. Returns false if it was stopped so.
bool count_runs(const Scenario& scenario, const BatchPlan& plan, const RunSet& todo,
                const BatchSettings& settings, const std::function<void(BatchCounts&&)>& keep,
                const Progress& progress = {});

/// The runs of a part of a batch: consecutive blocks, as even as they can be cut.
[[nodiscard]] RunSpan runs_of(std::uint32_t runs, Shard shard);

/// A part of some runs of a batch, cut in the same way.
[[nodiscard]] RunSet part_of(const RunSet& runs, Shard shard);

/// Summary of what was counted over `runs` runs.
[[nodiscard]] Summary summary_of(const Statistic& statistic, std::uint64_t runs);

}  // namespace tumen
