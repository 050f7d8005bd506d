#pragma once

// The number type of the core.
//
// Every law is a template over one parameter, `Real`: float or double (the readable specification,
// one run) or Lanes<T, N> (world/lanes.hpp; N runs side by side). The same source gives the same
// bits in both: everything rests on + - * / and sqrt, which IEEE 754 defines to the last bit, and
// on bit operations; nothing rests on the mathematical library. Compile with -ffp-contract=off,
// because a fused multiply-add rounds once instead of twice.
//
// Where a scalar program would branch on state, write select(mask, yes, no). Combine masks with
// both(), either() and negate(): they read alike for bool and for lane masks, and avoid the
// promotion of bool to int under & and |. Write constants as Real(0.5).
//
// Call these functions unqualified inside namespace tumen or as tumen::exp(x). Never write
// `using namespace tumen`: the C library's ::exp(double) would silently win against the template.

#include "world/pack.hpp"

#include <cmath>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace tumen {

/// Describes a number type: its scalar, its mask, its width and one 32-bit word a lane.
template <class R>
struct RealTraits;

template <std::floating_point T>
struct RealTraits<T> {
  using Scalar = T;
  using Mask = bool;
  using Bits = std::uint32_t;
  static constexpr int lanes = 1;
};

template <class R>
using Scalar = typename RealTraits<R>::Scalar;
template <class R>
using MaskOf = typename RealTraits<R>::Mask;
template <class R>
using BitsOf = typename RealTraits<R>::Bits;

/// A number type the core can be instantiated with.
template <class R>
concept RealNumber = requires { typename RealTraits<R>::Scalar; };

// --- masks --------------------------------------------------------------------------------------

/// `yes` where the mask holds, else `no`. Both arguments are always evaluated. A plain bool selects
/// in all lanes at once; a lane mask (world/lanes.hpp) lane by lane.
template <std::same_as<bool> M, class T>
[[nodiscard]] constexpr T select(M mask, const T& yes, const T& no) {
  return mask ? yes : no;
}

/// True where both masks are. One of them may be a plain bool beside a lane mask.
template <std::same_as<bool> B, class M>
[[nodiscard]] constexpr M both(B a, const M& b) {
  return a ? b : M(false);
}
/// True where at least one mask is.
template <std::same_as<bool> B, class M>
[[nodiscard]] constexpr M either(B a, const M& b) {
  return a ? M(true) : b;
}
/// True where the mask is not.
template <std::same_as<bool> M>
[[nodiscard]] constexpr M negate(M m) {
  return !m;
}
/// both() and either() take any number of masks, combined from the left.
template <class A, class B, class C, class... More>
[[nodiscard]] constexpr auto both(const A& a, const B& b, const C& c, const More&... more) {
  return both(both(a, b), c, more...);
}
template <class A, class B, class C, class... More>
[[nodiscard]] constexpr auto either(const A& a, const B& b, const C& c, const More&... more) {
  return either(either(a, b), c, more...);
}

/// Whether a mask holds in at least one lane, in every lane, in no lane. For tests and for skipping
/// work whose result would be discarded in every lane; never to change a result.
template <std::same_as<bool> M>
[[nodiscard]] constexpr bool any(M m) {
  return m;
}
template <std::same_as<bool> M>
[[nodiscard]] constexpr bool all(M m) {
  return m;
}
template <std::same_as<bool> M>
[[nodiscard]] constexpr bool none(M m) {
  return !m;
}

// --- order, rounding, bits ----------------------------------------------------------------------

/// The smaller, select(a < b, a, b), and the larger, select(b < a, a, b): no NaN is expected, and
/// of two equal numbers (zeros of either sign) the second is taken.
template <std::floating_point T>
[[nodiscard]] constexpr T min(T a, T b) {
  return a < b ? a : b;
}
template <std::floating_point T>
[[nodiscard]] constexpr T max(T a, T b) {
  return b < a ? a : b;
}
/// x held in [lo, hi]; lo <= hi.
template <std::floating_point T>
[[nodiscard]] constexpr T clamp(T x, T lo, T hi) {
  return min(max(x, lo), hi);
}
/// x without its sign.
template <std::floating_point T>
[[nodiscard]] constexpr T abs(T x) {
  return PackMath<ScalarPack<T>>::abs(x);
}
/// Square root, correctly rounded; x >= 0.
template <std::floating_point T>
[[nodiscard]] inline T sqrt(T x) {
  return std::sqrt(x);
}
/// Largest integer not above x.
template <std::floating_point T>
[[nodiscard]] constexpr T floor(T x) {
  return PackMath<ScalarPack<T>>::floor(x);
}
/// x * 2^k for an integral k in the normal range of exponents ([-126, 127] or [-1022, 1023]).
template <std::floating_point T>
[[nodiscard]] constexpr T scale2(T x, T k) {
  return PackMath<ScalarPack<T>>::scale2(x, k);
}
/// The integer e in x = m * 2^e with m in [sqrt(1/2), sqrt(2)); x positive and normal.
template <std::floating_point T>
[[nodiscard]] constexpr T exponent(T x) {
  return PackMath<ScalarPack<T>>::exponent(x);
}
/// The m in x = m * 2^e with m in [sqrt(1/2), sqrt(2)); x positive and normal.
template <std::floating_point T>
[[nodiscard]] constexpr T mantissa(T x) {
  return PackMath<ScalarPack<T>>::mantissa(x);
}

// --- lanes of a scalar, constants ---------------------------------------------------------------

/// Value of one lane; a scalar has lane 0 only.
template <std::floating_point T>
[[nodiscard]] constexpr T lane(T x, int /*index*/) {
  return x;
}
template <std::same_as<bool> M>
[[nodiscard]] constexpr bool lane(M mask, int /*index*/) {
  return mask;
}
template <std::floating_point T>
constexpr void set_lane(T& x, int /*index*/, std::type_identity_t<T> value) {
  x = value;
}

/// The same value in every lane.
template <RealNumber R>
[[nodiscard]] constexpr R broadcast(Scalar<R> value) {
  return R(value);
}
/// A constant written in double precision, rounded once to the scalar of R, in every lane.
template <RealNumber R>
[[nodiscard]] constexpr R convert(double value) {
  return R(static_cast<Scalar<R>>(value));
}
/// 1 where the mask holds, 0 elsewhere.
template <RealNumber R>
[[nodiscard]] constexpr R flag(const MaskOf<R>& mask) {
  return select(mask, R(1), R(0));
}
/// floor(x + 1/2): nearest integer, halves upwards.
template <RealNumber R>
[[nodiscard]] constexpr R round_half_up(const R& x) {
  return floor(x + R(0.5));
}

}  // namespace tumen
