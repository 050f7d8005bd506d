#pragma once

// N runs side by side: an array of N scalars with the interface of one (world/real.hpp).
//
// The array is kept as vectors of the compiler (GCC and clang), as wide as the instruction set this
// file is compiled for. Loops over a plain array are not an alternative: GCC 12 left exp and select
// scalar in them (16 float lanes, AVX-512: 3.7 against 0.5 ns for one exp). Every operation does in
// lane k exactly what the scalar does, so lane k holds the bits of a scalar run. Comparisons return
// a mask, == and != included.

#include "world/lane_mask.hpp"
#include "world/pack.hpp"
#include "world/real.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace tumen {

/// N scalars of type T. A number converts to the lanes that hold it everywhere, rounded to T once.
/// Like a scalar, an object is zero where it is initialised by {} and anything where it is not.
template <class T, int N>
class alignas(sizeof(T) * static_cast<std::size_t>(N)) Lanes {
 public:
  using Pack = VectorPack<T, N>;
  using Chunk = typename Pack::Value;
  using Mask = LaneMask<T, N>;
  static constexpr auto chunk_count = static_cast<std::size_t>(Pack::count);

  Lanes() = default;
  template <class U>
    requires(std::is_arithmetic_v<U> && !std::same_as<U, bool>)
  Lanes(U everywhere) {                                 // NOLINT: implicit on purpose
    chunk_.fill(static_cast<T>(everywhere) - Chunk{});  // x - 0 is x for every x, -0 included
  }

  /// The lanes whose vector c is rule(c).
  template <class Rule>
  [[nodiscard]] static Lanes from_chunks(Rule rule) {
    return [&]<std::size_t... c>(std::index_sequence<c...>) {
      Lanes lanes;
      ((lanes.chunk_[c] = rule(c)), ...);
      return lanes;
    }(std::make_index_sequence<chunk_count>());
  }
  /// The lanes whose lane i is rule(i).
  template <class Rule>
  [[nodiscard]] static Lanes build(Rule rule) {
    Lanes lanes;
    for (int i = 0; i < N; ++i) {
      lanes.set(i, rule(i));
    }
    return lanes;
  }

  [[nodiscard]] const Chunk& chunk(std::size_t c) const { return chunk_[c]; }
  [[nodiscard]] T operator[](int i) const {
    return chunk_[static_cast<std::size_t>(i / Pack::width)][i % Pack::width];
  }
  void set(int i, T value) {  // copied: GCC 12 takes writing an element for reading the vector
    auto* const bytes = reinterpret_cast<std::byte*>(chunk_.data());
    std::memcpy(bytes + static_cast<std::size_t>(i) * sizeof(T), &value, sizeof(T));
  }

  friend Lanes operator+(const Lanes& a, const Lanes& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) + b.chunk(c); });
  }
  friend Lanes operator-(const Lanes& a, const Lanes& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) - b.chunk(c); });
  }
  friend Lanes operator*(const Lanes& a, const Lanes& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) * b.chunk(c); });
  }
  friend Lanes operator/(const Lanes& a, const Lanes& b) {
    return from_chunks([&](std::size_t c) { return a.chunk(c) / b.chunk(c); });
  }
  friend Lanes operator-(const Lanes& a) {
    return from_chunks([&](std::size_t c) { return -a.chunk(c); });
  }
  friend Lanes operator+(const Lanes& a) { return a; }
  Lanes& operator+=(const Lanes& b) { return *this = *this + b; }
  Lanes& operator-=(const Lanes& b) { return *this = *this - b; }
  Lanes& operator*=(const Lanes& b) { return *this = *this * b; }
  Lanes& operator/=(const Lanes& b) { return *this = *this / b; }

  friend Mask operator<(const Lanes& a, const Lanes& b) {
    return Mask::from_chunks([&](std::size_t c) { return a.chunk(c) < b.chunk(c); });
  }
  friend Mask operator<=(const Lanes& a, const Lanes& b) {
    return Mask::from_chunks([&](std::size_t c) { return a.chunk(c) <= b.chunk(c); });
  }
  friend Mask operator>(const Lanes& a, const Lanes& b) { return b < a; }
  friend Mask operator>=(const Lanes& a, const Lanes& b) { return b <= a; }
  friend Mask operator==(const Lanes& a, const Lanes& b) {
    return Mask::from_chunks([&](std::size_t c) { return a.chunk(c) == b.chunk(c); });
  }
  friend Mask operator!=(const Lanes& a, const Lanes& b) {
    return Mask::from_chunks([&](std::size_t c) { return a.chunk(c) != b.chunk(c); });
  }

 private:
  std::array<Chunk, chunk_count> chunk_;
};

template <class T, int N>
struct RealTraits<Lanes<T, N>> {
  using Scalar = T;
  using Mask = LaneMask<T, N>;
  using Bits = std::array<std::uint32_t, static_cast<std::size_t>(N)>;
  static constexpr int lanes = N;
};

// --- the scalar functions of world/real.hpp, lane by lane ---------------------------------------
// The first argument of Lanes type names the type; later ones may be plain numbers.

template <class T, int N>
using SameLanes = std::type_identity_t<Lanes<T, N>>;

template <class T, int N>
[[nodiscard]] inline Lanes<T, N> select(const LaneMask<T, N>& mask, const SameLanes<T, N>& yes,
                                        const SameLanes<T, N>& no) {
  return Lanes<T, N>::from_chunks(
      [&](std::size_t c) { return mask.chunk(c) ? yes.chunk(c) : no.chunk(c); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> min(const Lanes<T, N>& a, const SameLanes<T, N>& b) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::min(a.chunk(c), b.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> max(const Lanes<T, N>& a, const SameLanes<T, N>& b) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::max(a.chunk(c), b.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> clamp(const Lanes<T, N>& x, const SameLanes<T, N>& lo,
                                       const SameLanes<T, N>& hi) {
  return min(max(x, lo), hi);
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> sqrt(const Lanes<T, N>& x) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::sqrt(x.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> abs(const Lanes<T, N>& x) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::abs(x.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> floor(const Lanes<T, N>& x) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::floor(x.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> scale2(const Lanes<T, N>& x, const Lanes<T, N>& k) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks(
      [&](std::size_t c) { return Math::scale2(x.chunk(c), k.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> exponent(const Lanes<T, N>& x) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::exponent(x.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline Lanes<T, N> mantissa(const Lanes<T, N>& x) {
  using Math = PackMath<VectorPack<T, N>>;
  return Lanes<T, N>::from_chunks([&](std::size_t c) { return Math::mantissa(x.chunk(c)); });
}
template <class T, int N>
[[nodiscard]] inline T lane(const Lanes<T, N>& x, int i) {
  return x[i];
}
template <class T, int N>
inline void set_lane(Lanes<T, N>& x, int i, std::type_identity_t<T> value) {
  x.set(i, value);
}

}  // namespace tumen
