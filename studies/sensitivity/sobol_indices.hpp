#pragma once
// Sobol' indices of a Saltelli design: which share of an outcome's variance is due to a factor
// alone (S1), to it and its interactions (ST), and to the interaction of two factors (S2).
#include "studies/designs/saltelli.hpp"
#include "studies/sensitivity/intervals.hpp"

#include <array>
#include <string>
#include <vector>

namespace tumen {

/// One outcome at the runs of a Saltelli design, in their order.
struct SaltelliRuns {
  SaltelliLayout layout;
  std::size_t scrambles = 1;   ///< the base points are this many equal parts, one after the other
  std::vector<double> values;  ///< by run; NaN where the run failed: its base point is left out
  std::vector<double> noise;   ///< variance of each value by its seeds; empty: 0
};

/// An index by one estimator.
struct IndexEstimate {
  double value = 0;
  Interval interval;
};

/// By both estimators, the recommended one first (index_estimators).
using IndexPair = std::array<IndexEstimate, 2>;

struct GroupIndices {
  IndexPair first, total;
};

struct PairIndices {
  std::size_t a = 0, b = 0;  ///< places of the groups, a < b
  IndexPair second;
};

/// Names of the estimators of S1, ST and S2, the recommended one first.
struct EstimatorNames {
  std::array<const char*, 2> first, total, second;
};
[[nodiscard]] const EstimatorNames& estimator_names();

struct SobolIndices {
  std::size_t points = 0;   ///< base points that were used
  std::size_t dropped = 0;  ///< base points left out, as a run of theirs has no value
  double mean = 0;
  double variance = 0;      ///< due to the factors: noise is taken out
  double noise = 0;         ///< variance of a value by its seeds
  std::string reason = {};  ///< why there are no indices; else empty
  IntervalKind interval = IntervalKind::bootstrap;
  std::vector<GroupIndices> groups;
  std::vector<PairIndices> pairs;
  /// Recommended S1 and ST of the first 1/8, 1/4, 1/2 and all of the base points (of every
  /// scramble): [part][group].
  struct Part {
    std::size_t points = 0;
    std::vector<double> first, total;
  };
  std::vector<Part> convergence;
};

/// Estimators, all on outputs less their mean. A, B: the samples; AB: A with one group from B.
///  S1  Janon et al. (2014) with a control variate: r(B, AB) - c r(A, B), where r is the
///  correlation
///      with mean and variance from both, and c = d(B, AB) / (d(A, AB) + d(B, AB)) with mean square
///      differences d. r(A, B) is 0 but for chance, and c says how much of that chance is in
///      r(B, AB) too: all where the group does nothing and AB is A, none where it does everything.
///      Its error is that of Janon et al. for a large index and that of Saltelli et al. for a small
///      one (docs/decisions/0013); indices of 0 and 1 are met exactly;
///      Saltelli et al. (2010): mean of B (AB - A) / V
///  ST  Jansen (1999):         mean of (A - AB)^2 / 2V
///      Janon et al. (2014): 1 - r(A, AB)
///  S2  closed index of the pair less both S1: r(BA, AB) less S1 as recommended, BA being B with
///  one
///      group from A; Saltelli (2002): mean of (BA AB - A B) / V less S1 of Saltelli et al.
/// With a second order B and BA give every S1 and ST a second time, and the two are averaged. Noise
/// is taken out of every square, so that indices are those of the outcome's expectation.
/// Intervals: `settings.kind`; Student's t needs two scrambles or more.
[[nodiscard]] SobolIndices sobol_indices(const SaltelliRuns& runs,
                                         const IntervalSettings& settings);

}  // namespace tumen
