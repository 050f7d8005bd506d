#include "studies/calibration/history_matching.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

namespace tumen {
namespace {

bool is_variance(double x) {
  return std::isfinite(x) && x >= 0;
}

void check(const std::vector<RecordTarget>& targets, const SimulatedOutcomes& outcomes,
           const HistorySettings& settings) {
  bool fits = !targets.empty() && outcomes.mean.size() == targets.size() &&
              (outcomes.variance.empty() || outcomes.variance.size() == targets.size()) &&
              settings.nth_worst >= 1 && settings.nth_worst <= targets.size();
  for (std::size_t t = 0; fits && t < targets.size(); ++t) {
    fits = !outcomes.mean[t].empty() && outcomes.mean[t].size() == outcomes.mean[0].size() &&
           (outcomes.variance.empty() || outcomes.variance[t].size() == outcomes.mean[t].size());
  }
  if (!fits) {
    throw std::invalid_argument("history matching needs every outcome of every target and point");
  }
  for (std::size_t t = 0; t < targets.size(); ++t) {
    const RecordTarget& target = targets[t];
    const auto finite = [](double x) { return std::isfinite(x); };
    const std::vector<double>& mean = outcomes.mean[t];
    const bool is_good =
        finite(target.observed) && is_variance(target.observation_variance) &&
        is_variance(target.discrepancy_variance) && std::all_of(mean.begin(), mean.end(), finite) &&
        (outcomes.variance.empty() ||
         std::all_of(outcomes.variance[t].begin(), outcomes.variance[t].end(), is_variance));
    if (!is_good) {
      throw std::invalid_argument("history matching needs finite numbers and variances >= 0: " +
                                  target.name);
    }
  }
}

double nth_largest(std::vector<double> values, std::size_t n) {
  std::sort(values.begin(), values.end(), std::greater<>());
  return values[n - 1];
}

}  // namespace

double implausibility(const RecordTarget& target, double mean, double variance) {
  const double distance = std::abs(mean - target.observed);
  const double all = target.observation_variance + target.discrepancy_variance + variance;
  if (distance == 0) {
    return 0;
  }
  return all > 0 ? distance / std::sqrt(all) : std::numeric_limits<double>::infinity();
}

HistoryMatch match_history(const std::vector<RecordTarget>& targets,
                           const SimulatedOutcomes& outcomes, const HistorySettings& settings) {
  check(targets, outcomes, settings);
  const std::size_t points = outcomes.mean.front().size();
  HistoryMatch match;
  match.implausibility.assign(targets.size(), std::vector<double>(points));
  match.ruled_out_by.assign(targets.size(), 0);
  for (std::size_t point = 0; point < points; ++point) {
    std::vector<double> of_point;
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const double variance = outcomes.variance.empty() ? 0 : outcomes.variance[t][point];
      of_point.push_back(implausibility(targets[t], outcomes.mean[t][point], variance));
      match.implausibility[t][point] = of_point.back();
      match.ruled_out_by[t] += of_point.back() > settings.cutoff ? 1 : 0;
    }
    match.judged.push_back(nth_largest(std::move(of_point), settings.nth_worst));
    if (match.judged.back() <= settings.cutoff) {
      match.kept.push_back(point);
    }
  }
  match.kept_share = static_cast<double>(match.kept.size()) / static_cast<double>(points);
  return match;
}

}  // namespace tumen
