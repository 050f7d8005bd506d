#include "sim/batch/statistic.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tumen {
namespace {

constexpr std::size_t octaves_near = 2;  ///< powers of two whose counters stand in a row at least
constexpr std::size_t least_near = 512;  ///< counters in a row, where there are so many

}  // namespace

void Histogram::add_far(Row& row, std::uint32_t place, std::uint32_t times) {
  if (widen(row, place)) {
    row.counts[place - row.first] += times;
  } else {
    far_[place] += times;
  }
}

/// Makes room for the power of two of `place` in the row of counters, unless that would be too long
/// for the cache.
bool Histogram::widen(Row& row, std::uint32_t place) const {
  const std::uint32_t octave = std::uint32_t{1} << static_cast<unsigned>(digits_);
  const std::uint32_t first = place & ~(octave - 1);
  const std::size_t most_near = std::max(octaves_near * octave, least_near);
  if (row.counts.empty()) {
    row.first = first;
  }
  const std::uint32_t low = std::min(row.first, first);
  const std::size_t high = std::max(row.first + row.counts.size(), std::size_t{first} + octave);
  if (high - low > most_near) {
    return false;
  }
  row.counts.insert(row.counts.begin(), row.first - low, 0);
  row.counts.resize(high - low);
  row.first = low;
  return true;
}

void Histogram::merge(const Histogram& other) {
  zeros_ += other.zeros_;
  for (const Row& row : other.near_) {
    for (std::uint32_t k = 0; k < row.counts.size(); ++k) {
      if (row.counts[k] > 0) {
        add(end_of(row.first + k), row.counts[k]);
      }
    }
  }
  for (const auto& [place, count] : other.far_) {
    add(end_of(place), count);
  }
}

std::vector<Histogram::Bin> Histogram::sorted() const {
  std::vector<Bin> bins;
  bins.reserve(far_.size() + near_[0].counts.size() + near_[1].counts.size() + 1);
  if (zeros_ > 0) {
    bins.push_back({0, zeros_});
  }
  for (const Row& row : near_) {
    for (std::uint32_t k = 0; k < row.counts.size(); ++k) {
      if (row.counts[k] > 0) {
        bins.push_back({end_of(row.first + k), row.counts[k]});
      }
    }
  }
  for (const auto& [place, count] : far_) {
    bins.push_back({end_of(place), count});
  }
  std::sort(bins.begin(), bins.end(), [](const Bin& a, const Bin& b) { return a.value < b.value; });
  // What was far before the row grew is in both.
  std::vector<Bin> out;
  out.reserve(bins.size());
  for (const Bin& bin : bins) {
    if (out.empty() || out.back().value != bin.value) {
      out.push_back(bin);
    } else {
      out.back().count += bin.count;
    }
  }
  return out;
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
  std::int64_t last = 0;
  for (const Bin& bin : bins) {
    const auto place = static_cast<std::int64_t>(place_of(bin.value));
    out.whole(place - last);
    out.count(bin.count);
    last = place;
  }
}

void Histogram::read(ByteReader& in) {
  if (in.count() != static_cast<std::uint64_t>(digits_)) {
    throw BytesError("bins of another width");
  }
  const std::size_t bins = in.length();
  std::int64_t place = 0;
  for (std::size_t k = 0; k < bins; ++k) {
    place += in.whole();
    add(end_of(static_cast<std::uint32_t>(place)), static_cast<std::uint32_t>(in.count()));
  }
}

void Statistic::add(double value, std::uint32_t times) {
  if (std::isnan(value) || times == 0) {
    return;
  }
  count_ += times;
  sum_.add(value, times);
  squares_.add(value * value, times);
  reach_to(value, value);
  histogram_.add(static_cast<float>(value), times);
}

/// Extremes; the first value replaces NaN.
void Statistic::reach_to(double least, double most) {
  least_ = least_ <= least ? least_ : least;
  most_ = most_ >= most ? most_ : most;
}

template <int most, class T>
bool Statistic::add_one_or_two(const T* values, int n) {
  // By their bits, so that the missing are one value too.
  using Bits = std::conditional_t<sizeof(T) == sizeof(std::uint32_t), std::uint32_t, std::uint64_t>;
  std::array<Bits, most> bits;
  if (n == most) {
    std::memcpy(bits.data(), values, sizeof(bits));  // a size that is known is copied at once
  } else {
    std::memcpy(bits.data(), values, static_cast<std::size_t>(n) * sizeof(T));
    std::fill(bits.begin() + n, bits.end(), bits[0]);
  }
  const auto times_of = [&bits](Bits wanted) {
    Bits times = 0;
    for (const Bits each : bits) {
      times += each == wanted ? 1U : 0U;
    }
    return static_cast<std::uint32_t>(times);
  };
  constexpr std::uint32_t all = most;
  const auto absent = all - static_cast<std::uint32_t>(n);
  const std::uint32_t times = times_of(bits[0]);
  if (times == all) {
    add(static_cast<double>(values[0]), times - absent);
    return true;
  }
  const Bits other =
      *std::find_if(bits.begin(), bits.end(), [&](Bits each) { return each != bits[0]; });
  if (times_of(other) + times < all) {
    return false;
  }
  add(static_cast<double>(values[0]), times - absent);
  add(static_cast<double>(std::bit_cast<T>(other)), all - times);
  return true;
}

void Statistic::add_each(const double* values, int n) {
  if (add_one_or_two<most_at_once>(values, n)) {
    return;
  }
  // Counts and dates are few different ones; where the second that stands alone is met, look no
  // more.
  std::uint32_t left = ~std::uint32_t{0} >> static_cast<unsigned>(most_at_once - n);
  for (int alone = 0; left != 0;) {
    const double value = values[std::countr_zero(left)];
    std::uint32_t same = left & -left;
    if (alone < 2) {
      const auto bits = std::bit_cast<std::uint64_t>(value);  // the missing are one value too
      for (int k = 0; k < n; ++k) {
        const bool is_same = std::bit_cast<std::uint64_t>(values[k]) == bits;
        same |= (is_same ? 1U : 0U) << static_cast<unsigned>(k);
      }
      alone += std::has_single_bit(same) ? 1 : 0;
    }
    add(value, static_cast<std::uint32_t>(std::popcount(same)));
    left &= ~same;
  }
}

void Statistic::add_block(const float* values, int n) {
  if (add_one_or_two<most_at_once>(values, n)) {
    return;
  }
  for (int first = 0; first < n; first += summed_together) {
    const int part = std::min(summed_together, n - first);
    if (part == n || !add_one_or_two<summed_together>(values + first, part)) {
      add_different(values + first, part);
    }
  }
}

void Statistic::add_different(const float* values, int n) {
  double sum = 0;
  double squares = 0;
  double least = std::numeric_limits<double>::infinity();
  double most = -least;
  for (int k = 0; k < n; ++k) {
    const auto value = static_cast<double>(values[k]);
    if (!std::isnan(value)) {
      ++count_;
      sum += value;
      squares += value * value;
      least = std::min(least, value);
      most = std::max(most, value);
      histogram_.add(values[k]);
    }
  }
  if (least <= most) {
    sum_.add(sum);
    squares_.add(squares);
    reach_to(least, most);
  }
}

void Statistic::merge(const Statistic& other) {
  if (other.count_ == 0) {
    return;
  }
  count_ += other.count_;
  sum_.add(other.sum_);
  squares_.add(other.squares_);
  reach_to(other.least_, other.most_);
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
