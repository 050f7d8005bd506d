#pragma once
#include "studies/designs/plan.hpp"

namespace tumen::designs {

/// The middle of all factors, then n values of one factor after the other.
[[nodiscard]] DesignKind one_at_a_time();

}  // namespace tumen::designs
