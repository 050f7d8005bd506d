#include "studies/sensitivity/expected_indices.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

constexpr std::size_t most_groups = 32;

/// Recommended S1 and ST of every group, one after the other.
std::vector<double> statistics_of(const SobolIndices& indices) {
  std::vector<double> all;
  for (const GroupIndices& group : indices.groups) {
    all.push_back(group.first.front().value);
    all.push_back(group.total.front().value);
  }
  return all;
}

/// Means of the lines without the replicates k, k + groups, k + 2 groups ...
std::vector<double> means_without(const std::vector<double>& values, std::size_t replicates,
                                  std::size_t k, std::size_t groups) {
  std::vector<double> means;
  for (std::size_t start = 0; start < values.size(); start += replicates) {
    double sum = 0, count = 0;
    for (std::size_t r = 0; r < replicates; ++r) {
      const bool is_in = r % groups != k;
      sum += is_in ? values[start + r] : 0;
      count += is_in ? 1 : 0;
    }
    means.push_back(sum / count);
  }
  return means;
}

/// One row a group of replicates: its pseudo-values. Without rows where indices are missing.
TermTable pseudo_values(const SobolIndices& indices, SaltelliRuns& runs,
                        const std::vector<double>& values) {
  const std::size_t replicates = values.size() / runs.values.size();
  const std::size_t groups = std::min(replicates, most_groups);
  const auto g = static_cast<double>(groups);
  const std::vector<double> all = statistics_of(indices);
  TermTable table{all.size(), {}, {}};
  for (std::size_t k = 0; k < groups; ++k) {
    runs.values = means_without(values, replicates, k, groups);
    // Intervals are not looked at.
    const SobolIndices part = sobol_indices(runs, {IntervalKind::bootstrap, 0.95, 1, 1, 1});
    if (!part.reason.empty()) {
      return {};
    }
    const std::vector<double> without = statistics_of(part);
    for (std::size_t i = 0; i < all.size(); ++i) {
      table.terms.push_back(g * all[i] - (g - 1) * without[i]);
    }
    table.group.push_back(static_cast<std::uint32_t>(k));
  }
  return table;
}

IndexEstimate with_points(double value, const Interval& luck, const Interval& points) {
  const double half = std::hypot((luck.high - luck.low) / 2, (points.high - points.low) / 2);
  return {value, {value - half, value + half}};
}

}  // namespace

ExpectedIndices expected_indices(const SobolIndices& indices, SaltelliRuns runs,
                                 const std::vector<double>& values, double level) {
  const bool is_whole = !values.empty() && std::all_of(values.begin(), values.end(),
                                                       [](double y) { return std::isfinite(y); });
  if (!indices.reason.empty() || !is_whole || values.size() < least_lucks * runs.values.size()) {
    return {};
  }
  runs.noise.clear();
  const TermTable table = pseudo_values(indices, runs, values);
  if (table.rows() == 0) {
    return {};
  }
  const Statistics same = [](std::span<const double> means) {
    return std::vector<double>(means.begin(), means.end());
  };
  const std::vector<double> means = means_of(table);
  const std::vector<Interval> luck = intervals_by_row(table, same, level);
  ExpectedIndices out;
  for (std::size_t g = 0; g < indices.groups.size(); ++g) {
    const GroupIndices& group = indices.groups[g];
    out.first.push_back(with_points(means[2 * g], luck[2 * g], group.first.front().interval));
    out.total.push_back(
        with_points(means[2 * g + 1], luck[2 * g + 1], group.total.front().interval));
  }
  return out;
}

}  // namespace tumen
