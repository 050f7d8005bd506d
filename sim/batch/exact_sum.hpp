#pragma once
// A sum that does not depend on the order of its terms: integers wide enough to hold every bit of
// every double in range, so that nothing is rounded before the end. Threads, ranks, shards and
// resumed batches add in any order and get the same bits (docs/decisions/0012).
#include "sim/batch/bytes.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace tumen {

/// Sum of doubles. Bits of a term below 2^-128 are cut off; terms must lie within +-2^150.
class ExactSum {
 public:
  /// Adds the value `times` times; at most `most_times`.
  void add(double value, std::uint32_t times = 1);
  void add(const ExactSum& other);

  static constexpr std::uint32_t most_times = 1024;

  /// The sum, rounded.
  [[nodiscard]] double value() const;

  void write(ByteWriter& out) const;
  [[nodiscard]] static ExactSum read(ByteReader& in);

 private:
  static constexpr int limbs = 10;    // of 32 bits: 2^-128 to 2^192
  static constexpr int lowest = 128;  // the lowest bit is 2^-lowest
  static constexpr int limb_bits = 32;
  static constexpr std::uint32_t most_unsettled = std::uint32_t{1} << 30U;
  static constexpr int fraction_bits = 52;
  static constexpr int exponent_bias = 1023;

  /// Carries over, so that every limb but the highest lies in [0, 2^32).
  void settle();
  [[nodiscard]] ExactSum settled() const;

  std::array<std::int64_t, limbs> limb_{};
  std::uint32_t unsettled_ = 0;  // terms since the last settle; 2^30 of them fit in a limb
};

// In the header: a batch calls it for every outcome of every run.
inline void ExactSum::add(double value, std::uint32_t times) {
  assert(std::abs(value) < 0x1p150 && times <= most_times);
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const int exponent = static_cast<int>((bits >> 52U) & 0x7FFU);
  // The lowest bit of the fraction stands for 2^(place - lowest). Subnormals lie far below.
  const int place = exponent - exponent_bias - fraction_bits + lowest;
  if (exponent == 0 || place <= -fraction_bits - 1) {
    return;
  }
  std::uint64_t digits = (bits & 0xFFFFFFFFFFFFFU) | 0x10000000000000U;
  if (place < 0) {
    digits >>= static_cast<unsigned>(-place);
  }
  digits *= times;
  const auto start = static_cast<unsigned>(place < 0 ? 0 : place);
  const unsigned shift = start % limb_bits;
  auto k = static_cast<std::size_t>(start / limb_bits);
  const std::int64_t sign = std::signbit(value) ? -1 : 1;
  // 53 digits, ten more by the times, shifted by up to 31 span three limbs.
  const std::uint64_t low = digits << shift;
  const std::uint64_t high = shift == 0 ? 0 : digits >> (64U - shift);
  limb_[k] += sign * static_cast<std::int64_t>(low & 0xFFFFFFFFU);
  limb_[k + 1] += sign * static_cast<std::int64_t>(low >> 32U);
  limb_[k + 2] += sign * static_cast<std::int64_t>(high);
  if (++unsettled_ >= most_unsettled) {
    settle();
  }
}

}  // namespace tumen
