#include "studies/designs/morris.hpp"

#include "studies/designs/draws.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

const char* const order_stream = "studies/morris order";
const char* const start_stream = "studies/morris start";

/// Step of p levels: p / (2 (p - 1)), with which all levels are equally likely.
double step_of(const DesignPlan& plan) {
  const auto p = static_cast<double>(plan.levels);
  return p / (2 * (p - 1));
}

/// Level of a factor at the lower end of its step, and whether the trajectory starts there.
struct Start {
  double low = 0;
  bool is_up = true;
};

Start start_of(const DesignPlan& plan, std::size_t trajectory, std::size_t d) {
  const Draws draws(plan.seed, start_stream);
  const std::size_t choice = draws.below(plan.levels, trajectory, d);  // level and sign in one
  const auto p = static_cast<double>(plan.levels);
  return {static_cast<double>(choice / 2) / (p - 1), choice % 2 == 0};
}

/// Of a group, the sign of its first member; the others move by their own.
double change_of(const DesignPlan& plan, std::size_t trajectory, std::size_t group) {
  const std::size_t first = plan.groups[group].members.front();
  return start_of(plan, trajectory, first).is_up ? step_of(plan) : -step_of(plan);
}

/// Normal factors end at quantiles that are still met in practice.
double inside(const Factor& factor, double u) {
  constexpr double tail = 0.005;
  return is_unbounded(factor) ? tail + (1 - 2 * tail) * u : u;
}

}  // namespace

std::vector<MorrisStep> morris_steps(const DesignPlan& plan, std::size_t trajectory) {
  const Draws draws(plan.seed, order_stream);
  std::vector<MorrisStep> steps;
  for (const std::size_t group : draws.permutation(plan.groups.size(), trajectory)) {
    steps.push_back({group, change_of(plan, trajectory, group)});
  }
  return steps;
}

namespace designs {
namespace {

double rows(const DesignPlan& plan) {
  return static_cast<double>(plan.n) * static_cast<double>(plan.groups.size() + 1);
}

void check(DesignPlan& plan) {
  check_n(plan, 2);
  if (plan.levels < 2 || plan.levels % 2 != 0 || plan.levels > 1'000'000) {
    refuse_line("--levels", 0, fmt::format("{}", plan.levels), "an even number from 2 on");
  }
}

UnitPoints points(const DesignPlan& plan) {
  const std::size_t length = plan.groups.size() + 1;
  UnitPoints all(plan.factors.size(), std::vector<double>(plan.n * length));
  for (std::size_t t = 0; t < plan.n; ++t) {
    const std::vector<MorrisStep> steps = morris_steps(plan, t);
    for (std::size_t s = 0; s < steps.size(); ++s) {
      for (const std::size_t d : plan.groups[steps[s].group].members) {
        const Start start = start_of(plan, t, d);
        for (std::size_t k = 0; k < length; ++k) {
          const bool is_high = (k > s) == start.is_up;
          all[d][t * length + k] =
              inside(plan.factors[d], start.low + (is_high ? step_of(plan) : 0));
        }
      }
    }
  }
  return all;
}

}  // namespace

DesignKind morris() {
  return {"morris", "N trajectories for elementary effects, N (factors + 1) runs", rows, check,
          points};
}

}  // namespace designs
}  // namespace tumen
