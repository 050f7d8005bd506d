#pragma once
// What a record has taught about each parameter: how much narrower the points that it leaves are
// than those that were tried. What it does not constrain keeps its prior, and every result that
// leans on it rests on an assumption.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tumen {

/// Values of one parameter at all points tried.
struct ParameterColumn {
  std::string name;
  std::vector<double> values;
};

struct Identified {
  std::string name;
  double prior_low = 0, prior_median = 0, prior_high = 0;              ///< 5, 50, 95 %
  double posterior_low = 0, posterior_median = 0, posterior_high = 0;  ///< of the kept points
  /// 1 - posterior variance / prior variance: 1 is known exactly, 0 nothing learned; negative where
  /// the kept points are wider. NaN with fewer than two kept points or a prior without variance.
  double contraction = 0;
  double p = 1;  ///< of "the kept points are a random draw of those tried" (see identify)
  bool is_constrained = false;
};

struct IdentifySettings {
  std::size_t samples = 999;
  std::uint64_t seed = 1;
};

/// The report a parameter. The statistic is the Kolmogorov-Smirnov distance between kept and tried
/// points, with the p-value of a permutation test over `samples` random draws of as many points,
/// drawn by key; a parameter counts as constrained where p, Holm-adjusted over the parameters, is
/// below .05. It looks at one parameter at a time: a record can tie two together (their sum, say)
/// and leave each alone unconstrained. `kept` holds places, each once. Throws std::invalid_argument
/// without parameters or points, with columns of different lengths, or where nothing is kept.
[[nodiscard]] std::vector<Identified> identify(const std::vector<ParameterColumn>& prior,
                                               const std::vector<std::size_t>& kept,
                                               const IdentifySettings& settings = {});

}  // namespace tumen
