#pragma once
// Sobol' indices of an outcome's expectation where replicate k has the same luck at all points.
#include "studies/sensitivity/sobol_indices.hpp"

#include <vector>

namespace tumen {

/// By factor group; empty where there are none.
struct ExpectedIndices {
  std::vector<IndexEstimate> first, total;  ///< recommended S1 and ST
};

/// Fewer replicates than this give no interval of use.
inline constexpr std::size_t least_lucks = 8;

/// Indices of means over R replicates are off those of the expectation by a part in 1/R on average
/// (the rest of the two-way layout) and by one in 1/sqrt(R) by chance. The jackknife over
/// replicates takes out the first and measures the second: with theta of all replicates and
/// theta_k without those of group k of G, the estimate is the mean of G theta - (G - 1) theta_k and
/// its interval Student's over these (Tukey 1958; Efron and Stein 1981), G = R up to 32, else 32
/// groups in turn. The half width `of_points` that the points leave is added in quadrature. A
/// factor that does nothing keeps 0. Empty if a value is missing, replicates are fewer than
/// `least_lucks` or `indices` has none.
///
/// `values`: line after line, `replicates` each. `runs` has the layout and scrambles of the design.
[[nodiscard]] ExpectedIndices expected_indices(const SobolIndices& indices, SaltelliRuns runs,
                                               const std::vector<double>& values, double level);

}  // namespace tumen
