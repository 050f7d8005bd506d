#pragma once

// The elementary functions of the core, as templates over Real (world/real.hpp).
//
// The C library's exp, log and pow return different bits on different processors, and vector
// libraries on different instruction sets. These use only + - * / sqrt, comparisons and bit
// operations, all exactly specified by IEEE 754, so a result is the same everywhere. No function
// branches on its argument.
//
// Error bounds hold for float and double, in units in the last place (ulp) of the result, and are
// checked by tests/world/math_test.cpp. Coefficients are in world/math_tables.hpp. Arguments are
// numbers: a NaN gives some number.

#include "world/math_tables.hpp"
#include "world/real.hpp"

#include <array>
#include <limits>

namespace tumen {

/// c[0] + c[1] x + c[2] x^2 + ..., by Horner's rule.
template <RealNumber R, std::size_t N>
[[nodiscard]] constexpr R polynomial(const R& x, const std::array<Scalar<R>, N>& c) {
  R sum = R(c[N - 1]);
  for (std::size_t i = N - 1; i > 0; --i) {
    sum = sum * x + R(c[i - 1]);
  }
  return sum;
}

namespace detail {

/// Interest [1/y] below which discounting is dropped: it changes no bit within a million years, and
/// products with it could underflow.
inline constexpr double negligible_rate = 1e-23;

/// x = power * log 2 + rest, |rest| <= log(2) / 2, with exp(rest) - 1.
template <class R>
struct ReducedExponential {
  R power;
  R rest_minus_one;
};

template <RealNumber R>
[[nodiscard]] constexpr ReducedExponential<R> reduce_exponential(const R& x) {
  using Table = ExpTable<Scalar<R>>;
  const R shifter = R(FloatLayout<Scalar<R>>::shifter);
  const R power = (x * R(Table::log2_e) + shifter) - shifter;
  const R rest = (x - power * R(Table::log_2_high)) - power * R(Table::log_2_low);
  return {power, rest + rest * rest * polynomial(rest, Table::tail)};
}

/// log(x) + correction, the correction entering before the final rounding; x positive and normal.
template <RealNumber R>
[[nodiscard]] constexpr R log_corrected(const R& x, const R& correction) {
  using Table = LogTable<Scalar<R>>;
  const R power = exponent(x);
  const R f = mantissa(x) - R(1);
  // log(1 + f) = 2 atanh(s), s = f / (2 + f), arranged so that f enters unrounded.
  const R s = f / (R(2) + f);
  const R z = s * s;
  const R half_square = R(0.5) * f * f;
  const R series = s * (half_square + z * polynomial(z, Table::tail));
  const R low = power * R(ExpTable<Scalar<R>>::log_2_low) + correction;
  return power * R(ExpTable<Scalar<R>>::log_2_high) + (f - (half_square - (series + low)));
}

}  // namespace detail

/// e^x. Range [-86.9, 88.72] for float, [-708, 709.78] for double: error <= 1 ulp. Below the range
/// the result is 0, above it the largest finite number.
template <RealNumber R>
[[nodiscard]] constexpr R exp(const R& x) {
  using Table = ExpTable<Scalar<R>>;
  const R held = clamp(x, R(Table::lowest), R(Table::highest));
  const auto [power, rest_minus_one] = detail::reduce_exponential(held);
  const R fraction = rest_minus_one + R(1);
  // 2^power as 2 * 2^(power - 1): power reaches one more than the exponent field holds.
  const R value = scale2(fraction + fraction, power - R(1));
  const R not_too_small = select(x < R(Table::lowest), R(0), value);
  return select(x > R(Table::highest), R(std::numeric_limits<Scalar<R>>::max()), not_too_small);
}

/// e^x - 1, accurate relative to itself also near 0. Range: up to that of exp, with its result
/// above; down to any x, where it ends at -1. Error <= 3 ulp.
template <RealNumber R>
[[nodiscard]] constexpr R expm1(const R& x) {
  using Table = ExpTable<Scalar<R>>;
  const R held = clamp(x, R(Table::lowest), R(Table::highest));
  const auto [power, rest_minus_one] = detail::reduce_exponential(held);
  const R half_scale = scale2(R(1), power - R(1));
  const R value = R(2) * (rest_minus_one * half_scale + (half_scale - R(0.5)));
  return select(x > R(Table::highest), R(std::numeric_limits<Scalar<R>>::max()), value);
}

/// Natural logarithm. Range: every positive normal number; error <= 1 ulp. Smaller arguments, 0 and
/// negative numbers included, are floored at the smallest positive normal number.
template <RealNumber R>
[[nodiscard]] constexpr R log(const R& x) {
  return detail::log_corrected(max(x, R(std::numeric_limits<Scalar<R>>::min())), R(0));
}

/// log(1 + x), accurate relative to itself also near 0. Range: x > -1; error <= 1 ulp. For smaller
/// x 1 + x is floored as in log().
template <RealNumber R>
[[nodiscard]] constexpr R log1p(const R& x) {
  const R held = max(x, R(-1));
  const R u = max(R(1) + held, R(std::numeric_limits<Scalar<R>>::min()));
  const R lost = held - (u - R(1));  // what rounding 1 + x dropped, exactly
  return detail::log_corrected(u, lost / u);
}

/// x^y = exp(y log x) for x > 0, in the range of exp. The error grows with the logarithm of the
/// result: <= 2 + 3 |y log x| ulp.
template <RealNumber R>
[[nodiscard]] constexpr R pow(const R& x, const R& y) {
  return exp(y * log(x));
}

/// 1 / (1 + e^-x) for any x; error <= 3 ulp, and 0 where e^x underflows. logistic(-x) is one minus
/// it without cancellation.
template <RealNumber R>
[[nodiscard]] constexpr R logistic(const R& x) {
  const R e = exp(-abs(x));
  return select(x < R(0), e, R(1)) / (R(1) + e);
}

/// log(p / (1 - p)) for p in (0, 1), accurate relative to itself also near p = 1/2; error <= 4 ulp.
template <RealNumber R>
[[nodiscard]] constexpr R logit(const R& p) {
  const R complement = R(1) - p;
  const auto central = abs(p - R(0.5)) < R(0.25);
  // Near 1/2 the odds are 1 + x with x = (2p - 1) / (1 - p), whose numerator is exact.
  const R x = ((p - R(0.5)) + (p - R(0.5))) / complement;
  const R u = select(central, R(1) + x, p / complement);
  const R lost = select(central, x - (u - R(1)), R(0));
  return detail::log_corrected(max(u, R(std::numeric_limits<Scalar<R>>::min())), lost / u);
}

/// Density of the standard normal; error <= 2 + x^2 / 2 ulp, and 0 where exp(-x^2 / 2) underflows
/// (|x| > 13.1 for float, 37.6 for double).
template <RealNumber R>
[[nodiscard]] constexpr R normal_pdf(const R& x) {
  constexpr double inverse_root_two_pi = 0.398942280401432677939946;
  return convert<R>(inverse_root_two_pi) * exp(R(-0.5) * x * x);
}

/// Distribution function of the standard normal where its density at x is known already.
template <RealNumber R>
[[nodiscard]] constexpr R normal_cdf(const R& x, const R& density) {
  using Table = MillsTable<Scalar<R>>;
  const R distance = min(abs(x), R(Table::farthest));
  const R mills = polynomial(distance, Table::numerator) / polynomial(distance, Table::denominator);
  const R tail = density * mills;
  return select(x < R(0), tail, R(1) - tail);
}

/// Distribution function of the standard normal, from a rational fit to the Mills ratio
/// (1 - cdf(x)) / pdf(x). Absolute error <= 2e-15 (float 2e-7); the lower tail keeps its relative
/// accuracy, error <= 40 + x^2 / 2 ulp, down to where the density underflows.
template <RealNumber R>
[[nodiscard]] constexpr R normal_cdf(const R& x) {
  return normal_cdf(x, normal_pdf(x));
}

/// Quantile of the standard normal for p in (0, 1): Wichura (1988), Applied Statistics 37, 477-484,
/// algorithm AS 241 (PPND16 for double, PPND7 for float), its regions computed and one selected.
/// Error <= 7 ulp for p from the smallest normal number.
template <RealNumber R>
[[nodiscard]] inline R normal_quantile(const R& p) {
  using Table = NormalQuantileTable<Scalar<R>>;
  const R q = p - R(0.5);
  const R center = R(0.180625) - q * q;
  const R distance = sqrt(-log(min(p, R(1) - p)));
  const R middle = distance - R(1.6);
  const auto is_center = abs(q) <= R(0.425);
  R tail_above = polynomial(middle, Table::middle_numerator);
  R tail_below = polynomial(middle, Table::middle_denominator);
  if (const auto is_far = distance > R(5); any(is_far)) {  // no draw in float is
    const R far = distance - R(5);
    tail_above = select(is_far, polynomial(far, Table::far_numerator), tail_above);
    tail_below = select(is_far, polynomial(far, Table::far_denominator), tail_below);
  }
  const R above = select(is_center, q * polynomial(center, Table::center_numerator), tail_above);
  const R below = select(is_center, polynomial(center, Table::center_denominator), tail_below);
  const R magnitude = above / below;
  return select(both(negate(is_center), q < R(0)), -magnitude, magnitude);
}

/// Quantile of Student's t with 5 degrees of freedom (variance 5/3), as an odd rational function of
/// the normal quantile. Range: p in [2^-33, 1 - 2^-33] (float: 2^-24), which holds every uniform
/// draw of Random, and clamped to it; relative error <= 2e-9 (float 2e-6).
template <RealNumber R>
[[nodiscard]] inline R student_t5_quantile(const R& p) {
  using Table = StudentT5Table<Scalar<R>>;
  const R lowest = R(Table::lowest);
  const R z = normal_quantile(clamp(p, lowest, R(1) - lowest));
  const R square = z * z;
  return z * (polynomial(square, Table::numerator) / polynomial(square, Table::denominator));
}

/// Chance that something with this rate [1/y] happens within dt [y]: 1 - exp(-rate dt), accurate
/// also for small rates. rate dt >= 0; error <= 3 ulp.
template <RealNumber R>
[[nodiscard]] constexpr R hazard_probability(const R& rate, const R& dt) {
  return -expm1(-(rate * dt));
}

/// Present value of 1 a year paid continuously for `years` at the continuous rate [1/y]:
/// (1 - exp(-rate years)) / rate, and `years` at rate 0. Any sign of rate; error
/// <= 3 + |rate years| ulp.
template <RealNumber R>
[[nodiscard]] constexpr R annuity(const R& rate, const R& years) {
  const auto is_free = abs(rate) < R(detail::negligible_rate);
  return select(is_free, years, -expm1(-(rate * years)) / select(is_free, R(1), rate));
}

/// Present value of 1 paid at the end of each of `years` years at the effective rate r > -1 [1/y],
/// (1 - (1 + r)^-years) / r, and `years` at rate 0, where log_growth = log1p(r) is known already.
template <RealNumber R>
[[nodiscard]] constexpr R annuity_yearly(const R& rate, const R& log_growth, const R& years) {
  const auto is_free = abs(rate) < R(detail::negligible_rate);
  const R value = -expm1(-(log_growth * years)) / select(is_free, R(1), rate);
  return select(is_free, years, value);
}
/// The same from the rate alone. Error <= 4 + 2 years |log(1 + r)| ulp.
template <RealNumber R>
[[nodiscard]] constexpr R annuity_yearly(const R& rate, const R& years) {
  return annuity_yearly(rate, log1p(rate), years);
}

/// Present value of 1 paid at the end of each of `years * payments_per_year` equal periods at the
/// effective yearly rate r > -1 [1/y], (1 - (1 + r)^-years) / ((1 + r)^(1/m) - 1), and the number
/// of payments at rate 0, where log_growth = log1p(r) and per_period = expm1(log_growth / m) are
/// known already.
template <RealNumber R>
[[nodiscard]] constexpr R annuity_payments(const R& effective_rate, const R& log_growth,
                                           const R& per_period, const R& years,
                                           const R& payments_per_year) {
  const auto is_free = abs(effective_rate) < R(detail::negligible_rate);
  const R value = -expm1(-(log_growth * years)) / select(is_free, R(1), per_period);
  return select(is_free, years * payments_per_year, value);
}
/// The same from the rate alone. Error <= 4 + 2 years |log(1 + r)| ulp.
template <RealNumber R>
[[nodiscard]] constexpr R annuity_payments(const R& effective_rate, const R& years,
                                           const R& payments_per_year) {
  const R log_growth = log1p(effective_rate);
  return annuity_payments(effective_rate, log_growth, expm1(log_growth / payments_per_year), years,
                          payments_per_year);
}

}  // namespace tumen
