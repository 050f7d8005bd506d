#include "sim/batch/exact_sum.hpp"

#include <bit>
#include <cassert>
#include <cmath>

namespace tumen {

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
