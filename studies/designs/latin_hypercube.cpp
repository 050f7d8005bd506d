#include "studies/designs/latin_hypercube.hpp"

#include "studies/designs/random_points.hpp"

namespace tumen::designs {
namespace {

/// McKay, Beckman and Conover (1979): a random place in a cell, the cells in random order.
UnitPoints points(const DesignPlan& plan) {
  const Draws draws(plan.seed, "studies/latin_hypercube");
  UnitPoints all = random_points(plan.factors.size(), plan.n, plan.seed);
  for (std::size_t d = 0; d < all.size(); ++d) {
    const std::vector<std::size_t> cells = draws.permutation(plan.n, d);
    for (std::size_t k = 0; k < plan.n; ++k) {
      all[d][k] = (static_cast<double>(cells[k]) + all[d][k]) / static_cast<double>(plan.n);
    }
  }
  return all;
}

}  // namespace

DesignKind latin_hypercube() {
  return {"latin-hypercube", "N points, each factor even over its range", rows_of_points,
          check_has_points, points};
}

}  // namespace tumen::designs
