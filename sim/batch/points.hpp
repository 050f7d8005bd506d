#pragma once
// Settings that a batch goes through: each point gives some numbers of the scenario other values,
// and is run once for every replicate. Replicates share their luck over the points.
#include "sim/lanes/block.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tumen {

/// What somebody may decide, as against what everybody meets: settings (PATH=VALUE) laid over the
/// scenario in a part of the runs.
struct BatchPolicy {
  std::string name;
  std::vector<std::string> settings;
};

/// Invariant: as many columns as paths, all of the same length, at least one.
struct Points {
  std::string text;                ///< the table, as it was given
  std::string record;              ///< how a design was made (JSON), empty for other tables
  std::string study;               ///< the study that asked for it (YAML), empty if none did
  std::vector<std::string> paths;  ///< of numbers of the scenario
  std::vector<std::vector<double>> columns;  ///< by path: a value a point, in the number's unit
  std::uint32_t replicates = 1;
  std::vector<BatchPolicy> policies = {};  ///< each goes through all points; none: the scenario's

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(columns.front().size());
  }
  [[nodiscard]] std::uint32_t runs_of_policy() const { return count() * replicates; }
  /// The policies, or one where there are none.
  [[nodiscard]] std::uint32_t parts() const {
    return static_cast<std::uint32_t>(std::max<std::size_t>(1, policies.size()));
  }
  [[nodiscard]] std::uint32_t runs() const { return runs_of_policy() * parts(); }
  /// Policy after policy; of one policy run r is replicate r / count of point r % count: a policy
  /// that ends early has been to all points equally often. The replicate alone decides the luck.
  [[nodiscard]] std::uint32_t policy_of(std::uint32_t run) const { return run / runs_of_policy(); }
  [[nodiscard]] std::uint32_t point_of(std::uint32_t run) const { return run % count(); }
  [[nodiscard]] std::uint32_t replicate_of(std::uint32_t run) const {
    return run / count() % replicates;
  }
};

/// Reads a table of points: CSV, a column a path. Throws InputError as parse_table does.
[[nodiscard]] Points parse_points(std::string text, const std::string& file,
                                  std::uint32_t replicates);

/// Throws InputError if the scenario cannot go through the points: a path that is none of its
/// numbers (with the nearest), a value that it does not admit, more than 2^32 - 1 runs, what
/// policy_scenarios refuses.
void check_points(const Scenario& scenario, const Points& points, const std::string& file);

/// The scenario of each policy; the scenario itself where there are none. Throws InputError: a
/// setting that --set would refuse, one of a column of the points, a policy with other ticks.
[[nodiscard]] std::vector<Scenario> policy_scenarios(const Scenario& scenario,
                                                     const Points& points);

/// What the runs of a block differ in.
class PointsOfBlock {
 public:
  PointsOfBlock(const Scenario& scenario, const Points& points);

  /// Sets the block up for `runs` runs from `first`, all of one policy.
  void set(std::uint32_t first, std::uint32_t runs);
  [[nodiscard]] const BlockSettings& settings() const { return settings_; }

 private:
  const Points& points_;
  BlockSettings settings_;
};

}  // namespace tumen
