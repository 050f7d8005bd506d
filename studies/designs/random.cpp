#include "studies/designs/random.hpp"

#include "studies/designs/random_points.hpp"

namespace tumen::designs {
namespace {

UnitPoints points(const DesignPlan& plan) {
  return random_points(plan.factors.size(), plan.n, plan.seed);
}

}  // namespace

DesignKind random() {
  return {"random", "N independent random points", rows_of_points, check_has_points, points};
}

}  // namespace tumen::designs
