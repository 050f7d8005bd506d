#include "studies/sensitivity/swings.hpp"

#include "studies/sensitivity/spread.hpp"

#include <cmath>

namespace tumen {

Swings swings_of(const DesignPlan& plan, const std::vector<double>& values) {
  Swings out{values.front(), {}, {}};
  if (is_constant(values)) {
    out.reason = "the outcome is the same in all runs";
    return out;
  }
  for (std::size_t d = 0; d < plan.factors.size(); ++d) {
    const double* const first = &values[1 + d * plan.n];
    Swing swing{out.base, out.base, first[0], first[plan.n - 1]};
    for (std::size_t k = 0; k < plan.n; ++k) {
      swing.least = std::fmin(swing.least, first[k]);
      swing.most = std::fmax(swing.most, first[k]);
    }
    out.factors.push_back(swing);
  }
  return out;
}

}  // namespace tumen
