#include "studies/designs/random.hpp"

#include "studies/designs/random_points.hpp"

namespace tumen::designs {
namespace {

double rows(const DesignPlan& plan) {
  return static_cast<double>(plan.n);
}

void check(DesignPlan& plan) {
  check_n(plan, 1);
}

UnitPoints points(const DesignPlan& plan) {
  return random_points(plan.factors.size(), plan.n, plan.seed);
}

}  // namespace

DesignKind random() {
  return {"random", "N independent random points", rows, check, points};
}

}  // namespace tumen::designs
