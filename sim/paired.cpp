#include "sim/paired.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double z95 = 1.959963984540054;

/// Tango's score statistic for the hypothesis that the difference is `delta`; falls as delta grows.
double tango_score(double n, double more, double fewer, double delta) {
  // Restricted maximum-likelihood estimate of P(b < a), the root of a quadratic.
  const double a = 2 * n;
  const double b = -more - fewer + (2 * n - more + fewer) * delta;
  const double c = -fewer * delta * (1 - delta);
  const double q = (std::sqrt(std::max(0.0, b * b - 4 * a * c)) - b) / (2 * a);
  const double variance = n * (2 * q + delta * (1 - delta));
  const double distance = more - fewer - n * delta;
  if (variance <= 0) {
    return distance == 0 ? 0 : std::copysign(1e300, distance);
  }
  return distance / std::sqrt(variance);
}

/// The difference at which the score equals `target`, between low and high.
double where_score_is(const PairedTally& t, double target, double low, double high) {
  const auto n = static_cast<double>(t.pairs);
  const auto more = static_cast<double>(t.more);
  const auto fewer = static_cast<double>(t.fewer);
  for (int k = 0; k < 60; ++k) {
    const double middle = 0.5 * (low + high);
    (tango_score(n, more, fewer, middle) > target ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

/// Two-sided p of a fair coin that fell `more` and `fewer` times.
double mcnemar_p(std::size_t more, std::size_t fewer) {
  if (more + fewer == 0) {
    return 1;
  }
  const auto n = static_cast<double>(more + fewer);
  const auto least = static_cast<double>(std::min(more, fewer));
  return std::min(1.0, 2 * cdf(boost::math::binomial_distribution<>(n, 0.5), least));
}

PairedDifference binary_difference(const PairedTally& t) {
  PairedDifference d{PairedMethod::score, t.mean};
  const auto discordant = static_cast<double>(t.more + t.fewer);
  const double ahead = static_cast<double>(t.more) - static_cast<double>(t.fewer);
  d.low = where_score_is(t, z95, -1, t.mean);
  d.high = where_score_is(t, -z95, t.mean, 1);
  d.z = discordant > 0 ? ahead / std::sqrt(discordant) : 0;
  d.p = mcnemar_p(t.more, t.fewer);
  return d;
}

PairedDifference mean_difference(const PairedTally& t) {
  PairedDifference d{PairedMethod::t, t.mean, t.mean, t.mean};
  const auto n = static_cast<double>(t.pairs);
  const double error = std::sqrt(t.squares / (n - 1) / n);
  if (error <= 0) {
    // The same difference in every pair: no doubt is left, or there is no difference.
    d.z = t.mean == 0 ? 0 : std::copysign(1e9, t.mean);
    d.p = t.mean == 0 ? 1 : 0;
    return d;
  }
  const boost::math::students_t_distribution<> student(n - 1);
  const double half = quantile(student, 0.975) * error;
  d.low = t.mean - half;
  d.high = t.mean + half;
  d.z = t.mean / error;
  d.p = std::min(1.0, 2 * cdf(complement(student, std::abs(d.z))));
  return d;
}

}  // namespace

void PairedTally::add(double a, double b) {
  ++runs;
  present_a += std::isnan(a) ? 0 : 1;
  present_b += std::isnan(b) ? 0 : 1;
  if (std::isnan(a) || std::isnan(b)) {
    return;
  }
  ++pairs;
  more += b > a ? 1 : 0;
  fewer += b < a ? 1 : 0;
  is_binary = is_binary && (a == 0 || a == 1) && (b == 0 || b == 1);
  const auto n = static_cast<double>(pairs);
  mean_a += (a - mean_a) / n;
  mean_b += (b - mean_b) / n;
  const double before = b - a - mean;  // Welford's update
  mean += before / n;
  squares += before * (b - a - mean);
}

const char* method_name(PairedMethod method) {
  return method == PairedMethod::score ? "score" : method == PairedMethod::t ? "t" : "none";
}

PairedDifference difference_of(const PairedTally& t) {
  if (t.pairs > 0 && t.is_binary) {
    return binary_difference(t);
  }
  return t.pairs > 1 ? mean_difference(t) : PairedDifference{};
}

void adjust_by_holm(std::vector<PairedDifference>& all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return all[i].p < all[j].p; });
  double largest = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    PairedDifference& d = all[order[k]];
    largest = std::max(largest, std::min(1.0, d.p * static_cast<double>(all.size() - k)));
    d.adjusted_p = largest;
  }
}

double rounded_p(double p) {
  // Not std::stod, which throws on numbers below the smallest normal one.
  return std::strtod(fmt::format("{:.5e}", p).c_str(), nullptr);
}

}  // namespace tumen
