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

/// Ten rounds on a counter of four words under a key of two. `Words` is std::uint64_t or a vector
/// of it. Results have clean upper halves.
template <class Words>
[[nodiscard]] constexpr std::array<Words, 4> philox4x32_10(std::array<Words, 4> counter, Words key0,
                                                           Words key1) {
  constexpr std::uint64_t golden_ratio = 0x9E3779B9U;
  constexpr std::uint64_t root_three = 0xBB67AE85U;
  for (int round = 0; round < 10; ++round) {
    const Words product0 = wide_product(counter[0], 0xD2511F53U);
    const Words product1 = wide_product(counter[2], 0xCD9E8D57U);
    counter[0] = (product1 >> 32) ^ counter[1] ^ key0;
    counter[1] = product1;
    counter[2] = (product0 >> 32) ^ counter[3] ^ key1;
    counter[3] = product0;
    key0 = key0 + golden_ratio;
    key1 = key1 + root_three;
  }
  for (Words& word : counter) {
    word = word & low_word;
  }
  return counter;
}

}  // namespace tumen
