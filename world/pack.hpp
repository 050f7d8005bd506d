#pragma once

// A pack is what one instruction works on: a scalar, or a vector of the compiler (GCC and clang).
// Their operators, comparisons and ?: have the same spelling, so functions that look into the bits
// of a number are written once for both. Laws use world/real.hpp and never see a pack.

#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>

#if defined(__AVX__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#ifndef TUMEN_VECTOR_BYTES  // width of a vector register; may be set smaller to compare
#if defined(__AVX512F__) && defined(__AVX512DQ__)
#define TUMEN_VECTOR_BYTES 64
#elif defined(__AVX2__)
#define TUMEN_VECTOR_BYTES 32
#else
#define TUMEN_VECTOR_BYTES 16
#endif
#endif

namespace tumen {

/// IEEE 754 layout of a scalar. Adding `shifter` = 1.5 * 2^mantissa_bits rounds a number to the
/// nearest integer (ties to even) and leaves that integer in the low bits of the sum.
template <std::floating_point T>
struct FloatLayout;

template <>
struct FloatLayout<float> {
  using Word = std::uint32_t;
  static constexpr int mantissa_bits = 23;
  static constexpr Word bias = 127;
  static constexpr float two_to_mantissa_bits = 0x1p23F;
  static constexpr float shifter = 0x1.8p23F;
  static constexpr float root_half = 0x1.6a09e6p-1F;  // sqrt(1/2), nearest float
};

template <>
struct FloatLayout<double> {
  using Word = std::uint64_t;
  static constexpr int mantissa_bits = 52;
  static constexpr Word bias = 1023;
  static constexpr double two_to_mantissa_bits = 0x1p52;
  static constexpr double shifter = 0x1.8p52;
  static constexpr double root_half = 0x1.6a09e667f3bcdp-1;  // sqrt(1/2), nearest double
};

/// One scalar.
template <std::floating_point T>
struct ScalarPack {
  using Element = T;
  using Value = T;
  using Words = typename FloatLayout<T>::Word;
};

/// The vector of T that holds N lanes or, if a register is narrower, a part of them.
template <std::floating_point T, int N>
struct VectorPack {
  static_assert(N >= 2 && std::has_single_bit(static_cast<unsigned>(N)));
  static constexpr int full_width = TUMEN_VECTOR_BYTES / static_cast<int>(sizeof(T));
  static constexpr int width = N < full_width ? N : full_width;
  static constexpr int count = N / width;

  using Element = T;
  using Word = typename FloatLayout<T>::Word;
  static constexpr std::size_t bytes = sizeof(T) * static_cast<std::size_t>(width);
  using Value [[gnu::vector_size(bytes)]] = T;
  using Words [[gnu::vector_size(bytes)]] = Word;
  using Mask = decltype(Value{} < Value{});  // signed integers, all bits set where true
};

/// The functions of world/real.hpp that look into a number's bits.
template <class Pack>
struct PackMath {
  using Value = typename Pack::Value;
  using Words = typename Pack::Words;
  using Layout = FloatLayout<typename Pack::Element>;
  using Word = typename Layout::Word;

  static constexpr Word sign_bit = ~(static_cast<Word>(~Word{0}) >> 1);
  static constexpr Word root_half_bits = std::bit_cast<Word>(Layout::root_half);
  static constexpr Word integer_bits = std::bit_cast<Word>(Layout::two_to_mantissa_bits);

  [[nodiscard]] static constexpr Value abs(Value x) {
    return std::bit_cast<Value>(std::bit_cast<Words>(x) & ~sign_bit);
  }

  [[nodiscard]] static constexpr Value floor(Value x) {
    const Words sign = std::bit_cast<Words>(x) & sign_bit;
    const auto size = std::bit_cast<Value>(std::bit_cast<Words>(x) & ~sign_bit);
    const Value nearest_size = (size + Layout::two_to_mantissa_bits) - Layout::two_to_mantissa_bits;
    const auto nearest = std::bit_cast<Value>(std::bit_cast<Words>(nearest_size) | sign);
    const Value below = nearest > x ? nearest - 1 : nearest;
    return size < Layout::two_to_mantissa_bits ? below : x;  // larger numbers are integers
  }

  [[nodiscard]] static constexpr Value scale2(Value x, Value k) {
    const auto shifted = std::bit_cast<Words>(k + Layout::shifter);
    return x * std::bit_cast<Value>((shifted + Layout::bias) << Layout::mantissa_bits);
  }

  /// select(a < b, a, b) and select(b < a, a, b): what min and max of x86 do to the bit, zeros of
  /// either sign and NaN included. GCC 12 compares and blends half of them unless told.
  [[nodiscard]] static Value min(Value a, Value b) {
#if defined(__AVX512F__)
    if constexpr (sizeof(Value) == 64 && sizeof(Word) == 4) {
      return _mm512_maskz_min_ps(0xFFFF, a, b);
    } else if constexpr (sizeof(Value) == 64) {
      return _mm512_maskz_min_pd(0xFF, a, b);
    }
#endif
    return a < b ? a : b;
  }
  [[nodiscard]] static Value max(Value a, Value b) {
#if defined(__AVX512F__)
    if constexpr (sizeof(Value) == 64 && sizeof(Word) == 4) {
      return _mm512_maskz_max_ps(0xFFFF, a, b);
    } else if constexpr (sizeof(Value) == 64) {
      return _mm512_maskz_max_pd(0xFF, a, b);
    }
#endif
    return b < a ? a : b;
  }

  /// Square roots, which GCC 12 takes one by one unless told.
  [[nodiscard]] static Value sqrt(Value x) {
#if defined(__AVX512F__)
    if constexpr (sizeof(Value) == 64 && sizeof(Word) == 4) {
      return _mm512_maskz_sqrt_ps(0xFFFF, x);
    } else if constexpr (sizeof(Value) == 64) {
      return _mm512_maskz_sqrt_pd(0xFF, x);
    }
#endif
#if defined(__AVX__)
    if constexpr (sizeof(Value) == 32 && sizeof(Word) == 4) {
      return _mm256_sqrt_ps(x);
    } else if constexpr (sizeof(Value) == 32) {
      return _mm256_sqrt_pd(x);
    }
#endif
#if defined(__SSE2__)
    if constexpr (sizeof(Value) == 16 && sizeof(Word) == 4) {
      return _mm_sqrt_ps(x);
    } else if constexpr (sizeof(Value) == 16) {
      return _mm_sqrt_pd(x);
    }
#endif
    for (std::size_t i = 0; i < sizeof(Value) / sizeof(Word); ++i) {
      x[i] = std::sqrt(x[i]);
    }
    return x;
  }

  /// Whether a vector mask (all bits of an element set or none) holds in some element. GCC 12 tests
  /// the elements one by one unless told.
  template <class Mask>
  [[nodiscard]] static bool any(const Mask& mask) {
#if defined(__AVX512F__)
    if constexpr (sizeof(Mask) == 64) {
      const auto bits = reinterpret_cast<__m512i>(mask);
      return _mm512_test_epi32_mask(bits, bits) != 0;
    }
#endif
#if defined(__AVX__)
    if constexpr (sizeof(Mask) == 32) {
      const auto bits = reinterpret_cast<__m256i>(mask);
      return _mm256_testz_si256(bits, bits) == 0;
    }
#endif
#if defined(__SSE2__)
    if constexpr (sizeof(Mask) == 16) {
      return _mm_movemask_epi8(reinterpret_cast<__m128i>(mask)) != 0;
    }
#endif
    bool found = false;
    for (std::size_t i = 0; i < sizeof(Mask) / sizeof(mask[0]); ++i) {
      found = found || mask[i] != 0;
    }
    return found;
  }

  // Small integers become numbers by being written into the mantissa of 2^mantissa_bits: unlike a
  // conversion, this has a vector form on every instruction set.
  [[nodiscard]] static constexpr Value exponent(Value x) {
    constexpr Word offset = (Layout::bias << Layout::mantissa_bits) - root_half_bits;
    const Words biased = (std::bit_cast<Words>(x) + offset) >> Layout::mantissa_bits;
    constexpr auto zero =
        Layout::two_to_mantissa_bits + static_cast<typename Pack::Element>(Layout::bias);
    return std::bit_cast<Value>(biased | integer_bits) - zero;
  }

  [[nodiscard]] static constexpr Value mantissa(Value x) {
    constexpr Word fraction = (Word{1} << Layout::mantissa_bits) - 1;
    // Distance above sqrt(1/2) in units of the last place, taken within one octave.
    const Words above = (std::bit_cast<Words>(x) - root_half_bits) & fraction;
    return std::bit_cast<Value>(above + root_half_bits);
  }
};

}  // namespace tumen
