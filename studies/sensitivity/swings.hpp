#pragma once
// What one factor does while the others stand at their medians.
#include "studies/designs/plan.hpp"

#include <string>
#include <vector>

namespace tumen {

struct Swing {
  double least = 0, most = 0;            ///< of the outcome over the factor's values
  double at_lowest = 0, at_highest = 0;  ///< the outcome at the factor's first and last value
};

struct Swings {
  double base = 0;          ///< the outcome with all factors at their medians
  std::string reason = {};  ///< why there are no swings; else empty
  std::vector<Swing> factors;
};

/// Of a one-at-a-time design; tells of no interaction. NaN for a factor none of whose runs has a
/// value.
[[nodiscard]] Swings swings_of(const DesignPlan& plan, const std::vector<double>& values);

}  // namespace tumen
