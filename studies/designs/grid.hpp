#pragma once
#include "studies/designs/plan.hpp"

namespace tumen::designs {

/// Every combination of n values a factor, at the middles of n equally likely cells.
[[nodiscard]] DesignKind grid();

}  // namespace tumen::designs
