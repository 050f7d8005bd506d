#include "studies/designs/sobol.hpp"

#include "studies/designs/scrambled_sobol.hpp"

namespace tumen::designs {
namespace {

void check(DesignPlan& plan) {
  check_has_points(plan);
  check_power_of_two(plan, 1);
}

UnitPoints points(const DesignPlan& plan) {
  return scrambled_sobol({plan.factors.size(), plan.n, plan.seed, 0});
}

}  // namespace

DesignKind sobol() {
  return {"sobol", "N scrambled Sobol' points, a power of two", rows_of_points, check, points};
}

}  // namespace tumen::designs
