#pragma once
// What is kept of a number over many runs: count, mean, variance, extremes and a histogram. All of
// it is exact or counted, so that the order of adding and merging changes no bit, and its size does
// not grow with the number of runs.
#include "sim/batch/exact_sum.hpp"

#include <array>
#include <bit>
#include <limits>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace tumen {

/// Levels of the quantiles that are reported.
inline constexpr std::array quantile_levels = {0.05, 0.25, 0.5, 0.75, 0.95};

/// Counts by fixed bins: a bin is all floats that agree in sign, exponent and the first `digits`
/// binary digits after it, and stands for its end nearest to zero. Zero, whole numbers below
/// 2^(digits+1) and quarters of years are bins of their own with 12 digits; other values are met
/// within 2^-digits of their size.
class Histogram {
 public:
  explicit Histogram(int digits) : digits_(digits) {}

  void add(float value, std::uint32_t times = 1) {
    const std::uint32_t place = place_of(value);
    Row& row = near_[value < 0.0F ? 1 : 0];
    if (place == 0) {
      zeros_ += times;
    } else if (place - row.first < row.counts.size()) {
      row.counts[place - row.first] += times;
    } else {
      add_far(row, place, times);
    }
  }
  void merge(const Histogram& other);

  /// The smallest bin at or below which lie at least a share `level` of all; NaN if there are none.
  [[nodiscard]] std::array<double, quantile_levels.size()> quantiles() const;

  void write(ByteWriter& out) const;
  void read(ByteReader& in);

 private:
  struct Bin {
    float value;
    std::uint32_t count;
  };
  /// Counts of neighbouring bins.
  struct Row {
    std::uint32_t first = 0;
    std::vector<std::uint32_t> counts;
  };
  static constexpr int float_digits = 23;

  /// The bits of a bin that its values share. Minus zero is zero.
  [[nodiscard]] std::uint32_t place_of(float value) const {
    return std::bit_cast<std::uint32_t>(value + 0.0F) >>
           static_cast<unsigned>(float_digits - digits_);
  }
  [[nodiscard]] float end_of(std::uint32_t place) const {
    return std::bit_cast<float>(place << static_cast<unsigned>(float_digits - digits_));
  }
  void add_far(Row& row, std::uint32_t place, std::uint32_t times);
  bool widen(Row& row, std::uint32_t place) const;
  [[nodiscard]] std::vector<Bin> sorted() const;

  int digits_;
  // Counts by place: zero, some powers of two in a row above and below it, all others by hash.
  // Batches have fewer than 2^32 runs; small slots are found faster.
  std::uint32_t zeros_ = 0;
  std::array<Row, 2> near_;  ///< of positive and of negative values
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> far_;
};

class Statistic {
 public:
  /// Binary digits of the histogram's bins: of outcomes, and of what is followed tick by tick.
  static constexpr int fine = 12;
  static constexpr int coarse = 6;

  explicit Statistic(int digits = fine) : histogram_(digits) {}

  /// Adds the value of one run, or of some runs that agree; NaN (missing) adds nothing.
  void add(double value, std::uint32_t times = 1);
  static constexpr int most_at_once = 32;
  /// Runs whose sum is rounded as one: their number decides how, so it stays.
  static constexpr int summed_together = 16;
  /// Adds the values of `n` runs of one block, at most `most_at_once`. Most blocks have one value,
  /// or two, and are added exactly; else sixteen in a row are where they have, and are summed in
  /// their order and rounded where not.
  void add_block(const float* values, int n);
  /// Adds the values of `n` runs, at most `most_at_once`, each as add() would.
  void add_each(const double* values, int n);
  void merge(const Statistic& other);

  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] double mean() const;  ///< NaN if the count is 0
  [[nodiscard]] double sd() const;    ///< of the population the runs are drawn from; 0 below 2
  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] double most() const { return most_; }
  [[nodiscard]] const Histogram& histogram() const { return histogram_; }

  void write(ByteWriter& out) const;
  void read(ByteReader& in);

 private:
  /// Adds the values of `n` runs, at most `most`, if they are one or two different ones; else adds
  /// nothing, false.
  template <int most, class T>
  bool add_one_or_two(const T* values, int n);
  void add_different(const float* values, int n);
  void reach_to(double least, double most);

  std::uint64_t count_ = 0;
  ExactSum sum_, squares_;
  double least_ = std::numeric_limits<double>::quiet_NaN();
  double most_ = std::numeric_limits<double>::quiet_NaN();
  Histogram histogram_;
};

}  // namespace tumen
