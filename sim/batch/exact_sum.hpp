#pragma once
// A sum that does not depend on the order of its terms: integers wide enough to hold every bit of
// every double in range, so that nothing is rounded before the end. Threads, ranks, shards and
// resumed batches add in any order and get the same bits (docs/decisions/0012).
#include "sim/batch/bytes.hpp"

#include <array>
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

  /// Carries over, so that every limb but the highest lies in [0, 2^32).
  void settle();
  [[nodiscard]] ExactSum settled() const;

  std::array<std::int64_t, limbs> limb_{};
  std::uint32_t unsettled_ = 0;  // terms since the last settle; 2^30 of them fit in a limb
};

}  // namespace tumen
