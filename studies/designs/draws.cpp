#include "studies/designs/draws.hpp"

#include "world/philox.hpp"
#include "world/rng.hpp"

#include <numeric>
#include <utility>

namespace tumen {

Draws::Draws(std::uint64_t seed, std::string_view purpose)
    : seed_(seed), stream_(entity_key(purpose)) {}

/// The high word of the seed stands in the counter, where a run has its draw number.
std::array<std::uint64_t, 4> Draws::block(std::size_t row, std::size_t column) const {
  return philox4x32_10<std::uint64_t>({row & low_word, column & low_word, stream_, seed_ >> 32U},
                                      philox_key(seed_ & low_word, row >> 32U));
}

std::uint64_t Draws::word(std::size_t row, std::size_t column) const {
  const std::array<std::uint64_t, 4> w = block(row, column >> 1U);
  return (column & 1U) == 0 ? (w[0] << 32U) | w[1] : (w[2] << 32U) | w[3];
}

double Draws::uniform(std::size_t row, std::size_t column) const {
  const std::array<std::uint64_t, 4> w = block(row, column >> 2U);
  return (static_cast<double>(w[column & 3U]) + 0.5) * 0x1p-32;
}

std::size_t Draws::below(std::size_t n, std::size_t row, std::size_t column) const {
  const std::uint64_t w = word(row, column);
  return (((w >> 32U) * n) + (((w & low_word) * n) >> 32U)) >> 32U;
}

std::vector<std::size_t> Draws::permutation(std::size_t n, std::size_t column) const {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t k = n; k > 1; --k) {
    std::swap(order[k - 1], order[below(k, k, column)]);
  }
  return order;
}

}  // namespace tumen
