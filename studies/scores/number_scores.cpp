#include "studies/scores/number_scores.hpp"

#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tumen {
namespace {

std::vector<double> sorted_members(std::span<const double> members, std::size_t least) {
  const bool all_finite =
      std::all_of(members.begin(), members.end(), [](double x) { return std::isfinite(x); });
  if (members.size() < least || !all_finite) {
    throw std::invalid_argument("an ensemble needs members that are finite numbers");
  }
  std::vector<double> sorted(members.begin(), members.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

void check(const BinnedDistribution& d, double came) {
  double total = 0;
  bool is_good = std::isfinite(came) && d.edges.size() == d.shares.size() + 1;
  for (const double share : d.shares) {
    is_good = is_good && share >= 0;
    total += share;
  }
  for (std::size_t k = 0; is_good && k + 1 < d.edges.size(); ++k) {
    is_good = std::isfinite(d.edges[k]) && d.edges[k] < d.edges[k + 1];
  }
  if (!is_good || !std::isfinite(d.edges.back()) || !(std::abs(total - 1) <= 1e-9)) {
    throw std::invalid_argument("a binned distribution needs ascending edges and shares of sum 1");
  }
}

/// Integral of the square of a line that goes from `a` to `b` over `width`.
double squared_line(double width, double a, double b) {
  return width * (a * a + a * b + b * b) / 3;
}

}  // namespace

double crps(std::span<const double> members, double came, CrpsKind kind) {
  const std::vector<double> x = sorted_members(members, kind == CrpsKind::fair ? 2 : 1);
  if (!std::isfinite(came)) {
    throw std::invalid_argument("what came must be a finite number");
  }
  const auto m = static_cast<double>(x.size());
  double miss = 0, spread = 0;  // spread: sum of |x_i - x_j| over pairs i < j
  for (std::size_t i = 0; i < x.size(); ++i) {
    miss += std::abs(x[i] - came);
    spread += x[i] * (2 * static_cast<double>(i) + 1 - m);
  }
  return miss / m - spread / (kind == CrpsKind::fair ? m * (m - 1) : m * m);
}

double crps(const BinnedDistribution& forecast, double came) {
  check(forecast, came);
  const std::vector<double>& e = forecast.edges;
  double score = std::max(0.0, e.front() - came) + std::max(0.0, came - e.back());
  double below = 0;
  for (std::size_t k = 0; k < forecast.shares.size(); ++k) {
    const double width = e[k + 1] - e[k];
    const double split = std::clamp(came, e[k], e[k + 1]);
    const double middle = below + forecast.shares[k] * (split - e[k]) / width;
    const double end = below + forecast.shares[k];
    score += squared_line(split - e[k], below, middle);
    score += squared_line(e[k + 1] - split, 1 - middle, 1 - end);
    below = end;
  }
  return score;
}

double central_width(std::span<const double> members, double level) {
  const std::vector<double> x = sorted_members(members, 1);
  return quantile_of_sorted(x, (1 + level) / 2) - quantile_of_sorted(x, (1 - level) / 2);
}

}  // namespace tumen
