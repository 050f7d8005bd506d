#include "studies/designs/scrambled_sobol.hpp"

#include "studies/designs/draws.hpp"

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

namespace tumen {
namespace {

/// A bijection that mixes all bits: the finaliser of SplitMix64 in Stafford's variant 13.
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

/// Every node of the binary tree (the bits so far behind a leading one) has a random bit.
std::uint32_t scrambled(std::uint32_t word, std::uint64_t key) {
  std::uint32_t flips = 0;
  for (unsigned k = 0; k < 32; ++k) {
    const std::uint64_t node = (std::uint64_t{1} << k) | (std::uint64_t{word} >> (32U - k));
    const std::uint64_t bit = mixed(key + node * 0x9E3779B97F4A7C15U) >> 63U;
    flips |= static_cast<std::uint32_t>(bit << (31U - k));
  }
  return word ^ flips;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> sobol_words(std::size_t dimensions, std::size_t n) {
  if (dimensions > most_sobol_dimensions) {
    refuse_line("--factors", 0, fmt::format("{} dimensions of Sobol' points", dimensions),
                fmt::format("at most {}; --base random has no limit", most_sobol_dimensions));
  }
  std::vector<std::vector<std::uint32_t>> words(dimensions, std::vector<std::uint32_t>(n));
  boost::random::sobol_engine<std::uint32_t, 32> engine(dimensions);
  for (std::size_t k = 1; k < n; ++k) {  // the engine leaves out the first point, zero
    for (std::size_t d = 0; d < dimensions; ++d) {
      words[d][k] = engine();
    }
  }
  return words;
}

UnitPoints scrambled_sobol(const SobolRequest& request) {
  const auto words = sobol_words(request.dimensions, request.n);
  const Draws draws(request.seed, "studies/sobol");
  UnitPoints points(request.dimensions, std::vector<double>(request.n));
  for (std::size_t d = 0; d < request.dimensions; ++d) {
    const std::uint64_t key = draws.word(request.scramble, d);
    for (std::size_t k = 0; k < request.n; ++k) {
      points[d][k] = (scrambled(words[d][k], key) + 0.5) * 0x1p-32;
    }
  }
  return points;
}

}  // namespace tumen
