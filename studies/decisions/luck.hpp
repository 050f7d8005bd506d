#pragma once
// How firmly runs with luck in them tell policies apart. The points are taken as they are; what is
// left open is which luck came: replicates, which all policies and points share, are what is drawn.
#include "sim/paired.hpp"
#include "studies/decisions/policy_runs.hpp"
#include "studies/decisions/rules.hpp"

namespace tumen {

/// The mean over all points with its 95 % interval over the luck.
struct PolicyMean {
  double mean = 0, low = 0, high = 0;
};

/// How much more policy `b` brings than policy `a`, on average over the points.
struct PolicyDifference {
  std::size_t a = 0, b = 0;
  PairedDifference difference;
};

/// A rule's score of one policy over samples of the luck.
struct ScoreSpread {
  double low = 0, high = 0;  ///< 2.5 and 97.5 % of the samples
  double best_in = 0;        ///< share of the samples in which it is among the rule's best
};

struct LuckReport {
  std::vector<std::vector<double>> errors;    ///< standard error of a payoff: [policy][point]
  std::vector<PolicyMean> means;              ///< by policy
  std::vector<PolicyDifference> differences;  ///< of all pairs, b after a
  std::size_t samples = 0;
  std::vector<std::vector<ScoreSpread>> scores;  ///< [rule][policy], in the order of judge
};

/// Fewest replicates of which samples are drawn.
inline constexpr std::size_t least_replicates_to_resample = 8;

/// Nothing with one replicate; no scores below least_replicates_to_resample. Means and differences
/// are by Student's t (or, where they are 0 or 1, by the score interval) over the replicates'
/// means; p values of the differences are adjusted by Holm over the pairs. Scores are from a
/// bootstrap over the replicates. Their ends take luck at single points for the points' own, so
/// the rules that look at extremes are a little too dark or too bright in every sample.
[[nodiscard]] LuckReport luck_of(const PolicyRuns& runs, const RuleSettings& settings);

}  // namespace tumen
