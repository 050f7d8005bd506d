#pragma once
// Sobol' points, scrambled as Owen has it.
#include "studies/designs/plan.hpp"

namespace tumen {

/// Dimensions that Boost's table of direction numbers (Joe and Kuo 2008) has.
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// Which points: `n` a power of two, the first of the sequence and it included.
struct SobolRequest {
  std::size_t dimensions = 1;
  std::size_t n = 1;
  std::uint64_t seed = 1;
  std::uint32_t scramble = 0;  ///< independent scrambles of one seed
};

/// Nested uniform scrambling (Owen 1995): bit k of a coordinate is flipped by a random bit of its
/// own for every value of the bits before it and every dimension. A point is uniform on the unit
/// cube, and any first 2^m points stay a digital net. The random bits are a hash of (key, bits
/// before) with a key drawn by (seed, scramble, dimension), so that nothing is stored. Coordinates
/// are (w + 1/2) 2^-32 with whole w: never 0 or 1.
/// The first point of the sequence is kept: without it the points are no net (Owen 2020, "On
/// dropping the first Sobol' point").
[[nodiscard]] UnitPoints scrambled_sobol(const SobolRequest& request);

/// The 32-bit words of the sequence before scrambling, by columns, in the order of the sequence.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> sobol_words(std::size_t dimensions,
                                                                  std::size_t n);

}  // namespace tumen
