#pragma once
#include "studies/designs/draws.hpp"
#include "studies/designs/plan.hpp"

namespace tumen {

/// `n` independent points, uniform on the unit cube; the first points do not depend on `n`.
[[nodiscard]] inline UnitPoints random_points(std::size_t dimensions, std::size_t n,
                                              std::uint64_t seed) {
  const Draws draws(seed, "studies/random");
  UnitPoints points(dimensions, std::vector<double>(n));
  for (std::size_t d = 0; d < dimensions; ++d) {
    for (std::size_t k = 0; k < n; ++k) {
      points[d][k] = draws.uniform(k, d);
    }
  }
  return points;
}

}  // namespace tumen
