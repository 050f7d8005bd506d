// The normal and Student functions of world/math.hpp against the C library and Boost.Math.
#include "tests/world/numeric_checks.hpp"
#include "world/math.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>

using tumen::test::Range;
using tumen::test::worst_ulp;

namespace {

using Exact = long double;

template <class T>
constexpr bool is_double = std::same_as<T, double>;

Exact exact_cdf(Exact x) {
  return std::erfc(-x / std::numbers::sqrt2_v<Exact>) / 2;
}
Exact exact_normal_quantile(Exact p) {
  return boost::math::quantile(boost::math::normal_distribution<Exact>(), p);
}
Exact exact_t5_quantile(Exact p) {
  return boost::math::quantile(boost::math::students_t_distribution<Exact>(5), p);
}

/// Largest relative error over 20,000 points.
template <std::floating_point T, class Function, class Reference>
double worst_relative(Range range, Function function, Reference reference) {
  double worst = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const T x = range.point<T>(i);
    const Exact wanted = reference(Exact(x));
    worst = std::max(worst, static_cast<double>(std::abs((Exact(function(x)) - wanted) / wanted)));
  }
  return worst;
}

}  // namespace

TEMPLATE_TEST_CASE("the normal density and distribution function keep their bounds", "", float,
                   double) {
  using T = TestType;
  const double reach = is_double<T> ? 37 : 13;
  CHECK(worst_ulp<T>(
            Range{-reach, reach}, [](T x) { return tumen::normal_pdf(x); },
            [](Exact x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi_v<Exact>); },
            [](double x) { return 2 + x * x / 2; }) <= 1);
  const auto cdf = [](T x) { return tumen::normal_cdf(x); };
  CHECK(worst_ulp<T>(Range{-reach, 0}, cdf, exact_cdf, [](double x) { return 40 + x * x / 2; }) <=
        1);
  const double absolute_bound = is_double<T> ? 2e-15 : 2e-7;
  double worst = 0;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const T x = Range{-9, 9}.point<T>(i);
    worst = std::max(worst, static_cast<double>(std::abs(Exact(cdf(x)) - exact_cdf(Exact(x)))));
  }
  CHECK(worst <= absolute_bound);
  CHECK(cdf(T(0)) == Approx(0.5).epsilon(1e-7));
  CHECK(cdf(T(-1000)) == T(0));
  CHECK(cdf(T(1000)) == T(1));
}

TEMPLATE_TEST_CASE("the normal quantile is Boost's within 7 ulp, and odd about one half", "", float,
                   double) {
  using T = TestType;
  const auto quantile = [](T p) { return tumen::normal_quantile(p); };
  const auto one = [](double) { return 1.0; };
  const Range far = is_double<T> ? Range{1e-300, 0.5, true} : Range{1e-37, 0.5, true};
  const std::uint64_t n = 10'000;
  CHECK(worst_ulp<T>(far, quantile, exact_normal_quantile, one, n) <= 7);
  CHECK(worst_ulp<T>(Range{1e-10, 0.5, true}, quantile, exact_normal_quantile, one, n) <= 7);
  CHECK(worst_ulp<T>(Range{0.001, 0.999}, quantile, exact_normal_quantile, one, n) <= 7);
  CHECK(quantile(T(0.5)) == T(0));
  CHECK(quantile(T(0.975)) == Approx(1.959963985).epsilon(1e-6));  // textbook
  CHECK(quantile(T(1) / 1024) == -quantile(T(1023) / 1024));
}

TEMPLATE_TEST_CASE("Student's t quantile with 5 degrees of freedom is Boost's", "", float, double) {
  using T = TestType;
  const auto quantile = [](T p) { return tumen::student_t5_quantile(p); };
  const double bound = is_double<T> ? 2e-9 : 2e-6;
  const double lowest = is_double<T> ? 0x1p-33 : 0x1p-24;
  CHECK(worst_relative<T>(Range{lowest, 0.4999, true}, quantile, exact_t5_quantile) <= bound);
  CHECK(worst_relative<T>(Range{0.501, 0.99999}, quantile, exact_t5_quantile) <= bound);
  CHECK(quantile(T(0.5)) == T(0));
  CHECK(quantile(T(0.975)) == Approx(2.570581836).epsilon(1e-6));  // textbook
  CHECK(quantile(T(0)) == quantile(static_cast<T>(lowest)));       // clamped
}
