#include "studies/sensitivity/given_data.hpp"

#include "studies/sensitivity/data_sums.hpp"
#include "studies/sensitivity/spread.hpp"
#include "world/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_groups = 50;
constexpr std::size_t least_lines = 10;

/// Ranks from 1; equal values share the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a] < values[b] || (values[a] == values[b] && a < b);
  });
  std::vector<double> ranks(values.size());
  for (std::size_t k = 0; k < order.size();) {
    std::size_t end = k;
    while (end < order.size() && values[order[end]] == values[order[k]]) {
      ++end;
    }
    for (std::size_t j = k; j < end; ++j) {
      ranks[order[j]] = static_cast<double>(k + 1 + end) / 2;
    }
    k = end;
  }
  return ranks;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const FiniteMoments of_x = spread_of(x), of_y = spread_of(y);
  double product = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    product += (x[k] - of_x.mean) * (y[k] - of_y.mean);
  }
  return product / static_cast<double>(x.size() - 1) / std::sqrt(of_x.variance * of_y.variance);
}

IndexEstimate rank_correlation(const std::vector<double>& x, const std::vector<double>& y_ranks,
                               double level) {
  const double r = std::clamp(correlation(ranks_of(x), y_ranks), -1.0, 1.0);
  const double half = normal_quantile((1 + level) / 2) *
                      std::sqrt((1 + r * r / 2) / static_cast<double>(x.size() - 3));
  return {r, {std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half)}};
}

/// 2 n^(1/3): bins narrow and their means steadier as lines are more.
std::size_t bins_for(std::size_t lines) {
  return std::max<std::size_t>(
      4, static_cast<std::size_t>(std::lround(2 * std::cbrt(static_cast<double>(lines)))));
}

void fill_factors(DataSensitivity& out, const DataSums& sums,
                  const std::vector<DataColumn>& factors, const DataSettings& settings) {
  const GroupSums grouped = sums.sums(std::min(most_groups, sums.lines()), settings.seed);
  const Statistics statistics = [&sums](std::span<const double> m) { return sums.statistics(m); };
  std::vector<double> means = grouped.all;
  for (double& mean : means) {
    mean /= static_cast<double>(sums.lines());
  }
  const std::vector<double> values = statistics(means);
  const std::vector<Interval> intervals = jackknife_intervals(grouped, statistics, settings.level);
  const std::vector<double> y_ranks = ranks_of(sums.outcome());
  const auto at = [&](std::size_t k) {
    return k == DataSums::none ? IndexEstimate{unknown, {unknown, unknown}}
                               : IndexEstimate{values[k], intervals[k]};
  };
  out.r_squared = values[sums.r_squared_at()];
  out.has_regression = std::isfinite(out.r_squared);
  for (std::size_t d = 0; d < factors.size(); ++d) {
    DataMeasures told{
        factors[d].name,           sums.first_at(d) != DataSums::none, !factors[d].is_categorical,
        at(sums.regression_at(d)), {unknown, {unknown, unknown}},      at(sums.first_at(d))};
    if (told.is_varied && told.has_order) {
      told.correlation = rank_correlation(sums.values(d), y_ranks, settings.level);
    }
    out.factors.push_back(std::move(told));
  }
}

}  // namespace

DataSensitivity data_sensitivity(const std::vector<DataColumn>& factors,
                                 const std::vector<double>& values,
                                 const std::vector<double>& noise, const DataSettings& settings) {
  DataSensitivity out;
  const FiniteMoments spread = spread_of(values);
  out.lines = spread.count;
  out.dropped = values.size() - spread.count;
  out.mean = spread.mean;
  out.bins = bins_for(out.lines);
  double of_seeds = 0;
  for (std::size_t k = 0; k < noise.size(); ++k) {
    of_seeds += std::isfinite(values[k]) ? noise[k] / static_cast<double>(out.lines) : 0;
  }
  out.variance = spread.variance - of_seeds;
  if (out.lines < least_lines) {
    out.reason = fmt::format("{} lines with a value; {} are needed", out.lines, least_lines);
  } else if (is_constant(values)) {
    out.reason = "the outcome is the same in all runs";
  } else if (!(out.variance > 0)) {
    out.reason = "the seeds explain all of the variance";
  }
  if (out.reason.empty()) {
    fill_factors(out, DataSums(factors, values, noise, out.bins), factors, settings);
  }
  return out;
}

}  // namespace tumen
