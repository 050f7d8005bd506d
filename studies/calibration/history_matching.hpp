#pragma once
// History matching: which parameters does the record rule out? A point of the parameter space is
// implausible where its outcome is further from the record than the errors of all that stand in
// between allow. Craig, Goldstein, Seheult and Smith, Bayesian Statistics 5 (1996) 69; Vernon,
// Goldstein and Bower, Bayesian Analysis 5 (2010) 619.
#include <cstddef>
#include <string>
#include <vector>

namespace tumen {

/// What the record says of one outcome. Variances are in the square of the outcome's unit.
struct RecordTarget {
  std::string name;
  double observed = 0;
  double observation_variance = 0;  ///< of the record about the truth
  double discrepancy_variance = 0;  ///< of the model at its best about the truth
};

/// Outcomes of the model at many points: `mean[target][point]`, with the variance of that mean
/// (replicates, or an emulator), empty where there is none.
struct SimulatedOutcomes {
  std::vector<std::vector<double>> mean;
  std::vector<std::vector<double>> variance = {};
};

struct HistorySettings {
  double cutoff = 3;  ///< Pukelsheim, American Statistician 48 (1994) 88: 95 % of any unimodal law
  /// Which of the targets, ordered by implausibility, must be below the cut-off: 1 is the worst, 2
  /// forgives one target, and so on.
  std::size_t nth_worst = 1;
};

struct HistoryMatch {
  std::vector<std::vector<double>> implausibility;  ///< [target][point]
  std::vector<double> judged;                       ///< the n-th worst, by point
  std::vector<std::size_t> kept;                    ///< points at or below the cut-off
  std::vector<std::size_t> ruled_out_by;  ///< points above it by each target, others aside
  double kept_share = 0;
};

/// |mean - observed| / sqrt(all variances); infinite where they are 0 and the two differ, 0 where
/// they are equal.
[[nodiscard]] double implausibility(const RecordTarget& target, double mean, double variance = 0);

/// Judges every point. Throws std::invalid_argument where targets and outcomes do not fit, without
/// points, on a negative variance and on a number that is not finite.
[[nodiscard]] HistoryMatch match_history(const std::vector<RecordTarget>& targets,
                                         const SimulatedOutcomes& outcomes,
                                         const HistorySettings& settings = {});

}  // namespace tumen
