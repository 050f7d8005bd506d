#include "studies/resampling.hpp"

#include "world/rng.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {

std::vector<double> uniform_sample(std::size_t n, const SampleKey& key) {
  const Random<double> random({key.seed, key.sample});
  const std::uint32_t entity = entity_key(key.purpose);
  std::vector<double> out(n);
  for (std::size_t block = 0; 4 * block < n; ++block) {
    const auto four = random.uniform4(static_cast<std::uint32_t>(block), entity, 0);
    for (std::size_t k = 0; k < 4 && 4 * block + k < n; ++k) {
      out[4 * block + k] = four[k];
    }
  }
  return out;
}

std::vector<std::uint32_t> bootstrap_sample(std::size_t n, const SampleKey& key) {
  std::vector<std::uint32_t> out;
  out.reserve(n);
  for (const double u : uniform_sample(n, key)) {
    out.push_back(static_cast<std::uint32_t>(u * static_cast<double>(n)));
  }
  return out;
}

double quantile_of_sorted(std::span<const double> sorted, double chance) {
  const double place = chance * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double part = place - static_cast<double>(below);
  return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
}

}  // namespace tumen
