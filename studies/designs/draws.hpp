#pragma once
// Random numbers of studies, by key: (seed, purpose, two indices). Nothing is drawn in order.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tumen {

/// The draws of one purpose under one seed. Indices must be below 2^64 (row) and 2^33 (column).
class Draws {
 public:
  Draws(std::uint64_t seed, std::string_view purpose);

  /// 64 random bits.
  [[nodiscard]] std::uint64_t word(std::size_t row, std::size_t column) const;

  /// A number in (0, 1) with 32 random bits: (w + 1/2) 2^-32.
  [[nodiscard]] double uniform(std::size_t row, std::size_t column) const;

  /// A whole number below `n` (at most 2^32); the bias is at most n 2^-64.
  [[nodiscard]] std::size_t below(std::size_t n, std::size_t row, std::size_t column) const;

  /// 0 .. n-1 in random order (Fisher and Yates).
  [[nodiscard]] std::vector<std::size_t> permutation(std::size_t n, std::size_t column) const;

 private:
  [[nodiscard]] std::array<std::uint64_t, 4> block(std::size_t row, std::size_t column) const;

  std::uint64_t seed_;
  std::uint64_t stream_;
};

}  // namespace tumen
