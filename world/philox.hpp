#pragma once

// Philox4x32-10: a keyed bijection of 128-bit counters (Salmon, Moraes, Dror and Shaw, "Parallel
// random numbers: as easy as 1, 2, 3", SC 2011). Words and their order are those of Random123.
//
// A 32-bit word is kept in the low half of a 64-bit one; the upper half may hold anything. The wide
// product then needs no unpacking, and the scalar and the vectors of the compiler share the source.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tumen {

inline constexpr std::uint64_t low_word = 0xFFFFFFFFU;

/// The 64-bit product of the low word of each element with a 32-bit factor. GCC 12 does not find
/// the widening multiplication of x86 by itself.
template <class Words>
[[nodiscard]] constexpr Words wide_product(const Words& x, std::uint64_t factor) {
#if defined(__AVX512F__)
  if constexpr (sizeof(Words) == 64) {
    // The masked form: the plain one makes GCC 12 warn of an uninitialised value in its own header.
    return reinterpret_cast<Words>(_mm512_maskz_mul_epu32(
        0xFF, reinterpret_cast<__m512i>(x), _mm512_set1_epi64(static_cast<long long>(factor))));
  }
#endif
#if defined(__AVX2__)
  if constexpr (sizeof(Words) == 32) {
    return reinterpret_cast<Words>(_mm256_mul_epu32(
        reinterpret_cast<__m256i>(x), _mm256_set1_epi64x(static_cast<long long>(factor))));
  }
#endif
#if defined(__SSE2__)
  if constexpr (sizeof(Words) == 16) {
    return reinterpret_cast<Words>(_mm_mul_epu32(reinterpret_cast<__m128i>(x),
                                                 _mm_set1_epi64x(static_cast<long long>(factor))));
  }
#endif
  return (x & low_word) * factor;
}

/// Several vectors of words that take every step together: the processor works on one while it
/// waits for another, which it does not find out by itself in chains as long as these.
template <class Chunk, std::size_t n>
struct WordChunks {
  std::array<Chunk, n> chunk;

  template <class Rule>
  [[nodiscard]] static constexpr WordChunks build(Rule rule) {
    return [&]<std::size_t... c>(std::index_sequence<c...>) {
      return WordChunks{{rule(c)...}};
    }(std::make_index_sequence<n>());
  }
  friend constexpr WordChunks operator^(const WordChunks& a, const WordChunks& b) {
    return build([&](std::size_t c) { return a.chunk[c] ^ b.chunk[c]; });
  }
  friend constexpr WordChunks operator^(const WordChunks& a, std::uint64_t b) {
    return build([&](std::size_t c) { return a.chunk[c] ^ b; });
  }
  friend constexpr WordChunks operator+(const WordChunks& a, std::uint64_t b) {
    return build([&](std::size_t c) { return a.chunk[c] + b; });
  }
  friend constexpr WordChunks operator&(const WordChunks& a, std::uint64_t b) {
    return build([&](std::size_t c) { return a.chunk[c] & b; });
  }
  friend constexpr WordChunks operator>>(const WordChunks& a, int bits) {
    return build([&](std::size_t c) { return a.chunk[c] >> bits; });
  }
};
template <class Chunk, std::size_t n>
[[nodiscard]] constexpr WordChunks<Chunk, n> wide_product(const WordChunks<Chunk, n>& x,
                                                          std::uint64_t factor) {
  return WordChunks<Chunk, n>::build(
      [&](std::size_t c) { return wide_product(x.chunk[c], factor); });
}

inline constexpr std::size_t philox_rounds = 10;

/// A key by round: its first word, the same in every element, and its second.
template <class Words>
struct PhiloxKey {
  std::array<std::uint64_t, philox_rounds> first;
  std::array<Words, philox_rounds> second;
};

template <class Words>
[[nodiscard]] constexpr PhiloxKey<Words> philox_key(std::uint64_t first, Words second) {
  constexpr std::uint64_t golden_ratio = 0x9E3779B9U;
  constexpr std::uint64_t root_three = 0xBB67AE85U;
  PhiloxKey<Words> key;
  for (std::size_t round = 0; round < philox_rounds; ++round) {
    key.first[round] = first;
    key.second[round] = second;
    first = first + golden_ratio;
    second = second + root_three;
  }
  return key;
}

/// Ten rounds on a counter of four words, the same in every element, under a key. `Words` is
/// std::uint64_t, a vector of it or WordChunks. Results have clean upper halves.
template <class Words>
[[nodiscard]] constexpr std::array<Words, 4> philox4x32_10(
    const std::array<std::uint64_t, 4>& counter, const PhiloxKey<Words>& key) {
  constexpr std::uint64_t factor0 = 0xD2511F53U;
  constexpr std::uint64_t factor1 = 0xCD9E8D57U;
  // Only the second word of the key differs between elements: after the first round three words are
  // still alike, after the second one is, and what is alike is computed once.
  const std::uint64_t first0 = wide_product(counter[0], factor0);
  const std::uint64_t first1 = wide_product(counter[2], factor1);
  const std::uint64_t second0 = wide_product((first1 >> 32) ^ counter[1] ^ key.first[0], factor0);
  const Words second1 = wide_product(key.second[0] ^ ((first0 >> 32) ^ counter[3]), factor1);
  std::array<Words, 4> word = {(second1 >> 32) ^ (first1 ^ key.first[1]), second1,
                               key.second[1] ^ ((second0 >> 32) ^ first0), Words{} + second0};
  const auto turn = [&](std::size_t round) {
    const Words product0 = wide_product(word[0], factor0);
    const Words product1 = wide_product(word[2], factor1);
    word[0] = (product1 >> 32) ^ word[1] ^ key.first[round];
    word[1] = product1;
    word[2] = (product0 >> 32) ^ word[3] ^ key.second[round];
    word[3] = product0;
  };
  // Written out, not looped over: a fifth of the time.
  [&]<std::size_t... k>(std::index_sequence<k...>) {
    (turn(k + 2), ...);
  }(std::make_index_sequence<philox_rounds - 2>());
  for (Words& w : word) {
    w = w & low_word;
  }
  return word;
}

}  // namespace tumen
