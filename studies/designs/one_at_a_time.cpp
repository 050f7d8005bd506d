#include "studies/designs/one_at_a_time.hpp"

namespace tumen::designs {
namespace {

double rows(const DesignPlan& plan) {
  return 1 + static_cast<double>(plan.n) * static_cast<double>(plan.factors.size());
}

void check(DesignPlan& plan) {
  check_n(plan, 2);
}

UnitPoints points(const DesignPlan& plan) {
  const std::size_t n = 1 + plan.n * plan.factors.size();
  UnitPoints all(plan.factors.size(), std::vector<double>(n, 0.5));
  for (std::size_t d = 0; d < plan.factors.size(); ++d) {
    for (std::size_t k = 0; k < plan.n; ++k) {
      all[d][1 + d * plan.n + k] = (static_cast<double>(k) + 0.5) / static_cast<double>(plan.n);
    }
  }
  return all;
}

}  // namespace

DesignKind one_at_a_time() {
  return {"one-at-a-time", "the medians, then N values of one factor after the other", rows, check,
          points};
}

}  // namespace tumen::designs
