#include "studies/calibration/identifiability.hpp"

#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace tumen {
namespace {

double variance_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double x : values) {
    squares += (x - mean) * (x - mean);
  }
  return squares / (n - 1);  // NaN for a single one
}

/// The points by value: all that the distance needs to know.
struct Ranks {
  std::vector<std::size_t> up_to;  ///< by point: how many points have at most its value
  std::vector<std::size_t> below;  ///< by point: how many have less
};

Ranks ranks_of(const std::vector<double>& values) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  const auto count = [&](auto place) { return static_cast<std::size_t>(place - sorted.begin()); };
  Ranks ranks;
  for (const double x : values) {
    ranks.up_to.push_back(count(std::upper_bound(sorted.begin(), sorted.end(), x)));
    ranks.below.push_back(count(std::lower_bound(sorted.begin(), sorted.end(), x)));
  }
  return ranks;
}

/// Largest distance between the distributions of the points at some places and of all.
double distance_at(const Ranks& ranks, std::vector<std::size_t> places) {
  std::sort(places.begin(), places.end(),
            [&](std::size_t a, std::size_t b) { return ranks.up_to[a] < ranks.up_to[b]; });
  const auto m = static_cast<double>(places.size());
  const auto n = static_cast<double>(ranks.up_to.size());
  double most = 0;
  for (std::size_t k = 0; k < places.size();) {
    const std::size_t place = places[k];
    const double before = static_cast<double>(k) / m;
    while (k < places.size() && ranks.up_to[places[k]] == ranks.up_to[place]) {
      ++k;
    }
    const double after = static_cast<double>(k) / m;
    most = std::max({most, std::abs(before - static_cast<double>(ranks.below[place]) / n),
                     std::abs(after - static_cast<double>(ranks.up_to[place]) / n)});
  }
  return most;
}

/// `m` of `n` places, each set as likely (the m smallest of n numbers drawn by key).
std::vector<std::size_t> drawn(std::size_t n, std::size_t m, const SampleKey& key) {
  const std::vector<double> u = uniform_sample(n, key);
  std::vector<std::size_t> places(n);
  std::iota(places.begin(), places.end(), std::size_t{0});
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(m);
  std::partial_sort(places.begin(), end, places.end(), [&](std::size_t a, std::size_t b) {
    return u[a] != u[b] ? u[a] < u[b] : a < b;
  });
  places.resize(m);
  return places;
}

void set_ranges(Identified& one, std::vector<double> all, std::vector<double> some) {
  one.contraction = some.size() < 2 || !(variance_of(all) > 0)
                        ? std::numeric_limits<double>::quiet_NaN()
                        : 1 - variance_of(some) / variance_of(all);
  std::sort(all.begin(), all.end());
  std::sort(some.begin(), some.end());
  one.prior_low = quantile_of_sorted(all, 0.05);
  one.prior_median = quantile_of_sorted(all, 0.5);
  one.prior_high = quantile_of_sorted(all, 0.95);
  one.posterior_low = quantile_of_sorted(some, 0.05);
  one.posterior_median = quantile_of_sorted(some, 0.5);
  one.posterior_high = quantile_of_sorted(some, 0.95);
}

/// Holm's step-down over all parameters.
void judge_by_holm(std::vector<Identified>& report) {
  std::vector<std::size_t> order(report.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return report[a].p < report[b].p; });
  double adjusted = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    Identified& one = report[order[k]];
    adjusted = std::max(adjusted, static_cast<double>(order.size() - k) * one.p);
    one.is_constrained = adjusted < 0.05;
  }
}

void check(const std::vector<ParameterColumn>& prior, const std::vector<std::size_t>& kept) {
  bool fits = !prior.empty() && !prior.front().values.empty() && !kept.empty();
  for (const ParameterColumn& column : prior) {
    fits = fits && column.values.size() == prior.front().values.size();
  }
  for (const std::size_t place : kept) {
    fits = fits && place < prior.front().values.size();
  }
  if (!fits) {
    throw std::invalid_argument("identifiability needs parameters at all points, and kept points");
  }
}

}  // namespace

std::vector<Identified> identify(const std::vector<ParameterColumn>& prior,
                                 const std::vector<std::size_t>& kept,
                                 const IdentifySettings& settings) {
  check(prior, kept);
  const std::size_t points = prior.front().values.size();
  std::vector<Identified> report;
  std::vector<Ranks> ranks;
  std::vector<double> found;
  for (const ParameterColumn& column : prior) {
    std::vector<double> some;
    for (const std::size_t place : kept) {
      some.push_back(column.values[place]);
    }
    set_ranges(report.emplace_back(Identified{column.name}), column.values, std::move(some));
    ranks.push_back(ranks_of(column.values));
    found.push_back(distance_at(ranks.back(), kept));
  }
  std::vector<std::size_t> as_far(prior.size(), 1);  // the record's own draw counts
  for (std::size_t sample = 0; sample < settings.samples; ++sample) {
    const SampleKey key{settings.seed, static_cast<std::uint32_t>(sample), "identify"};
    const std::vector<std::size_t> places = drawn(points, kept.size(), key);
    for (std::size_t k = 0; k < prior.size(); ++k) {
      as_far[k] += distance_at(ranks[k], places) >= found[k] ? 1 : 0;
    }
  }
  for (std::size_t k = 0; k < prior.size(); ++k) {
    report[k].p = static_cast<double>(as_far[k]) / static_cast<double>(settings.samples + 1);
  }
  judge_by_holm(report);
  return report;
}

}  // namespace tumen
