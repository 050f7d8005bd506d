#include "studies/calibration/rejection.hpp"

#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace tumen {
namespace {

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return quantile_of_sorted(values, 0.5);
}

double spread_of(const std::vector<double>& values) {
  const double middle = median_of(values);
  std::vector<double> away;
  double mean = 0, squares = 0;
  for (const double x : values) {
    away.push_back(std::abs(x - middle));
    mean += x / static_cast<double>(values.size());
  }
  for (const double x : values) {
    squares += (x - mean) * (x - mean) / static_cast<double>(values.size());
  }
  const double robust = 1.4826 * median_of(std::move(away));
  const double plain = std::sqrt(squares);
  return robust > 0 ? robust : plain > 0 ? plain : 1;
}

double scale_of(const RecordTarget& target, const std::vector<double>& outcomes) {
  const double variance = target.observation_variance + target.discrepancy_variance;
  return variance > 0 ? std::sqrt(variance) : spread_of(outcomes);
}

}  // namespace

Rejection reject(const std::vector<RecordTarget>& targets, const SimulatedOutcomes& outcomes,
                 const RejectionSettings& settings) {
  (void)match_history(targets, outcomes);  // refuses what does not fit
  if (!(settings.tolerance >= 0) || !(settings.kept_share > 0 && settings.kept_share <= 1)) {
    throw std::invalid_argument("a tolerance is at least 0, a share to keep above 0 and at most 1");
  }
  const std::size_t points = outcomes.mean.front().size();
  Rejection r;
  r.distance.assign(points, 0);
  for (std::size_t t = 0; t < targets.size(); ++t) {
    const double scale = scale_of(targets[t], outcomes.mean[t]);
    for (std::size_t point = 0; point < points; ++point) {
      const double miss = (outcomes.mean[t][point] - targets[t].observed) / scale;
      r.distance[point] += miss * miss;
    }
  }
  for (double& distance : r.distance) {
    distance = std::sqrt(distance);
  }
  r.kept.resize(points);
  std::iota(r.kept.begin(), r.kept.end(), std::size_t{0});
  std::stable_sort(r.kept.begin(), r.kept.end(),
                   [&](std::size_t a, std::size_t b) { return r.distance[a] < r.distance[b]; });
  if (settings.tolerance > 0) {
    r.tolerance = settings.tolerance;
    std::erase_if(r.kept, [&](std::size_t p) { return r.distance[p] > settings.tolerance; });
  } else {
    const auto n =
        static_cast<std::size_t>(std::ceil(settings.kept_share * static_cast<double>(points)));
    r.kept.resize(std::clamp<std::size_t>(n, 1, points));
    r.tolerance = r.distance[r.kept.back()];
  }
  return r;
}

}  // namespace tumen
