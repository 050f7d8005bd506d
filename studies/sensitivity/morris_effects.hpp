#pragma once
// Elementary effects of a Morris design: which factors do anything, at little cost.
#include "studies/designs/morris.hpp"
#include "studies/sensitivity/intervals.hpp"
#include "studies/sensitivity/sobol_indices.hpp"

#include <string>
#include <vector>

namespace tumen {

struct GroupEffects {
  IndexEstimate mu;       ///< mean effect; no meaning for a group of several factors
  IndexEstimate mu_star;  ///< mean of its size (Campolongo et al. 2007)
  IndexEstimate sigma;    ///< its standard deviation: interactions or curvature
};

struct MorrisEffects {
  std::size_t trajectories = 0;  ///< that were used
  std::size_t dropped = 0;       ///< left out, as a run of theirs has no value
  std::string reason = {};       ///< why there are no effects; else empty
  std::vector<GroupEffects> groups;
};

/// Effects are changes of the outcome for a move over the whole unit range: of a uniform factor
/// from its low to its high. Intervals: Student's t by the jackknife over trajectories. With
/// `noise` (variance of each value by its seeds) sigma is mended; mu* stays too large where noise
/// is large.
[[nodiscard]] MorrisEffects morris_effects(const DesignPlan& plan,
                                           const std::vector<double>& values,
                                           const std::vector<double>& noise,
                                           const IntervalSettings& settings);

}  // namespace tumen
