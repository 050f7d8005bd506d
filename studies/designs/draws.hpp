#pragma once
// Random numbers of studies, by key: (seed, purpose, two indices). Nothing is drawn in order.
#include "world/philox.hpp"
#include "world/rng.hpp"

#include <array>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

namespace tumen {

/// The draws of one purpose under one seed. Indices must be below 2^32 (row) and 2^31 (column).
class Draws {
 public:
  Draws(std::uint64_t seed, std::string_view purpose) : seed_(seed), stream_(entity_key(purpose)) {}

  /// 64 random bits.
  [[nodiscard]] std::uint64_t word(std::size_t row, std::size_t column) const {
    const std::array<std::uint64_t, 4> w = block(row, column >> 1U);
    return (column & 1U) == 0 ? (w[0] << 32U) | w[1] : (w[2] << 32U) | w[3];
  }

  /// A number in (0, 1) with 32 random bits: (w + 1/2) 2^-32.
  [[nodiscard]] double uniform(std::size_t row, std::size_t column) const {
    const std::array<std::uint64_t, 4> w = block(row, column >> 2U);
    return (static_cast<double>(w[column & 3U]) + 0.5) * 0x1p-32;
  }

  /// A whole number below `n` (below 2^32); the bias is at most n 2^-64.
  [[nodiscard]] std::size_t below(std::size_t n, std::size_t row, std::size_t column) const {
    const std::uint64_t w = word(row, column);
    return (((w >> 32U) * n) + (((w & low_word) * n) >> 32U)) >> 32U;
  }

  /// 0 .. n-1 in random order (Fisher and Yates).
  [[nodiscard]] std::vector<std::size_t> permutation(std::size_t n, std::size_t column) const {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t k = n; k > 1; --k) {
      std::swap(order[k - 1], order[below(k, k, column)]);
    }
    return order;
  }

 private:
  [[nodiscard]] std::array<std::uint64_t, 4> block(std::size_t row, std::size_t column) const {
    return philox4x32_10<std::uint64_t>({row & low_word, column & low_word, stream_, seed_ >> 32U},
                                        seed_ & low_word, row >> 32U);
  }

  std::uint64_t seed_;
  std::uint64_t stream_;
};

}  // namespace tumen
