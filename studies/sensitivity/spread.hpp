#pragma once
// Mean and variance of numbers some of which may be missing.
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace tumen {

struct FiniteMoments {
  std::size_t count = 0;  ///< of finite values
  double mean = 0;
  double variance = 0;  ///< of the population they are drawn from; 0 below two values
};

[[nodiscard]] inline FiniteMoments spread_of(const std::vector<double>& values) {
  FiniteMoments s;
  for (const double value : values) {
    if (std::isfinite(value)) {
      ++s.count;
      s.mean += value;
    }
  }
  s.mean = s.count > 0 ? s.mean / static_cast<double>(s.count) : 0;
  for (const double value : values) {
    if (std::isfinite(value)) {
      s.variance += (value - s.mean) * (value - s.mean);
    }
  }
  s.variance = s.count > 1 ? s.variance / static_cast<double>(s.count - 1) : 0;
  return s;
}

/// Whether all finite values are the same.
[[nodiscard]] inline bool is_constant(const std::vector<double>& values) {
  double first = std::numeric_limits<double>::quiet_NaN();
  for (const double value : values) {
    if (std::isfinite(value)) {
      first = std::isfinite(first) ? first : value;
      if (value != first) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace tumen
