#pragma once
// How much of an outcome is luck, and how many replicates that asks for.
#include <cstddef>
#include <vector>

namespace tumen {

struct ReplicateReport {
  std::size_t fewest = 1, most = 1;  ///< replicates of a line
  double seed_variance = 0;          ///< of single runs of one line
  double factor_variance = 0;        ///< of the outcome's expectation over the design
  /// Share of the seeds in the variance of a mean of `replicates` runs.
  struct Line {
    std::size_t replicates = 1;
    double seed_share = 0;
  };
  std::vector<Line> lines;  ///< for 1, 2, 4 .. 1024 replicates and the number there is
  std::size_t enough = 0;   ///< least number with a share of at most `enough_share`
  /// Replicates a point that give the narrowest indices for a given number of runs, about: 2 or
  /// seed variance / factor variance. Products of two means of m runs err by (V + s / m) / sqrt(N),
  /// and N m is given.
  std::size_t best = 0;
  bool is_known = false;  ///< there are lines with two replicates, and some variance
};

/// Share of the seeds in a mean's variance up to which replicates count as enough: then indices
/// that are not mended for noise err by at most that much of their size.
inline constexpr double enough_share = 0.05;

[[nodiscard]] ReplicateReport replicate_report(double seed_variance, double factor_variance,
                                               std::size_t fewest, std::size_t most);

}  // namespace tumen
