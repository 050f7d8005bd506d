#include "studies/sensitivity/intervals.hpp"

#include "sim/parallel.hpp"
#include "studies/designs/draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

namespace tumen {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

void add(std::vector<double>& sums, std::span<const double> row, double weight) {
  for (std::size_t k = 0; k < sums.size(); ++k) {
    sums[k] += weight * row[k];
  }
}

std::vector<double> divided(std::vector<double> sums, double by) {
  for (double& sum : sums) {
    sum /= by;
  }
  return sums;
}

/// How often each row is drawn in a resample.
std::vector<std::uint32_t> drawn_counts(const Draws& draws, std::size_t rows,
                                        std::size_t resample) {
  std::vector<std::uint32_t> counts(rows, 0);
  for (std::size_t k = 0; k < rows; ++k) {
    const auto at =
        static_cast<std::size_t>(draws.uniform(resample, k) * static_cast<double>(rows));
    ++counts[std::min(at, rows - 1)];
  }
  return counts;
}

/// Quantile of sorted numbers, between neighbours linear (type 7 of Hyndman and Fan).
double quantile_of(const std::vector<double>& sorted, double level) {
  const double at = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

/// Percentiles of every column; resamples without a value are left out.
std::vector<Interval> percentiles(const std::vector<std::vector<double>>& resampled, double level) {
  std::vector<Interval> intervals(resampled.front().size(), {unknown, unknown});
  for (std::size_t k = 0; k < intervals.size(); ++k) {
    std::vector<double> values;
    for (const std::vector<double>& statistics : resampled) {
      if (std::isfinite(statistics[k])) {
        values.push_back(statistics[k]);
      }
    }
    if (!values.empty()) {
      std::sort(values.begin(), values.end());
      intervals[k] = {quantile_of(values, (1 - level) / 2), quantile_of(values, (1 + level) / 2)};
    }
  }
  return intervals;
}

std::vector<Interval> bootstrap(const TermTable& table, const Statistics& statistics,
                                const IntervalSettings& settings) {
  const Draws draws(settings.seed, "studies/bootstrap");
  std::vector<std::vector<double>> resampled(settings.resamples);
  parallel_for(settings.resamples, settings.threads, [&](std::size_t r) {
    const std::vector<std::uint32_t> counts = drawn_counts(draws, table.rows(), r);
    std::vector<double> sums(table.width, 0);
    for (std::size_t k = 0; k < counts.size(); ++k) {
      if (counts[k] > 0) {
        add(sums, table.row(k), counts[k]);
      }
    }
    resampled[r] = statistics(divided(std::move(sums), static_cast<double>(table.rows())));
  });
  return percentiles(resampled, settings.level);
}

GroupSums sums_of(const TermTable& table, const std::vector<std::uint32_t>& group, std::size_t n) {
  GroupSums sums{std::vector<double>(table.width, 0),
                 std::vector<std::vector<double>>(n, std::vector<double>(table.width, 0)),
                 std::vector<double>(n, 0)};
  for (std::size_t k = 0; k < table.rows(); ++k) {
    add(sums.part[group[k]], table.row(k), 1);
    sums.count[group[k]] += 1;
  }
  for (const std::vector<double>& part : sums.part) {
    add(sums.all, part, 1);
  }
  return sums;
}

/// Student's interval around `whole` from the spread of pseudo-values.
Interval t_interval(double whole, const std::vector<double>& pseudo, double level) {
  const auto n = static_cast<double>(pseudo.size());
  double mean = 0, squares = 0;
  for (const double value : pseudo) {
    mean += value / n;
  }
  for (const double value : pseudo) {
    squares += (value - mean) * (value - mean);
  }
  const boost::math::students_t_distribution<> student(n - 1);
  const double half = quantile(student, (1 + level) / 2) * std::sqrt(squares / (n - 1) / n);
  return {whole - half, whole + half};
}

std::vector<Interval> jackknife(const TermTable& table, const std::vector<std::uint32_t>& group,
                                const Statistics& statistics, double level) {
  const std::size_t n = group.empty() ? 0 : group.back() + 1U;
  return jackknife_intervals(sums_of(table, group, n), statistics, level);
}

}  // namespace

std::vector<double> means_of(const TermTable& table) {
  return divided(sums_of(table, table.group, table.groups()).all,
                 static_cast<double>(table.rows()));
}

std::vector<double> statistics_of_part(const TermTable& table, const Statistics& statistics,
                                       double share) {
  std::vector<std::size_t> size(table.groups(), 0);
  for (const std::uint32_t g : table.group) {
    ++size[g];
  }
  std::vector<std::size_t> seen(size.size(), 0);
  std::vector<double> sums(table.width, 0);
  double count = 0;
  for (std::size_t k = 0; k < table.rows(); ++k) {
    const std::uint32_t g = table.group[k];
    if (static_cast<double>(seen[g]++) < share * static_cast<double>(size[g])) {
      add(sums, table.row(k), 1);
      count += 1;
    }
  }
  return statistics(divided(std::move(sums), count));
}

std::vector<Interval> jackknife_intervals(const GroupSums& sums, const Statistics& statistics,
                                          double level) {
  const std::size_t n = sums.part.size();
  const double rows = std::accumulate(sums.count.begin(), sums.count.end(), 0.0);
  const std::vector<double> whole = statistics(divided(sums.all, rows));
  std::vector<Interval> intervals(whole.size(), {unknown, unknown});
  if (n < 2) {
    return intervals;
  }
  std::vector<std::vector<double>> pseudo(whole.size(), std::vector<double>(n));
  for (std::size_t g = 0; g < n; ++g) {
    std::vector<double> rest = sums.all;
    add(rest, sums.part[g], -1);
    const std::vector<double> without = statistics(divided(rest, rows - sums.count[g]));
    for (std::size_t k = 0; k < whole.size(); ++k) {
      const auto parts = static_cast<double>(n);
      pseudo[k][g] = parts * whole[k] - (parts - 1) * without[k];
    }
  }
  for (std::size_t k = 0; k < whole.size(); ++k) {
    intervals[k] = t_interval(whole[k], pseudo[k], level);
  }
  return intervals;
}

std::vector<Interval> intervals_of(const TermTable& table, const Statistics& statistics,
                                   const IntervalSettings& settings) {
  return settings.kind == IntervalKind::bootstrap
             ? bootstrap(table, statistics, settings)
             : jackknife(table, table.group, statistics, settings.level);
}

std::vector<Interval> intervals_by_row(const TermTable& table, const Statistics& statistics,
                                       double level) {
  std::vector<std::uint32_t> alone(table.rows());
  for (std::uint32_t k = 0; k < alone.size(); ++k) {
    alone[k] = k;
  }
  return jackknife(table, alone, statistics, level);
}

}  // namespace tumen
