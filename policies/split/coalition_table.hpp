#pragma once
// Characteristic function of a small game with transferable utility.
#include <array>
#include <cstddef>

namespace tumen {

/// More players are refused by whoever fills a table: 2^n coalitions are enumerated.
inline constexpr int max_players = 6;
inline constexpr std::size_t max_coalitions = std::size_t{1} << max_players;

/// v(S) [M USD/y]: value[mask] is what the coalition of the set bits of `mask` can gain by itself,
/// player i being bit i. value[0] is 0. A game of n players uses the first 2^n entries.
template <class Real>
struct CoalitionTable {
  std::array<Real, max_coalitions> value{};
};

}  // namespace tumen
