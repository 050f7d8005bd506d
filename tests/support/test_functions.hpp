#pragma once
// Functions whose Sobol' indices are known, run over a design.
#include "studies/designs/design.hpp"
#include "studies/designs/saltelli.hpp"
#include "studies/sensitivity/sobol_indices.hpp"

#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

namespace tumen::test {

using ModelFunction = std::function<double(const std::vector<double>&)>;

/// Ishigami and Homma (1990) with a = 7, b = 0.1, factors uniform on (-pi, pi). Variance
/// a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2 = 13.8446; S1 .3139 .4424 0; ST .5576 .4424 .2437.
inline double ishigami(const std::vector<double>& x) {
  return std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) +
         0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

inline const std::string ishigami_factors =
    "x1:uniform:-3.141592653589793:3.141592653589793,"
    "x2:uniform:-3.141592653589793:3.141592653589793,"
    "x3:uniform:-3.141592653589793:3.141592653589793";

/// The outcome of a function at every line of a design.
inline std::vector<double> outcomes_of(const DesignPlan& plan, const ModelFunction& function) {
  const std::vector<std::vector<double>> values = design_values(plan);
  std::vector<double> y(values.front().size());
  std::vector<double> x(values.size());
  for (std::size_t k = 0; k < y.size(); ++k) {
    for (std::size_t d = 0; d < x.size(); ++d) {
      x[d] = values[d][k];
    }
    y[k] = function(x);
  }
  return y;
}

/// A completed Saltelli plan.
inline DesignPlan saltelli_plan(const std::string& factors, std::size_t n, std::uint64_t seed) {
  DesignPlan plan;
  plan.kind = "saltelli";
  plan.factors = parse_factors(factors);
  plan.n = n;
  plan.seed = seed;
  complete(plan);
  return plan;
}

inline SaltelliRuns runs_of(const DesignPlan& plan, const ModelFunction& function) {
  return {
      {plan.groups.size(), plan.has_second_order}, plan.scrambles, outcomes_of(plan, function), {}};
}

}  // namespace tumen::test
