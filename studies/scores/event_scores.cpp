#include "studies/scores/event_scores.hpp"

#include "world/math.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <stdexcept>

#include <boost/math/distributions/normal.hpp>

namespace tumen {
namespace {

double outcome(const EventForecast& f) {
  return f.came ? 1.0 : 0.0;
}

void check(std::span<const EventForecast> forecasts) {
  if (forecasts.empty()) {
    throw std::invalid_argument("a score needs at least one forecast");
  }
  for (const EventForecast& f : forecasts) {
    if (!(f.chance >= 0 && f.chance <= 1)) {
      throw std::invalid_argument("a chance must be a number from 0 to 1");
    }
  }
}

/// Sums over the forecasts of a bin.
struct BinSums {
  double count = 0, chances = 0, events = 0;

  void add(const EventForecast& f) {
    count += 1;
    chances += f.chance;
    events += outcome(f);
  }
};

std::size_t bin_of(double chance, std::size_t bins) {
  const auto k = static_cast<std::size_t>(chance * static_cast<double>(bins));
  return std::min(k, bins - 1);
}

std::vector<BinSums> sums_by_bin(std::span<const EventForecast> forecasts, std::size_t bins) {
  std::map<double, BinSums> sums;
  for (const EventForecast& f : forecasts) {
    sums[bins == 0 ? f.chance : static_cast<double>(bin_of(f.chance, bins))].add(f);
  }
  std::vector<BinSums> out;
  for (const auto& [key, bin] : sums) {
    out.push_back(bin);
  }
  return out;
}

/// Chance of each number of events among independent events with these chances.
std::vector<double> distribution_of_count(const std::vector<double>& chances) {
  std::vector<double> p(chances.size() + 1);
  p[0] = 1;
  for (std::size_t n = 0; n < chances.size(); ++n) {
    const double q = chances[n];
    for (std::size_t k = n + 1; k > 0; --k) {
      p[k] = p[k] * (1 - q) + p[k - 1] * q;
    }
    p[0] *= 1 - q;
  }
  return p;
}

void set_exact_bar(ReliabilityBin& bin, const std::vector<double>& chances, double tail) {
  const std::vector<double> p = distribution_of_count(chances);
  const auto n = static_cast<double>(chances.size());
  // Rounding must not push an end past a count that holds all of the probability.
  constexpr double slack = 1e-12;
  double below = 0;
  bool has_low = false;
  for (std::size_t k = 0; k < p.size(); ++k) {
    below += p[k];
    if (!has_low && below > tail + slack) {
      bin.low = static_cast<double>(k) / n;
      has_low = true;
    }
    if (below >= 1 - tail - slack) {
      bin.high = static_cast<double>(k) / n;
      return;
    }
  }
  bin.high = 1;
}

void set_normal_bar(ReliabilityBin& bin, const std::vector<double>& chances, double tail) {
  double variance = 0;
  for (const double q : chances) {
    variance += q * (1 - q);
  }
  const double z = quantile(boost::math::normal_distribution<>(), 1 - tail);
  const double half = z * std::sqrt(variance) / static_cast<double>(chances.size());
  bin.low = std::max(0.0, bin.mean_chance - half);
  bin.high = std::min(1.0, bin.mean_chance + half);
}

}  // namespace

double brier_score(const EventForecast& forecast) {
  check({&forecast, 1});
  const double miss = forecast.chance - outcome(forecast);
  return miss * miss;
}

double log_score(const EventForecast& forecast) {
  check({&forecast, 1});
  const double chance = forecast.came ? forecast.chance : 1 - forecast.chance;
  return chance > 0 ? 0.0 - log(chance) : std::numeric_limits<double>::infinity();
}

double mean_brier_score(std::span<const EventForecast> forecasts) {
  check(forecasts);
  double sum = 0;
  for (const EventForecast& f : forecasts) {
    sum += brier_score(f);
  }
  return sum / static_cast<double>(forecasts.size());
}

double mean_log_score(std::span<const EventForecast> forecasts) {
  check(forecasts);
  double sum = 0;
  for (const EventForecast& f : forecasts) {
    sum += log_score(f);
  }
  return sum / static_cast<double>(forecasts.size());
}

BrierParts brier_parts(std::span<const EventForecast> forecasts, std::size_t bins) {
  BrierParts parts;
  parts.score = mean_brier_score(forecasts);
  const auto n = static_cast<double>(forecasts.size());
  const std::vector<BinSums> sums = sums_by_bin(forecasts, bins);
  for (const BinSums& bin : sums) {
    parts.base_rate += bin.events / n;
  }
  for (const BinSums& bin : sums) {
    const double frequency = bin.events / bin.count;
    const double off = bin.chances / bin.count - frequency;
    const double apart = frequency - parts.base_rate;
    parts.reliability += bin.count / n * off * off;
    parts.resolution += bin.count / n * apart * apart;
  }
  parts.uncertainty = parts.base_rate * (1 - parts.base_rate);
  parts.within =
      bins == 0 ? 0 : parts.score - (parts.reliability - parts.resolution + parts.uncertainty);
  return parts;
}

std::vector<ReliabilityBin> reliability_diagram(std::span<const EventForecast> forecasts,
                                                std::size_t bins, double level) {
  check(forecasts);
  if (bins == 0 || !(level > 0 && level < 1)) {
    throw std::invalid_argument("a reliability diagram needs a bin and a level between 0 and 1");
  }
  std::vector<ReliabilityBin> diagram(bins);
  std::vector<std::vector<double>> chances(bins);
  std::vector<BinSums> sums(bins);
  for (const EventForecast& f : forecasts) {
    const std::size_t k = bin_of(f.chance, bins);
    chances[k].push_back(f.chance);
    sums[k].add(f);
  }
  constexpr std::size_t most_exact = 4000;
  for (std::size_t k = 0; k < bins; ++k) {
    ReliabilityBin& bin = diagram[k];
    bin.from = static_cast<double>(k) / static_cast<double>(bins);
    bin.to = static_cast<double>(k + 1) / static_cast<double>(bins);
    bin.count = chances[k].size();
    if (bin.count > 0) {
      bin.mean_chance = sums[k].chances / sums[k].count;
      bin.frequency = sums[k].events / sums[k].count;
      const auto set_bar = bin.count > most_exact ? set_normal_bar : set_exact_bar;
      set_bar(bin, chances[k], (1 - level) / 2);
    }
  }
  return diagram;
}

Sharpness sharpness_of(std::span<const EventForecast> forecasts) {
  check(forecasts);
  const auto n = static_cast<double>(forecasts.size());
  Sharpness s;
  double mean = 0;
  for (const EventForecast& f : forecasts) {
    mean += f.chance / n;
    s.expected_brier += f.chance * (1 - f.chance) / n;
    s.decided_share += (f.chance <= 0.1 || f.chance >= 0.9 ? 1 : 0) / n;
  }
  for (const EventForecast& f : forecasts) {
    s.variance += (f.chance - mean) * (f.chance - mean) / n;
  }
  return s;
}

double ranked_probability_score(std::span<const double> shares, std::size_t category) {
  double total = 0;
  for (const double share : shares) {
    total += share >= 0 ? share : std::numeric_limits<double>::quiet_NaN();
  }
  if (category >= shares.size() || !(std::abs(total - 1) <= 1e-9)) {
    throw std::invalid_argument("shares of categories must be numbers >= 0 that sum to 1");
  }
  double score = 0, below = 0;
  for (std::size_t k = 0; k + 1 < shares.size(); ++k) {
    below += shares[k];
    const double miss = below - (category <= k ? 1 : 0);
    score += miss * miss;
  }
  return score;
}

}  // namespace tumen
