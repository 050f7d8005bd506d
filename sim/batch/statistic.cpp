#include "sim/batch/statistic.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace tumen {
namespace {

constexpr int float_digits = 23;
constexpr std::uint32_t block_values = 16;

std::uint32_t bin_of(float value, int digits) {
  const auto cut = static_cast<unsigned>(float_digits - digits);
  // Minus zero is zero.
  return std::bit_cast<std::uint32_t>(value + 0.0F) >> cut << cut;
}

}  // namespace

void Histogram::add(float value, std::uint32_t times) {
  counts_[bin_of(value, digits_)] += times;
}

void Histogram::merge(const Histogram& other) {
  for (const auto& [bin, count] : other.counts_) {
    counts_[bin] += count;
  }
}

std::vector<Histogram::Bin> Histogram::sorted() const {
  std::vector<Bin> bins;
  bins.reserve(counts_.size());
  for (const auto& [bits, count] : counts_) {
    bins.push_back({std::bit_cast<float>(bits), count});
  }
  std::sort(bins.begin(), bins.end(), [](const Bin& a, const Bin& b) { return a.value < b.value; });
  return bins;
}

std::array<double, quantile_levels.size()> Histogram::quantiles() const {
  std::array<double, quantile_levels.size()> out{};
  out.fill(std::numeric_limits<double>::quiet_NaN());
  const std::vector<Bin> bins = sorted();
  std::uint64_t total = 0;
  for (const Bin& bin : bins) {
    total += bin.count;
  }
  std::uint64_t below = 0;
  std::size_t k = 0;
  for (const Bin& bin : bins) {
    below += bin.count;
    for (; k < out.size() &&
           static_cast<double>(below) >= quantile_levels[k] * static_cast<double>(total);
         ++k) {
      out[k] = static_cast<double>(bin.value);
    }
  }
  return out;
}

void Histogram::write(ByteWriter& out) const {
  out.count(static_cast<std::uint64_t>(digits_));
  const std::vector<Bin> bins = sorted();
  out.count(bins.size());
  const auto cut = static_cast<unsigned>(float_digits - digits_);
  std::int64_t last = 0;
  for (const Bin& bin : bins) {
    const auto place = static_cast<std::int64_t>(std::bit_cast<std::uint32_t>(bin.value) >> cut);
    out.whole(place - last);
    out.count(bin.count);
    last = place;
  }
}

void Histogram::read(ByteReader& in) {
  if (in.count() != static_cast<std::uint64_t>(digits_)) {
    throw BytesError("bins of another width");
  }
  const auto cut = static_cast<unsigned>(float_digits - digits_);
  const std::size_t bins = in.length();
  counts_.reserve(bins);
  std::int64_t place = 0;
  for (std::size_t k = 0; k < bins; ++k) {
    place += in.whole();
    counts_[static_cast<std::uint32_t>(place) << cut] += static_cast<std::uint32_t>(in.count());
  }
}

void Statistic::add(double value, std::uint32_t times) {
  if (std::isnan(value) || times == 0) {
    return;
  }
  count_ += times;
  sum_.add(value, times);
  squares_.add(value * value, times);
  least_ = std::fmin(least_, value);
  most_ = std::fmax(most_, value);
  histogram_.add(static_cast<float>(value), times);
}

void Statistic::add_block(const float* values, int n) {
  // Most of what is followed has one value in a block, or two: 0 and 1. By their bits, so that the
  // missing are one too.
  std::array<std::uint32_t, block_values> bits{};
  std::memcpy(bits.data(), values, static_cast<std::size_t>(n) * sizeof(float));
  std::fill(bits.begin() + n, bits.end(), bits[0]);
  const auto times_of = [&bits](std::uint32_t wanted) {
    std::uint32_t times = 0;
    for (const std::uint32_t each : bits) {
      times += each == wanted ? 1U : 0U;
    }
    return times;
  };
  const auto absent = block_values - static_cast<std::uint32_t>(n);
  const std::uint32_t times = times_of(bits[0]);
  if (times == block_values) {
    add(static_cast<double>(values[0]), times - absent);
    return;
  }
  const std::uint32_t other =
      *std::find_if(bits.begin(), bits.end(), [&](std::uint32_t each) { return each != bits[0]; });
  if (times_of(other) + times == block_values) {
    add(static_cast<double>(values[0]), times - absent);
    add(static_cast<double>(std::bit_cast<float>(other)), block_values - times);
    return;
  }
  add_different(values, n);
}

void Statistic::add_different(const float* values, int n) {
  double sum = 0;
  double squares = 0;
  for (int k = 0; k < n; ++k) {
    const auto value = static_cast<double>(values[k]);
    if (!std::isnan(value)) {
      ++count_;
      sum += value;
      squares += value * value;
      least_ = std::fmin(least_, value);
      most_ = std::fmax(most_, value);
      histogram_.add(values[k]);
    }
  }
  sum_.add(sum);
  squares_.add(squares);
}

void Statistic::merge(const Statistic& other) {
  if (other.count_ == 0) {
    return;
  }
  count_ += other.count_;
  sum_.add(other.sum_);
  squares_.add(other.squares_);
  least_ = std::fmin(least_, other.least_);
  most_ = std::fmax(most_, other.most_);
  histogram_.merge(other.histogram_);
}

double Statistic::mean() const {
  return sum_.value() / static_cast<double>(count_);
}

double Statistic::sd() const {
  // Equal values have no spread; their squares, once rounded, could show one.
  if (count_ < 2 || least_ == most_) {
    return 0;
  }
  const auto n = static_cast<double>(count_);
  const double sum = sum_.value();
  return std::sqrt(std::max(0.0, (squares_.value() - sum * (sum / n)) / (n - 1)));
}

void Statistic::write(ByteWriter& out) const {
  out.count(count_);
  if (count_ > 0) {
    sum_.write(out);
    squares_.write(out);
    out.number(least_);
    out.number(most_);
    histogram_.write(out);
  }
}

void Statistic::read(ByteReader& in) {
  count_ = in.count();
  if (count_ > 0) {
    sum_ = ExactSum::read(in);
    squares_ = ExactSum::read(in);
    least_ = in.number();
    most_ = in.number();
    histogram_.read(in);
  }
}

}  // namespace tumen
