#pragma once
// Approximate Bayesian computation by rejection: of points drawn from the prior keep those whose
// outcomes are nearest to the record. Beaumont, Zhang and Balding, Genetics 162 (2002) 2025;
// Pritchard et al., Molecular Biology and Evolution 16 (1999) 1791.
#include "studies/calibration/history_matching.hpp"

#include <cstddef>
#include <vector>

namespace tumen {

struct RejectionSettings {
  /// Points with a distance of at most this are kept; with 0, the nearest `kept_share` of them.
  double tolerance = 0;
  double kept_share = 0.01;
};

struct Rejection {
  std::vector<double> distance;   ///< by point
  std::vector<std::size_t> kept;  ///< points in order of distance, ties by number
  double tolerance = 0;           ///< distance of the last one kept, or the one asked for
};

/// The Euclidean distance of outcomes and record, each difference divided by the standard deviation
/// of its target (observation and discrepancy), or, where a target has no variance, by the spread
/// of the outcome over the points (1.4826 x median absolute deviation; if that is 0, the standard
/// deviation; if that is 0 too, 1). Throws std::invalid_argument as match_history.
[[nodiscard]] Rejection reject(const std::vector<RecordTarget>& targets,
                               const SimulatedOutcomes& outcomes,
                               const RejectionSettings& settings = {});

}  // namespace tumen
