#pragma once
#include "studies/designs/plan.hpp"

namespace tumen::designs {

/// Random points of which each factor has one in each of n equally likely cells.
[[nodiscard]] DesignKind latin_hypercube();

}  // namespace tumen::designs
