#pragma once
// The sums behind measures of sensitivity from given data: moments for the regression, counts and
// sums of bins for the shares of variance.
#include "studies/sensitivity/given_data.hpp"

namespace tumen {

/// The lines that are used, and where the sums of each factor stand.
/// Invariant: lines of all columns agree; ordered columns are standardised.
class DataSums {
 public:
  /// Takes the lines with a value and cuts the factors into at most `bins` bins.
  DataSums(const std::vector<DataColumn>& factors, const std::vector<double>& values,
           const std::vector<double>& noise, std::size_t bins);

  /// Sums over `groups` random groups of lines.
  [[nodiscard]] GroupSums sums(std::size_t groups, std::uint64_t seed) const;

  /// SRC of every ordered factor, R squared, S1 of every factor that varies; NaN where there is no
  /// regression.
  [[nodiscard]] std::vector<double> statistics(std::span<const double> means) const;

  [[nodiscard]] std::size_t lines() const { return y_.size(); }
  [[nodiscard]] const std::vector<double>& outcome() const { return y_; }
  /// Values of a factor at the lines that are used.
  [[nodiscard]] const std::vector<double>& values(std::size_t factor) const { return x_[factor]; }
  /// Place of a factor's SRC or S1 among the statistics; `none` if it has none.
  [[nodiscard]] std::size_t regression_at(std::size_t factor) const;
  [[nodiscard]] std::size_t first_at(std::size_t factor) const;
  [[nodiscard]] std::size_t r_squared_at() const { return ordered_.size(); }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

 private:
  enum Common : std::size_t { y, yy, seeds, common_count };
  enum OfBin : std::size_t { n, sum, squares, bin_count };

  [[nodiscard]] std::size_t width() const;
  [[nodiscard]] std::size_t moment(std::size_t i, std::size_t j) const;  ///< x_i x_j; j = p: x_i y
  [[nodiscard]] std::size_t mean_of(std::size_t i) const { return common_count + i; }
  void add_line(std::vector<double>& to, std::size_t line) const;
  void append_regression(std::vector<double>& out, std::span<const double> means) const;
  [[nodiscard]] double share_of(std::size_t binned, std::span<const double> means) const;

  std::vector<std::vector<double>> x_;
  std::vector<double> y_, noise_;
  std::vector<std::size_t> ordered_;                ///< factors in the regression
  std::vector<std::size_t> binned_;                 ///< factors that vary
  std::vector<std::vector<double>> standardised_;   ///< by place in ordered_
  std::vector<std::vector<std::uint32_t>> bin_of_;  ///< by place in binned_, line
  std::vector<std::size_t> bins_;                   ///< by place in binned_
};

}  // namespace tumen
