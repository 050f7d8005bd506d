#include "sim/batch/exact_sum.hpp"

#include <bit>
#include <cassert>
#include <cmath>

namespace tumen {
namespace {

constexpr int limb_bits = 32;
constexpr std::uint32_t most_unsettled = std::uint32_t{1} << 30U;
constexpr int fraction_bits = 52;
constexpr int exponent_bias = 1023;

}  // namespace

void ExactSum::add(double value, std::uint32_t times) {
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

void ExactSum::add(const ExactSum& other) {
  settle();
  const ExactSum more = other.settled();
  for (std::size_t k = 0; k < limb_.size(); ++k) {
    limb_[k] += more.limb_[k];
  }
  settle();
}

void ExactSum::settle() {
  for (std::size_t k = 0; k + 1 < limb_.size(); ++k) {
    limb_[k + 1] += limb_[k] >> limb_bits;  // floors, also below zero
    limb_[k] &= 0xFFFFFFFF;
  }
  unsettled_ = 0;
}

ExactSum ExactSum::settled() const {
  ExactSum sum = *this;
  sum.settle();
  return sum;
}

double ExactSum::value() const {
  ExactSum sum = settled();
  const bool is_negative = sum.limb_.back() < 0;
  if (is_negative) {
    for (std::int64_t& limb : sum.limb_) {
      limb = -limb;
    }
    sum.settle();
  }
  double value = 0;
  for (int k = limbs - 1; k >= 0; --k) {
    value += std::ldexp(static_cast<double>(sum.limb_[static_cast<std::size_t>(k)]),
                        limb_bits * k - lowest);
  }
  return is_negative ? -value : value;
}

void ExactSum::write(ByteWriter& out) const {
  for (const std::int64_t limb : settled().limb_) {
    out.whole(limb);
  }
}

ExactSum ExactSum::read(ByteReader& in) {
  ExactSum sum;
  for (std::int64_t& limb : sum.limb_) {
    limb = in.whole();
  }
  return sum;
}

}  // namespace tumen
