#pragma once
// Luck in common: what of a single run's variance is the factors', the luck's, and neither alone.
#include <cstddef>
#include <vector>

namespace tumen {

/// The two-way layout of Fisher, y_pr = mu + point_p + luck_r + rest_pr, for replicates that have
/// the same luck at every point. The rest is how luck acts differently from point to point: given
/// the luck it is a function of the point, and no error of measurement.
///
/// Estimates are those of the analysis of variance with one value a cell (Scheffe 1959, The
/// Analysis of Variance, 7.4), which have no bias: factors (MS_points - MS_rest) / R, that is the
/// variance of the points' means less MS_rest / R; luck (MS_luck - MS_rest) / P; rest MS_rest. The
/// luck's has R - 1 degrees of freedom, and is crude where replicates are few.
struct TwoWay {
  std::size_t points = 0;      ///< that have all replicates
  std::size_t left_out = 0;    ///< points that have not
  std::size_t replicates = 0;  ///< R
  double factor_variance = 0;  ///< of the outcome's expectation over the points; 0 if below
  double luck_variance = 0;    ///< of the mean over the points, by luck; 0 if below
  double rest_variance = 0;
  bool is_known = false;  ///< two points and two replicates at least
};

/// `values` line after line, `replicates` each; NaN where there is none.
[[nodiscard]] TwoWay two_way(const std::vector<double>& values, std::size_t replicates);

}  // namespace tumen
