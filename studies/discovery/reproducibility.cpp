#include "studies/discovery/reproducibility.hpp"

#include "sim/parallel.hpp"
#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The points of a bootstrap sample.
CaseTable resampled(const CaseTable& table, const std::vector<std::uint32_t>& points) {
  CaseTable out;
  for (const Dimension& dimension : table.dimensions) {
    Dimension& copy =
        out.dimensions.emplace_back(Dimension{dimension.name, dimension.kind, {}, dimension.words});
    copy.values.reserve(points.size());
    for (const std::uint32_t point : points) {
      copy.values.push_back(dimension.values[point]);
    }
  }
  for (const std::uint32_t point : points) {
    out.is_case.push_back(table.is_case[point]);
  }
  return out;
}

/// What one sample gave.
struct Trial {
  bool is_valid = false;
  Box box;
  double coverage = nan, density = nan;  ///< on the points left out
};

void try_on_rest(Trial& trial, const CaseTable& table, const std::vector<std::uint32_t>& points) {
  std::vector<std::uint8_t> is_left(table.points(), 1);
  for (const std::uint32_t point : points) {
    is_left[point] = 0;
  }
  const BoxMeasures all = measures_of(table, whole_space(table), is_left);
  const BoxMeasures in = measures_of(table, trial.box, is_left);
  trial.coverage =
      all.cases == 0 ? nan : static_cast<double>(in.cases) / static_cast<double>(all.cases);
  trial.density = in.points == 0 ? nan : in.density;
}

Trial trial_of(const CaseTable& table, const PrimSettings& settings, const PrimBox& found,
               const SampleKey& key) {
  const std::vector<std::uint32_t> points = bootstrap_sample(table.points(), key);
  const CaseTable sample = resampled(table, points);
  Trial trial;
  trial.is_valid = sample.cases() > 0 && sample.cases() < sample.points();
  if (trial.is_valid) {
    // A step that was asked for has no meaning in another trajectory; its coverage has.
    const PrimBox again =
        settings.choices.empty()
            ? find_boxes(sample, settings).front()
            : find_box_of_coverage(sample, settings, found.choice().measures.coverage);
    trial.box = again.choice().box;
    try_on_rest(trial, table, points);
  }
  return trial;
}

BoundSpread spread_of(std::vector<double> bounds) {
  std::erase_if(bounds, [](double x) { return !std::isfinite(x); });
  if (bounds.empty()) {
    return {};
  }
  std::sort(bounds.begin(), bounds.end());
  return {quantile_of_sorted(bounds, 0.05), quantile_of_sorted(bounds, 0.5),
          quantile_of_sorted(bounds, 0.95)};
}

double mean_of_numbers(const std::vector<Trial>& trials, double Trial::* member) {
  double sum = 0, n = 0;
  for (const Trial& trial : trials) {
    sum += std::isnan(trial.*member) ? 0 : trial.*member;
    n += std::isnan(trial.*member) ? 0 : 1;
  }
  return n > 0 ? sum / n : nan;
}

RestrictionShare share_of(const std::vector<Trial>& trials, std::size_t dimension) {
  RestrictionShare share;
  std::vector<double> low, high;
  for (const Trial& trial : trials) {
    const Limit& limit = trial.box.limits[dimension];
    share.restricted += limit.is_restricted() ? 1 : 0;
    low.push_back(limit.low);
    high.push_back(limit.high);
  }
  share.low = spread_of(std::move(low));
  share.high = spread_of(std::move(high));
  return share;
}

}  // namespace

Reproducibility reproduce(const CaseTable& table, const PrimSettings& settings,
                          const PrimBox& found, const ResamplingSettings& resampling) {
  PrimSettings first = settings;
  first.boxes = 1;
  first.threads = 1;  // the samples are what runs in parallel
  // Samples begin where the box began: trying every half in every sample would take long.
  first.starts.emplace();
  if (found.start) {
    first.starts->push_back(*found.start);
  }
  std::vector<Trial> trials(resampling.samples);
  parallel_for(trials.size(), resampling.threads, [&](std::size_t k) {
    const SampleKey key{resampling.seed, static_cast<std::uint32_t>(k), "prim"};
    trials[k] = trial_of(table, first, found, key);
  });
  std::erase_if(trials, [](const Trial& trial) { return !trial.is_valid; });
  Reproducibility r;
  r.samples = trials.size();
  for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
    r.dimensions.push_back(share_of(trials, d));
  }
  r.coverage = mean_of_numbers(trials, &Trial::coverage);
  r.density = mean_of_numbers(trials, &Trial::density);
  return r;
}

}  // namespace tumen
