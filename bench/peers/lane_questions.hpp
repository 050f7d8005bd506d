#pragma once
// In how many lanes a mask holds, as one instruction where there is one: a search that stops early
// asks it once a step.
#include "world/lanes.hpp"

#include <concepts>
#include <cstdint>

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace tumen::peers {

enum class Holds : std::uint8_t { nowhere, somewhere, everywhere };

[[nodiscard]] constexpr Holds where_it_holds(std::same_as<bool> auto mask) {
  return mask ? Holds::everywhere : Holds::nowhere;
}

template <class T, int N>
[[nodiscard]] inline Holds where_it_holds(const LaneMask<T, N>& mask) {
#if defined(__AVX512F__)
  if constexpr (sizeof(mask) == 64 && sizeof(T) == 4 && mask.chunk_count == 1) {
    const auto chunk = reinterpret_cast<__m512i>(mask.chunk(0));
    const __mmask16 bits = _mm512_test_epi32_mask(chunk, chunk);
    return bits == 0 ? Holds::nowhere : bits == 0xFFFF ? Holds::everywhere : Holds::somewhere;
  }
#endif
  return none(mask) ? Holds::nowhere : all(mask) ? Holds::everywhere : Holds::somewhere;
}

}  // namespace tumen::peers
