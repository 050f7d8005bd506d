#include "studies/designs/sobol.hpp"

#include "studies/designs/scrambled_sobol.hpp"

namespace tumen::designs {
namespace {

double rows(const DesignPlan& plan) {
  return static_cast<double>(plan.n);
}

void check(DesignPlan& plan) {
  check_n(plan, 1);
  check_power_of_two(plan, 1);
}

UnitPoints points(const DesignPlan& plan) {
  return scrambled_sobol({plan.factors.size(), plan.n, plan.seed, 0});
}

}  // namespace

DesignKind sobol() {
  return {"sobol", "N scrambled Sobol' points, a power of two", rows, check, points};
}

}  // namespace tumen::designs
