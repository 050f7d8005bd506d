#pragma once
// Samples drawn by key (world/rng.hpp), so that they do not depend on threads or order, and the
// quantiles of what they gave.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tumen {

/// Which sample: `purpose` keeps the samples of different analyses apart.
struct SampleKey {
  std::uint64_t seed = 1;
  std::uint32_t sample = 0;
  std::string_view purpose = "bootstrap";
};

/// `n` numbers in (0, 1), independent.
[[nodiscard]] std::vector<double> uniform_sample(std::size_t n, const SampleKey& key);

/// `n` places out of 0 .. n-1, drawn with replacement; n below 2^31.
[[nodiscard]] std::vector<std::uint32_t> bootstrap_sample(std::size_t n, const SampleKey& key);

/// Quantile of ascending values, interpolated (Hyndman and Fan, American Statistician 50 (1996)
/// 361, type 7). At least one value; `chance` in [0, 1].
[[nodiscard]] double quantile_of_sorted(std::span<const double> sorted, double chance);

}  // namespace tumen
