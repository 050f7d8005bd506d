#pragma once

// Random numbers by key instead of by order.
//
// A draw is a pure function of who asks, when, for what and in which run (world/philox.hpp), so
// nothing has to be stored, drawn in order or shared between threads. The policy under study is not
// part of the key: two scenarios see the same luck, and their difference is a paired one.
//
//   key     = (low word of the seed, run)
//   counter = (tick, entity, stream, draw XOR high word of the seed)
//
// Seeds below 2^32 use the draw number as it is. Two seeds with the same low word and high words a
// and b share blocks (draw d of one is draw d XOR a XOR b of the other): let independent
// experiments differ in the low word.

#include "world/lanes.hpp"
#include "world/math.hpp"
#include "world/philox.hpp"
#include "world/real.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tumen {

/// Key of a named entity (country, pair, package ...): the 32-bit FNV-1a hash of its name. It does
/// not depend on which other entities a scenario holds; the loader refuses names that collide.
[[nodiscard]] constexpr std::uint32_t entity_key(std::string_view name) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  }
  return hash;
}

/// A number in (0, 1), never 0 or 1 and symmetric about 1/2, from a 32-bit random word: the middle
/// of the cell of its upper 23 bits for float, ((w >> 9) + 1/2) 2^-23, and of all 32 for double,
/// (w + 1/2) 2^-32. Both are exact, so float and double draws of one key differ by less than 2^-24.
/// `Words` has the width of the element: 32 bits for float, 64 for double.
template <class Pack>
[[nodiscard]] constexpr typename Pack::Value unit_interval(const typename Pack::Words& word) {
  using Number_ = typename Pack::Value;
  using Layout = FloatLayout<typename Pack::Element>;
  constexpr auto integer_bits = PackMath<Pack>::integer_bits;
  constexpr auto one = Layout::two_to_mantissa_bits;
  if constexpr (std::same_as<typename Pack::Element, float>) {
    return ((std::bit_cast<Number_>((word >> 9) | integer_bits) - one) + 0.5F) * 0x1p-23F;
  } else {
    return ((std::bit_cast<Number_>(word | integer_bits) - one) + 0.5) * 0x1p-32;
  }
}

/// How the lanes of R are laid out as 64-bit words for Philox, and how words become numbers.
template <RealNumber R>
struct RandomWords {
  using Words = std::uint64_t;

  [[nodiscard]] static constexpr Words from_runs(std::uint32_t run) { return run; }
  [[nodiscard]] static constexpr R to_unit(const Words& words) {
    using Pack = ScalarPack<R>;
    return unit_interval<Pack>(static_cast<typename Pack::Words>(words));
  }
  [[nodiscard]] static constexpr std::array<R, 4> to_units(const std::array<Words, 4>& block) {
    return {to_unit(block[0]), to_unit(block[1]), to_unit(block[2]), to_unit(block[3])};
  }
};

template <class T, int N>
struct RandomWords<Lanes<T, N>> {
  using Pack = VectorPack<T, N>;
  using Chunk = typename VectorPack<double, N>::Words;
  static constexpr auto width = static_cast<std::size_t>(VectorPack<double, N>::width);
  using Words = WordChunks<Chunk, static_cast<std::size_t>(N) / width>;

  [[nodiscard]] static Words from_runs(const BitsOf<Lanes<T, N>>& runs) {
    Words words{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(N); ++i) {
      words.chunk[i / width][i % width] = runs[i];
    }
    return words;
  }

  [[nodiscard]] static Lanes<T, N> to_unit(const Words& words) {
    return Lanes<T, N>::from_chunks(
        [&](std::size_t c) { return unit_interval<Pack>(gather(words.chunk, c)); });
  }
  [[nodiscard]] static std::array<Lanes<T, N>, 4> to_units(const std::array<Words, 4>& block) {
    return {to_unit(block[0]), to_unit(block[1]), to_unit(block[2]), to_unit(block[3])};
  }

 private:
  /// The words of vector c of the lanes: as they are for double, narrowed from one or two for
  /// float.
  template <class Chunks>
  [[nodiscard]] static typename Pack::Words gather(const Chunks& words, std::size_t c) {
    using Narrow = typename Pack::Words;
    if constexpr (std::same_as<T, double>) {
      return words[c];
    } else if constexpr (static_cast<std::size_t>(Pack::width) == width) {
      return __builtin_convertvector(words[c], Narrow);
    } else {
      return [&]<int... i>(std::integer_sequence<int, i...>) {
        constexpr int low_half = std::endian::native == std::endian::little ? 0 : 1;
        return __builtin_shufflevector(std::bit_cast<Narrow>(words[2 * c]),
                                       std::bit_cast<Narrow>(words[2 * c + 1]),
                                       (2 * i + low_half)...);
      }(std::make_integer_sequence<int, Pack::width>());
    }
  }
};

/// Who is drawing: the seed of the experiment and the run number of each lane.
template <RealNumber R>
struct RandomKey {
  std::uint64_t seed;
  BitsOf<R> run;
};

/// The draws of one block of runs. A value without state: calls may come in any order, and lane k
/// draws what a scalar Random with the run number of lane k draws.
template <RealNumber R>
class Random {
 public:
  explicit constexpr Random(const RandomKey<R>& key)
      : seed_high_(static_cast<std::uint32_t>(key.seed >> 32)),
        key_(philox_key(static_cast<std::uint32_t>(key.seed), Layout::from_runs(key.run))) {}

  /// Four independent uniform numbers in (0, 1).
  [[nodiscard]] constexpr std::array<R, 4> uniform4(std::uint32_t tick, std::uint32_t entity,
                                                    std::uint32_t stream,
                                                    std::uint32_t draw = 0) const {
    return Layout::to_units(philox4x32_10<Words>({tick, entity, stream, draw ^ seed_high_}, key_));
  }

  /// One uniform number in (0, 1): the first of uniform4().
  [[nodiscard]] constexpr R uniform(std::uint32_t tick, std::uint32_t entity, std::uint32_t stream,
                                    std::uint32_t draw = 0) const {
    return Layout::to_unit(
        philox4x32_10<Words>({tick, entity, stream, draw ^ seed_high_}, key_)[0]);
  }

  /// Standard normal, as the quantile of uniform(): increasing in it.
  [[nodiscard]] R normal(std::uint32_t tick, std::uint32_t entity, std::uint32_t stream,
                         std::uint32_t draw = 0) const {
    return normal_quantile(uniform(tick, entity, stream, draw));
  }

  /// Four independent standard normals, as the quantiles of uniform4().
  [[nodiscard]] std::array<R, 4> normal4(std::uint32_t tick, std::uint32_t entity,
                                         std::uint32_t stream, std::uint32_t draw = 0) const {
    const std::array<R, 4> u = uniform4(tick, entity, stream, draw);
    return {normal_quantile(u[0]), normal_quantile(u[1]), normal_quantile(u[2]),
            normal_quantile(u[3])};
  }

  /// Student's t with 5 degrees of freedom (variance 5/3), as the quantile of uniform().
  [[nodiscard]] R student_t5(std::uint32_t tick, std::uint32_t entity, std::uint32_t stream,
                             std::uint32_t draw = 0) const {
    return student_t5_quantile(uniform(tick, entity, stream, draw));
  }

 private:
  using Layout = RandomWords<R>;
  using Words = typename Layout::Words;

  std::uint32_t seed_high_;
  PhiloxKey<Words> key_;
};

}  // namespace tumen
