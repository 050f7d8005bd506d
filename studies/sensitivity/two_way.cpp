#include "studies/sensitivity/two_way.hpp"

#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace tumen {
namespace {

/// The lines without a gap, one after another.
std::vector<double> whole_lines(const std::vector<double>& values, std::size_t replicates) {
  std::vector<double> whole;
  for (std::size_t start = 0; start + replicates <= values.size(); start += replicates) {
    const std::span line = std::span(values).subspan(start, replicates);
    if (std::all_of(line.begin(), line.end(), [](double y) { return std::isfinite(y); })) {
      whole.insert(whole.end(), line.begin(), line.end());
    }
  }
  return whole;
}

}  // namespace

TwoWay two_way(const std::vector<double>& values, std::size_t replicates) {
  TwoWay out;
  out.replicates = replicates;
  if (replicates < 2) {
    return out;
  }
  const std::vector<double> y = whole_lines(values, replicates);
  out.points = y.size() / replicates;
  out.left_out = values.size() / replicates - out.points;
  if (out.points < 2) {
    return out;
  }
  const auto p = static_cast<double>(out.points), r = static_cast<double>(replicates);
  std::vector<double> point(out.points, 0), luck(replicates, 0);
  for (std::size_t k = 0; k < y.size(); ++k) {
    point[k / replicates] += y[k] / r;
    luck[k % replicates] += y[k] / p;
  }
  const double mean = std::accumulate(luck.begin(), luck.end(), 0.0) / r;
  double squares = 0;
  for (std::size_t k = 0; k < y.size(); ++k) {
    const double rest = y[k] - point[k / replicates] - luck[k % replicates] + mean;
    squares += rest * rest;
  }
  out.rest_variance = squares / ((p - 1) * (r - 1));
  out.factor_variance = std::max(0.0, spread_of(point).variance - out.rest_variance / r);
  out.luck_variance = std::max(0.0, spread_of(luck).variance - out.rest_variance / p);
  out.is_known = true;
  return out;
}

}  // namespace tumen
