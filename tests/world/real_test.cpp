#include "world/real.hpp"

#include "tests/world/numeric_checks.hpp"
#include "world/lanes.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>

#include <catch2/catch.hpp>

using tumen::Lanes;
using tumen::test::all_lanes_equal_scalar;
using tumen::test::bits;
using tumen::test::Range;

namespace {

constexpr Range around_zero{-40, 40};
constexpr Range positive{1e-30, 1e30, true};

template <class T>
bool floor_equals_the_library() {
  for (const T sign : {T(1), T(-1)}) {
    for (const T x :
         {T(0), T(0.25), T(0.5), T(1), T(1.5), T(7.999), T(4194303.5), T(8388607.5), T(8388608),
          T(8388609), T(4503599627370497), T(4503599627370495.5), T(1e30)}) {
      if (bits(tumen::floor(sign * x)) != bits(std::floor(sign * x))) {
        return false;
      }
    }
  }
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const T x = Range{-1e4, 1e4}.point<T>(i);
    if (bits(tumen::floor(x)) != bits(std::floor(x))) {
      return false;
    }
  }
  return true;
}

template <class T>
bool mantissa_and_exponent_rebuild() {
  const T root_half = std::sqrt(T(0.5));
  const T smallest = std::numeric_limits<T>::min();
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const T x = std::max(smallest, Range{double(smallest), 1e37, true}.point<T>(i));
    const T m = tumen::mantissa(x);
    const T e = tumen::exponent(x);
    const bool rebuilt = bits(std::ldexp(m, static_cast<int>(e))) == bits(x);
    if (!rebuilt || m < root_half || m >= 2 * root_half || e != std::floor(e)) {
      return false;
    }
  }
  return true;
}

template <class R>
R fee_of_a_corridor(const R& stage, const R& gain) {
  const auto open = tumen::both(stage == R(2), gain > R(0));
  return tumen::select(open, R(0.5) * gain + R(1), R(0));
}

}  // namespace

TEST_CASE("the traits of a number name its scalar, mask, words and width") {
  using Wide = Lanes<float, 16>;
  STATIC_REQUIRE(std::is_same_v<tumen::Scalar<double>, double>);
  STATIC_REQUIRE(std::is_same_v<tumen::MaskOf<float>, bool>);
  STATIC_REQUIRE(std::is_same_v<tumen::BitsOf<double>, std::uint32_t>);
  STATIC_REQUIRE(tumen::RealTraits<float>::lanes == 1);
  STATIC_REQUIRE(std::is_same_v<tumen::Scalar<Wide>, float>);
  STATIC_REQUIRE(std::is_same_v<tumen::MaskOf<Wide>, tumen::LaneMask<float, 16>>);
  STATIC_REQUIRE(std::is_same_v<tumen::BitsOf<Wide>, std::array<std::uint32_t, 16>>);
  STATIC_REQUIRE(tumen::RealTraits<Wide>::lanes == 16);
  STATIC_REQUIRE(sizeof(Wide) == 64);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Wide>);
  STATIC_REQUIRE_FALSE(tumen::RealNumber<int>);
}

TEST_CASE("masks combine as logic says, a plain bool standing for every lane") {
  using Mask = tumen::LaneMask<double, 4>;
  for (const bool a : {false, true}) {
    for (const bool b : {false, true}) {
      CHECK(tumen::both(a, b) == (a && b));
      CHECK(tumen::either(a, b) == (a || b));
      CHECK(tumen::negate(a) == !a);
      CHECK(tumen::both(a, b, true) == (a && b));
      CHECK(tumen::either(false, a, b, false) == (a || b));
      CHECK(lane(both(Mask(a), Mask(b)), 3) == (a && b));
      CHECK(lane(both(Mask(a), b), 0) == (a && b));
      CHECK(lane(either(a, Mask(b)), 1) == (a || b));
      CHECK(lane(either(Mask(a), b, Mask(false)), 1) == (a || b));
      CHECK(lane(negate(Mask(a)), 2) == !a);
      CHECK(lane(select(Mask(a), Mask(b), Mask(!b)), 2) == (a ? b : !b));
    }
  }
}

TEST_CASE("any, all and none look at every lane") {
  Lanes<float, 16> x(1);
  set_lane(x, 15, 2.0F);
  CHECK(any(x > 1.5F));
  CHECK_FALSE(all(x > 1.5F));
  CHECK_FALSE(none(x > 1.5F));
  CHECK(none(x > 2.0F));
  CHECK(all(x >= 1.0F));
  CHECK(tumen::any(true));
  CHECK(tumen::none(false));
  CHECK_FALSE(tumen::all(false));
}

TEST_CASE("select, flag and clamp take the side the mask names") {
  CHECK(tumen::select(true, 2.0, 3.0) == 2.0);
  CHECK(tumen::select(false, 2.0, 3.0) == 3.0);
  CHECK(tumen::flag<double>(true) == 1.0);
  CHECK(tumen::flag<float>(false) == 0.0F);
  CHECK(tumen::clamp(5.0, -1.0, 1.0) == 1.0);
  CHECK(tumen::clamp(-5.0, -1.0, 1.0) == -1.0);
  CHECK(tumen::clamp(0.25, -1.0, 1.0) == 0.25);
  CHECK(tumen::lane(tumen::select(true, Lanes<double, 4>(1), Lanes<double, 4>(2)), 3) == 1.0);
}

TEST_CASE("a law written once gives each lane what a scalar run gets") {
  const std::array<double, 4> stages = {2, 2, 1, 2};
  const std::array<double, 4> gains = {4, -4, 4, 0};
  const std::array<double, 4> fees = {3, 0, 0, 0};  // 4 / 2 + 1 where stage 2 meets a gain
  Lanes<double, 4> stage;
  Lanes<double, 4> gain;
  for (int k = 0; k < 4; ++k) {
    set_lane(stage, k, stages[static_cast<std::size_t>(k)]);
    set_lane(gain, k, gains[static_cast<std::size_t>(k)]);
  }
  const Lanes<double, 4> fee = fee_of_a_corridor(stage, gain);
  for (int k = 0; k < 4; ++k) {
    CHECK(fee_of_a_corridor(lane(stage, k), lane(gain, k)) == fees[static_cast<std::size_t>(k)]);
    CHECK(lane(fee, k) == fees[static_cast<std::size_t>(k)]);
  }
}

TEST_CASE("floor is the library's floor, bit for bit, up to numbers without a fraction") {
  CHECK(floor_equals_the_library<float>());
  CHECK(floor_equals_the_library<double>());
}

TEST_CASE("round_half_up sends halves upwards on both sides of zero") {
  CHECK(tumen::round_half_up(2.5) == 3.0);
  CHECK(tumen::round_half_up(-2.5) == -2.0);
  CHECK(tumen::round_half_up(1.49F) == 1.0F);
  CHECK(tumen::round_half_up(-1.51F) == -2.0F);
}

TEST_CASE("mantissa and exponent rebuild the number, the mantissa within sqrt 1/2 and sqrt 2") {
  CHECK(mantissa_and_exponent_rebuild<float>());
  CHECK(mantissa_and_exponent_rebuild<double>());
  CHECK(tumen::mantissa(1.0) == 1.0);
  CHECK(tumen::exponent(1.0) == 0.0);
  CHECK(tumen::mantissa(3.0) == 0.75);  // 3 = 0.75 * 2^2, because 1.5 is above sqrt 2
  CHECK(tumen::exponent(3.0) == 2.0);
}

TEST_CASE("halving a number lowers its exponent by one and keeps its mantissa") {
  for (std::uint64_t i = 0; i < 1'000; ++i) {
    const auto x = positive.point<float>(i);
    REQUIRE(tumen::exponent(x / 2) == tumen::exponent(x) - 1);
    REQUIRE(bits(tumen::mantissa(x / 2)) == bits(tumen::mantissa(x)));
  }
}

TEST_CASE("scale2 multiplies by powers of two over the whole normal range") {
  CHECK(tumen::scale2(0.75, 2.0) == 3.0);
  CHECK(tumen::scale2(1.0, -1022.0) == 0x1p-1022);
  CHECK(tumen::scale2(1.0, 1023.0) == 0x1p1023);
  CHECK(tumen::scale2(1.5F, -126.0F) == 0x1.8p-126F);
  CHECK(tumen::scale2(1.5F, 127.0F) == 0x1.8p127F);
}

TEST_CASE("abs clears the sign of a negative zero") {
  CHECK(bits(tumen::abs(-0.0)) == bits(0.0));
  CHECK(tumen::abs(-3.5F) == 3.5F);
}

TEST_CASE("a constant is rounded to the scalar once, and a negative zero stays negative") {
  CHECK(tumen::convert<float>(0.1) == 0.1F);
  CHECK(lane(tumen::convert<Lanes<float, 4>>(0.1), 3) == 0.1F);
  CHECK(lane(tumen::broadcast<Lanes<double, 8>>(0.1), 7) == 0.1);
  CHECK(bits(lane(Lanes<double, 4>(-0.0), 1)) == bits(-0.0));
  CHECK(lane(Lanes<float, 4>{}, 2) == 0.0F);
}

TEST_CASE("set_lane writes one lane and leaves the others") {
  Lanes<float, 16> x(1);
  set_lane(x, 9, 7.0F);
  for (int k = 0; k < 16; ++k) {
    CHECK(lane(x, k) == (k == 9 ? 7.0F : 1.0F));
  }
  double scalar = 1;
  tumen::set_lane(scalar, 0, 2.0);
  CHECK(scalar == 2.0);
}

TEST_CASE("arithmetic and comparisons on lanes equal the scalar bit for bit") {
  const Range r = around_zero;
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x + y; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x - y; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x * y; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x / y; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x * y + x; }));
  CHECK(all_lanes_equal_scalar(r, [](const auto& x) { return -x; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) {
    auto z = x;
    z += y;
    z -= x * x;
    z *= y;
    return z;
  }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) {
    auto z = x;
    z /= y;
    return z;
  }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x < y; }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return x >= y; }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::floor(x) == tumen::floor(y); }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::floor(x) != tumen::floor(y); }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::floor(x) <= tumen::floor(y); }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::floor(x) > tumen::floor(y); }));
}

TEST_CASE("the functions of a number on lanes equal the scalar bit for bit") {
  const Range r = around_zero;
  CHECK(
      all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return tumen::min(x, y); }));
  CHECK(
      all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) { return tumen::max(x, y); }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::select(x < y, y, x); }));
  CHECK(all_lanes_equal_scalar(r, r, [](const auto& x, const auto& y) {
    return tumen::clamp(x, tumen::min(y, -y), tumen::max(y, -y));
  }));
  CHECK(all_lanes_equal_scalar(r, [](const auto& x) { return tumen::abs(x); }));
  CHECK(all_lanes_equal_scalar(r, [](const auto& x) { return tumen::floor(x); }));
  CHECK(all_lanes_equal_scalar(r, [](const auto& x) { return tumen::round_half_up(x); }));
  CHECK(all_lanes_equal_scalar(
      r, r, [](const auto& x, const auto& y) { return tumen::scale2(x, tumen::floor(y)); }));
  CHECK(all_lanes_equal_scalar(positive, [](const auto& x) { return tumen::sqrt(x); }));
  CHECK(all_lanes_equal_scalar(positive, [](const auto& x) { return tumen::exponent(x); }));
  CHECK(all_lanes_equal_scalar(positive, [](const auto& x) { return tumen::mantissa(x); }));
}

TEST_CASE("of two equal zeros min and max take the second, on lanes too") {
  CHECK(bits(tumen::min(0.0, -0.0)) == bits(-0.0));
  CHECK(bits(tumen::max(-0.0, 0.0)) == bits(0.0));
  CHECK(bits(lane(tumen::min(Lanes<double, 4>(0.0), -0.0), 1)) == bits(-0.0));
  CHECK(bits(lane(tumen::max(Lanes<double, 4>(-0.0), 0.0), 1)) == bits(0.0));
}
