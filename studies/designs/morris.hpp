#pragma once
#include "studies/designs/plan.hpp"

namespace tumen {

/// One step of a trajectory: which group moved between a line of the design and the next, and by
/// how much on the unit scale, with its sign.
struct MorrisStep {
  std::size_t group = 0;
  double change = 0;
};

/// The steps of a trajectory in order, one a group.
[[nodiscard]] std::vector<MorrisStep> morris_steps(const DesignPlan& plan, std::size_t trajectory);

namespace designs {

/// Trajectories that move one group after the other by half of the range (Morris 1991). Levels are
/// 0, 1/(p-1) .. 1 on the unit scale; factors whose distribution has no end run from their .5 % to
/// their 99.5 % quantile.
[[nodiscard]] DesignKind morris();

}  // namespace designs
}  // namespace tumen
