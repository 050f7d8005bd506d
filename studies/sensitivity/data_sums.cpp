#include "studies/sensitivity/data_sums.hpp"

#include "sim/coalition/linear_system.hpp"
#include "studies/designs/draws.hpp"
#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace tumen {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Bin of each value: a bin a value if there are at most `most` values, else bins of equal counts.
std::vector<std::uint32_t> bins_of(const std::vector<double>& values, std::size_t most) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> distinct = sorted;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  const bool is_few = distinct.size() <= most;
  const std::vector<double>& scale = is_few ? distinct : sorted;
  std::vector<std::uint32_t> bins;
  for (const double value : values) {
    const auto rank = static_cast<std::size_t>(std::lower_bound(scale.begin(), scale.end(), value) -
                                               scale.begin());
    bins.push_back(static_cast<std::uint32_t>(is_few ? rank : rank * most / scale.size()));
  }
  return bins;
}

std::size_t place_in(const std::vector<std::size_t>& list, std::size_t factor) {
  const auto it = std::find(list.begin(), list.end(), factor);
  return it == list.end() ? DataSums::none : static_cast<std::size_t>(it - list.begin());
}

std::vector<double> standardised(std::vector<double> values) {
  const FiniteMoments spread = spread_of(values);
  for (double& value : values) {
    value = (value - spread.mean) / std::sqrt(spread.variance);
  }
  return values;
}

}  // namespace

DataSums::DataSums(const std::vector<DataColumn>& factors, const std::vector<double>& values,
                   const std::vector<double>& noise, std::size_t bins)
    : x_(factors.size()) {
  const double centre = spread_of(values).mean;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (std::isfinite(values[k])) {
      y_.push_back(values[k] - centre);
      noise_.push_back(noise.empty() ? 0 : noise[k]);
      for (std::size_t d = 0; d < factors.size(); ++d) {
        x_[d].push_back(factors[d].values[k]);
      }
    }
  }
  for (std::size_t d = 0; d < factors.size(); ++d) {
    if (is_constant(x_[d])) {
      continue;
    }
    if (!factors[d].is_categorical) {
      ordered_.push_back(d);
      standardised_.push_back(standardised(x_[d]));
    }
    binned_.push_back(d);
    bin_of_.push_back(bins_of(x_[d], bins));
    bins_.push_back(1U + *std::max_element(bin_of_.back().begin(), bin_of_.back().end()));
  }
}

std::size_t DataSums::regression_at(std::size_t factor) const {
  return place_in(ordered_, factor);
}

std::size_t DataSums::first_at(std::size_t factor) const {
  const std::size_t place = place_in(binned_, factor);
  return place == none ? none : ordered_.size() + 1 + place;
}

std::size_t DataSums::moment(std::size_t i, std::size_t j) const {
  const std::size_t p = ordered_.size();
  return common_count + p + i * (p + 1) + j;
}

std::size_t DataSums::width() const {
  std::size_t width = moment(ordered_.size(), 0);
  for (const std::size_t bins : bins_) {
    width += bins * bin_count;
  }
  return width;
}

void DataSums::add_line(std::vector<double>& to, std::size_t line) const {
  const double value = y_[line];
  to[y] += value;
  to[yy] += value * value;
  to[seeds] += noise_[line];
  const std::size_t p = ordered_.size();
  for (std::size_t i = 0; i < p; ++i) {
    const double x = standardised_[i][line];
    to[mean_of(i)] += x;
    for (std::size_t j = i; j < p; ++j) {
      to[moment(i, j)] += x * standardised_[j][line];
    }
    to[moment(i, p)] += x * value;
  }
  std::size_t at = moment(p, 0);
  for (std::size_t k = 0; k < binned_.size(); at += bins_[k++] * bin_count) {
    double* const bin = &to[at + bin_of_[k][line] * bin_count];
    bin[n] += 1;
    bin[sum] += value;
    bin[squares] += value * value;
  }
}

GroupSums DataSums::sums(std::size_t groups, std::uint64_t seed) const {
  GroupSums out{std::vector<double>(width(), 0),
                std::vector<std::vector<double>>(groups, std::vector<double>(width(), 0)),
                std::vector<double>(groups, 0)};
  const std::vector<std::size_t> order = Draws(seed, "studies/given data").permutation(lines(), 0);
  for (std::size_t k = 0; k < lines(); ++k) {
    add_line(out.part[order[k] % groups], k);
    out.count[order[k] % groups] += 1;
  }
  for (const std::vector<double>& part : out.part) {
    for (std::size_t k = 0; k < part.size(); ++k) {
      out.all[k] += part[k];
    }
  }
  return out;
}

void DataSums::append_regression(std::vector<double>& out, std::span<const double> means) const {
  const std::size_t p = ordered_.size();
  const double variance = means[yy] - means[y] * means[y];
  std::vector<double> with_y(p), sd(p);
  std::vector<LinearEquation> equations(p);
  const auto covariance = [&](std::size_t i, std::size_t j) {
    return means[moment(std::min(i, j), std::max(i, j))] - means[mean_of(i)] * means[mean_of(j)];
  };
  for (std::size_t i = 0; i < p; ++i) {
    sd[i] = std::sqrt(covariance(i, i));
    with_y[i] = (means[moment(i, p)] - means[mean_of(i)] * means[y]) / sd[i] / std::sqrt(variance);
  }
  for (std::size_t i = 0; i < p; ++i) {
    equations[i].constant = with_y[i];
    for (std::size_t j = 0; j < p; ++j) {
      equations[i].coefficients.push_back(covariance(i, j) / sd[i] / sd[j]);
    }
  }
  try {
    const std::vector<double> found = solve(std::move(equations), p);
    out.insert(out.end(), found.begin(), found.end());
    double explained = 0;
    for (std::size_t i = 0; i < p; ++i) {
      explained += found[i] * with_y[i];
    }
    out.push_back(explained);
  } catch (const std::logic_error&) {  // a factor is a sum of others
    out.insert(out.end(), p + 1, unknown);
  }
}

/// 1 - variance within bins by variance of all, each without bias.
double DataSums::share_of(std::size_t binned, std::span<const double> means) const {
  const auto rows = static_cast<double>(lines());
  std::size_t at = moment(ordered_.size(), 0);
  for (std::size_t k = 0; k < binned; ++k) {
    at += bins_[k] * bin_count;
  }
  double within = 0, used = 0;
  for (std::size_t b = 0; b < bins_[binned]; ++b, at += bin_count) {
    if (means[at + n] > 0) {
      within += means[at + squares] - means[at + sum] * means[at + sum] / means[at + n];
      used += 1;
    }
  }
  const double all = (means[yy] - means[y] * means[y]) * rows / (rows - 1) - means[seeds];
  return rows > used ? 1 - (within * rows / (rows - used) - means[seeds]) / all : unknown;
}

std::vector<double> DataSums::statistics(std::span<const double> means) const {
  std::vector<double> out;
  if (lines() > ordered_.size() + 1) {
    append_regression(out, means);
  } else {
    out.assign(ordered_.size() + 1, unknown);
  }
  for (std::size_t k = 0; k < binned_.size(); ++k) {
    out.push_back(share_of(k, means));
  }
  return out;
}

}  // namespace tumen
