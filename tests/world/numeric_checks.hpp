#pragma once

// What the tests of numbers share: deterministic sample points, errors in units in the last place,
// and the comparison of lanes with the scalar.

#include "world/lanes.hpp"
#include "world/real.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tumen::test {

/// The bits of a scalar: tells -0 from 0, which == does not.
template <std::floating_point T>
[[nodiscard]] auto bits(T x) {
  return std::bit_cast<typename FloatLayout<T>::Word>(x);
}
[[nodiscard]] inline bool bits(bool x) {
  return x;
}

/// Point i of a sequence that fills (0, 1) evenly: multiples of the golden ratio, modulo 1.
[[nodiscard]] inline double fraction(std::uint64_t i) {
  return (static_cast<double>((i * 0x9E3779B97F4A7C15U) >> 12) + 0.5) * 0x1p-52;
}

/// Sample points of a function: evenly spread over [low, high], or over its logarithm.
struct Range {
  double low;
  double high;
  bool logarithmic = false;

  template <std::floating_point T>
  [[nodiscard]] T point(std::uint64_t i) const {
    const double u = fraction(i);
    const double x = logarithmic ? std::exp(std::log(low) + (std::log(high) - std::log(low)) * u)
                                 : low + (high - low) * u;
    return static_cast<T>(x);
  }
};

/// |got - wanted| in units in the last place of T at `wanted`.
template <std::floating_point T>
[[nodiscard]] double ulp_error(T got, long double wanted) {
  int exponent_of_wanted = 0;
  std::frexp(wanted, &exponent_of_wanted);
  const int lowest = std::numeric_limits<T>::min_exponent;
  const long double ulp =
      std::ldexp(1.0L, std::max(exponent_of_wanted, lowest) - std::numeric_limits<T>::digits);
  return static_cast<double>(std::abs(static_cast<long double>(got) - wanted) / ulp);
}

/// Largest error of `function` against `reference` over n points, in ulp divided by
/// `scale(x)` (1 by default): the bound then reads error <= bound * scale(x).
template <std::floating_point T, class Function, class Reference, class Scale>
[[nodiscard]] double worst_ulp(Range range, Function function, Reference reference, Scale scale,
                               std::uint64_t n = 100'000) {
  double worst = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    const T x = range.point<T>(i);
    const double error = ulp_error(function(x), reference(static_cast<long double>(x)));
    worst = std::max(worst, error / scale(static_cast<double>(x)));
  }
  return worst;
}
template <std::floating_point T, class Function, class Reference>
[[nodiscard]] double worst_ulp(Range range, Function function, Reference reference) {
  return worst_ulp<T>(range, function, reference, [](double) { return 1.0; });
}

/// Whether rule(x, y) gives in every lane the bits of the scalar rule, for 3,000 blocks of
/// arguments drawn from the two ranges.
template <class T, int N, class Rule>
[[nodiscard]] bool lanes_equal_scalar(Range first, Range second, Rule rule) {
  for (std::uint64_t block = 0; block < 3'000; ++block) {
    Lanes<T, N> x;
    Lanes<T, N> y;
    for (int k = 0; k < N; ++k) {
      const std::uint64_t i = block * N + static_cast<std::uint64_t>(k);
      set_lane(x, k, first.point<T>(i));
      set_lane(y, k, second.point<T>(i * i + 1));
    }
    const auto wide = rule(x, y);
    for (int k = 0; k < N; ++k) {
      if (bits(lane(wide, k)) != bits(rule(lane(x, k), lane(y, k)))) {
        return false;
      }
    }
  }
  return true;
}

/// lanes_equal_scalar for widths of one register, of less and of more: 4, 16 and 32 floats, 4 and 8
/// doubles.
template <class Rule>
[[nodiscard]] bool all_lanes_equal_scalar(Range first, Range second, Rule rule) {
  return lanes_equal_scalar<float, 4>(first, second, rule) &&
         lanes_equal_scalar<float, 16>(first, second, rule) &&
         lanes_equal_scalar<float, 32>(first, second, rule) &&
         lanes_equal_scalar<double, 4>(first, second, rule) &&
         lanes_equal_scalar<double, 8>(first, second, rule);
}
template <class Rule>
[[nodiscard]] bool all_lanes_equal_scalar(Range range, Rule rule) {
  return all_lanes_equal_scalar(range, range,
                                [&](const auto& x, const auto& /*y*/) { return rule(x); });
}

}  // namespace tumen::test
