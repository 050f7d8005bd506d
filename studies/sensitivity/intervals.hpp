#pragma once
// Intervals for any number that is a function of means over independent rows.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tumen {

/// Terms of rows (base points, trajectories, lines): what is averaged. `group` says which rows
/// belong together (the scramble of a base point); groups are numbered from 0 without gaps.
struct TermTable {
  std::size_t width = 0;
  std::vector<double> terms;         ///< row after row
  std::vector<std::uint32_t> group;  ///< by row

  [[nodiscard]] std::size_t rows() const { return group.size(); }
  [[nodiscard]] std::size_t groups() const { return rows() == 0 ? 0 : group.back() + 1U; }
  [[nodiscard]] std::span<const double> row(std::size_t k) const {
    return std::span(terms).subspan(k * width, width);
  }
};

/// Numbers from the means of the terms; always the same number of numbers.
using Statistics = std::function<std::vector<double>(std::span<const double> means)>;

struct Interval {
  double low = 0, high = 0;
};

enum class IntervalKind : std::uint8_t {
  bootstrap,  ///< percentiles over resampled rows: for independent rows
  scrambles,  ///< Student's t over independent groups of rows
};

/// How intervals are made.
struct IntervalSettings {
  IntervalKind kind = IntervalKind::bootstrap;
  double level = 0.95;
  std::size_t resamples = 1000;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0 for all; no result depends on it
};

/// Means of the terms over all rows.
[[nodiscard]] std::vector<double> means_of(const TermTable& table);

/// The statistics of the first `share` of the rows of every group, to see them settle.
[[nodiscard]] std::vector<double> statistics_of_part(const TermTable& table,
                                                     const Statistics& statistics, double share);

/// An interval for each statistic. Bootstrap: percentiles (Efron) over rows drawn with replacement,
/// all groups as one. Scrambles: the jackknife over groups, statistic +- t (groups - 1 degrees of
/// freedom) times the standard error of its pseudo-values; NaN with fewer than two groups.
[[nodiscard]] std::vector<Interval> intervals_of(const TermTable& table,
                                                 const Statistics& statistics,
                                                 const IntervalSettings& settings);

/// Sums of terms over all rows and over the rows of each group, for terms that are too many to
/// keep.
struct GroupSums {
  std::vector<double> all;
  std::vector<std::vector<double>> part;  ///< by group
  std::vector<double> count;              ///< rows of each group
};

/// The jackknife of intervals_of over the groups of such sums.
[[nodiscard]] std::vector<Interval> jackknife_intervals(const GroupSums& sums,
                                                        const Statistics& statistics, double level);

/// Student's interval with every row a group of its own: for means of few rows.
[[nodiscard]] std::vector<Interval> intervals_by_row(const TermTable& table,
                                                     const Statistics& statistics, double level);

}  // namespace tumen
