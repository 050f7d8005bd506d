#include "studies/sensitivity/morris_effects.hpp"

#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Terms of a group: its effect, the effect's size, its square less the noise of two runs.
constexpr std::size_t terms_a_group = 3;

/// The terms of one trajectory; empty if one of its runs has no value.
std::vector<double> trajectory_terms(const DesignPlan& plan, std::size_t trajectory,
                                     const std::vector<double>& values,
                                     const std::vector<double>& noise) {
  const std::size_t groups = plan.groups.size();
  const std::size_t start = trajectory * (groups + 1);
  std::vector<double> terms(groups * terms_a_group);
  std::size_t at = start;
  for (const MorrisStep& step : morris_steps(plan, trajectory)) {
    const double effect = (values[at + 1] - values[at]) / step.change;
    if (!std::isfinite(effect)) {
      return {};
    }
    const double of_seeds =
        noise.empty() ? 0 : (noise[at] + noise[at + 1]) / (step.change * step.change);
    double* const out = &terms[step.group * terms_a_group];
    out[0] = effect;
    out[1] = std::abs(effect);
    out[2] = effect * effect - of_seeds;
    ++at;
  }
  return terms;
}

/// mu, mu*, sigma of each group; `rows` makes the variance that of the population.
std::vector<double> effects_from(std::span<const double> means, double rows) {
  std::vector<double> out;
  for (std::size_t k = 0; k < means.size(); k += terms_a_group) {
    const double variance = (means[k + 2] - means[k] * means[k]) * rows / (rows - 1);
    out.insert(out.end(), {means[k], means[k + 1], std::sqrt(std::max(0.0, variance))});
  }
  return out;
}

}  // namespace

MorrisEffects morris_effects(const DesignPlan& plan, const std::vector<double>& values,
                             const std::vector<double>& noise, const IntervalSettings& settings) {
  TermTable table{plan.groups.size() * terms_a_group, {}, {}};
  for (std::size_t t = 0; t < plan.n; ++t) {
    const std::vector<double> terms = trajectory_terms(plan, t, values, noise);
    if (!terms.empty()) {
      table.terms.insert(table.terms.end(), terms.begin(), terms.end());
      table.group.push_back(0);
    }
  }
  MorrisEffects out;
  out.trajectories = table.rows();
  out.dropped = plan.n - table.rows();
  if (table.rows() < 2) {
    out.reason = fmt::format("{} of {} trajectories have all their runs", table.rows(), plan.n);
  } else if (is_constant(values)) {
    out.reason = "the outcome is the same in all runs";
  }
  if (!out.reason.empty()) {
    return out;
  }
  const auto rows = static_cast<double>(table.rows());
  const Statistics statistics = [rows](std::span<const double> means) {
    return effects_from(means, rows);
  };
  const std::vector<double> found = statistics(means_of(table));
  const std::vector<Interval> intervals = intervals_by_row(table, statistics, settings.level);
  const std::vector<Interval> of_sigma = intervals_of(table, statistics, settings);
  for (std::size_t k = 0; k < found.size(); k += 3) {
    out.groups.push_back({{found[k], intervals[k]},
                          {found[k + 1], intervals[k + 1]},
                          {found[k + 2], of_sigma[k + 2]}});
  }
  return out;
}

}  // namespace tumen
