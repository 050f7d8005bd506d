#pragma once
#include "studies/designs/plan.hpp"

namespace tumen::designs {

/// Scrambled Sobol' points (studies/designs/scrambled_sobol.hpp).
[[nodiscard]] DesignKind sobol();

}  // namespace tumen::designs
