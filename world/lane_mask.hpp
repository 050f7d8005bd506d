#pragma once

// Masks for N runs side by side: what comparisons of Lanes (world/lanes.hpp) return and select()
// takes.

#include "world/pack.hpp"
#include "world/real.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <utility>

namespace tumen {

/// One truth value a lane, false by default. A bool converts to the mask that holds it in every
/// lane.
template <class T, int N>
class alignas(sizeof(T) * static_cast<std::size_t>(N)) LaneMask {
 public:
  using Pack = VectorPack<T, N>;
  using Chunk = typename Pack::Mask;
  static constexpr auto chunk_count = static_cast<std::size_t>(Pack::count);

  constexpr LaneMask() = default;
  template <std::same_as<bool> B>
  LaneMask(B everywhere) {  // NOLINT: implicit on purpose
    chunk_.fill(everywhere ? ~Chunk{} : Chunk{});
  }

  /// The mask whose vector c is rule(c).
  template <class Rule>
  [[nodiscard]] static LaneMask from_chunks(Rule rule) {
    return [&]<std::size_t... c>(std::index_sequence<c...>) {
      LaneMask mask;
      ((mask.chunk_[c] = rule(c)), ...);
      return mask;
    }(std::make_index_sequence<chunk_count>());
  }
  [[nodiscard]] const Chunk& chunk(std::size_t c) const { return chunk_[c]; }
  [[nodiscard]] bool operator[](int i) const {
    return chunk_[static_cast<std::size_t>(i / Pack::width)][i % Pack::width] != 0;
  }

  friend LaneMask operator&(const LaneMask& a, const LaneMask& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) & b.chunk(c); });
  }
  friend LaneMask operator|(const LaneMask& a, const LaneMask& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) | b.chunk(c); });
  }
  friend LaneMask operator!(const LaneMask& a) {
    return from_chunks([&](std::size_t c) { return ~a.chunk(c); });
  }

 private:
  std::array<Chunk, chunk_count> chunk_{};
};

template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> both(const LaneMask<T, N>& a, const LaneMask<T, N>& b) {
  return a & b;
}
template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> both(const LaneMask<T, N>& a, std::same_as<bool> auto b) {
  return both(b, a);
}
template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> either(const LaneMask<T, N>& a, const LaneMask<T, N>& b) {
  return a | b;
}
template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> either(const LaneMask<T, N>& a, std::same_as<bool> auto b) {
  return either(b, a);
}
template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> negate(const LaneMask<T, N>& m) {
  return !m;
}
template <class T, int N>
[[nodiscard]] inline bool any(const LaneMask<T, N>& m) {
  return [&]<std::size_t... c>(std::index_sequence<c...>) {
    return (PackMath<VectorPack<T, N>>::any(m.chunk(c)) || ...);
  }(std::make_index_sequence<LaneMask<T, N>::chunk_count>());
}
template <class T, int N>
[[nodiscard]] inline bool none(const LaneMask<T, N>& m) {
  return !any(m);
}
template <class T, int N>
[[nodiscard]] inline bool all(const LaneMask<T, N>& m) {
  return none(!m);
}
template <class T, int N>
[[nodiscard]] inline bool lane(const LaneMask<T, N>& m, int i) {
  return m[i];
}
template <class T, int N>
[[nodiscard]] inline LaneMask<T, N> select(const LaneMask<T, N>& mask, const LaneMask<T, N>& yes,
                                           const LaneMask<T, N>& no) {
  return both(mask, yes) | both(negate(mask), no);
}

}  // namespace tumen
