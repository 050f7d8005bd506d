#include "studies/designs/saltelli.hpp"

#include "studies/designs/random_points.hpp"
#include "studies/designs/scrambled_sobol.hpp"

#include <fmt/format.h>

namespace tumen::designs {
namespace {

SaltelliLayout layout_of(const DesignPlan& plan) {
  return {plan.groups.size(), plan.has_second_order};
}

double rows(const DesignPlan& plan) {
  return static_cast<double>(plan.n) * static_cast<double>(layout_of(plan).size());
}

/// Scrambles that are made if none are asked for: 16, which give t intervals with 15 degrees of
/// freedom, unless each would have fewer than 64 points.
std::size_t usual_scrambles(const DesignPlan& plan) {
  constexpr std::size_t usual = 16;
  const std::size_t part = plan.n / usual;
  return plan.n % usual == 0 && is_power_of_two(part) && part >= 64 ? usual : 1;
}

void check(DesignPlan& plan) {
  check_n(plan, 4);
  if (plan.is_random_base) {
    if (plan.scrambles > 1) {
      refuse_line("--scrambles", 0, fmt::format("{}", plan.scrambles),
                  "1 with --base random: random points are not scrambled");
    }
    plan.scrambles = 1;
    return;
  }
  plan.scrambles = plan.scrambles == 0 ? usual_scrambles(plan) : plan.scrambles;
  check_power_of_two(plan, plan.scrambles);
}

/// A and B side by side, the scrambles below each other.
UnitPoints base_points(const DesignPlan& plan) {
  const std::size_t dimensions = 2 * plan.factors.size();
  if (plan.is_random_base) {
    return random_points(dimensions, plan.n, plan.seed);
  }
  UnitPoints all(dimensions);
  for (std::uint32_t s = 0; s < plan.scrambles; ++s) {
    const UnitPoints part = scrambled_sobol({dimensions, plan.n / plan.scrambles, plan.seed, s});
    for (std::size_t d = 0; d < dimensions; ++d) {
      all[d].insert(all[d].end(), part[d].begin(), part[d].end());
    }
  }
  return all;
}

UnitPoints points(const DesignPlan& plan) {
  const SaltelliLayout layout = layout_of(plan);
  const UnitPoints base = base_points(plan);
  const std::size_t width = plan.factors.size();
  UnitPoints all(width, std::vector<double>(plan.n * layout.size()));
  for (std::size_t g = 0; g < plan.groups.size(); ++g) {
    for (const std::size_t d : plan.groups[g].members) {
      for (std::size_t k = 0; k < plan.n; ++k) {
        const double a = base[d][k];
        const double b = base[width + d][k];
        double* const block = &all[d][k * layout.size()];
        for (std::size_t p = 0; p < layout.size(); ++p) {
          block[p] = p <= layout.groups ? a : b;
        }
        block[layout.ab(g)] = b;
        if (layout.has_second_order) {
          block[layout.ba(g)] = a;
        }
      }
    }
  }
  return all;
}

}  // namespace

DesignKind saltelli() {
  return {"saltelli", "N base points for S1 and ST, N (factors + 2) runs; --second-order for S2",
          rows, check, points};
}

}  // namespace tumen::designs
