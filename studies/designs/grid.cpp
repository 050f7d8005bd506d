#include "studies/designs/grid.hpp"

#include <cmath>

namespace tumen::designs {
namespace {

double rows(const DesignPlan& plan) {
  return std::pow(static_cast<double>(plan.n), static_cast<double>(plan.factors.size()));
}

void check(DesignPlan& plan) {
  check_n(plan, 1);
}

/// The last factor changes fastest.
UnitPoints points(const DesignPlan& plan) {
  std::size_t n = 1;
  for (std::size_t d = 0; d < plan.factors.size(); ++d) {
    n *= plan.n;
  }
  UnitPoints all(plan.factors.size(), std::vector<double>(n));
  std::size_t period = n;
  for (std::vector<double>& column : all) {
    period /= plan.n;
    for (std::size_t k = 0; k < n; ++k) {
      const auto cell = static_cast<double>(k / period % plan.n);
      column[k] = (cell + 0.5) / static_cast<double>(plan.n);
    }
  }
  return all;
}

}  // namespace

DesignKind grid() {
  return {"grid", "every combination of N values a factor", rows, check, points};
}

}  // namespace tumen::designs
