#pragma once
#include "studies/designs/plan.hpp"

namespace tumen::designs {

/// Independent random points.
[[nodiscard]] DesignKind random();

}  // namespace tumen::designs
