#include "world/rng.hpp"

#include "tests/world/numeric_checks.hpp"
#include "world/lanes.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include <Random123/philox.h>
#include <catch2/catch.hpp>

using tumen::entity_key;
using tumen::Lanes;
using tumen::Random;
using tumen::RandomKey;

namespace {

using Block = std::array<std::uint64_t, 4>;

constexpr std::uint32_t tick = 7;
constexpr std::uint32_t country = 11;
constexpr std::uint32_t stream = 3;

/// One double draw as the word it was made from: (w + 1/2) 2^-32.
std::uint32_t word_of(double uniform) {
  return static_cast<std::uint32_t>(uniform * 0x1p32);
}

/// Runs 100, 101, ... of a seed with a high word, on lanes and as scalars; true if bits agree.
template <class T, int N>
bool lanes_draw_what_scalars_draw() {
  const std::uint64_t seed = 0xABCD12345678U;
  RandomKey<Lanes<T, N>> key{seed, {}};
  for (std::size_t k = 0; k < static_cast<std::size_t>(N); ++k) {
    key.run[k] = static_cast<std::uint32_t>(100 + k);
  }
  const Random<Lanes<T, N>> wide(key);
  for (std::uint32_t draw = 0; draw < 500; ++draw) {
    const auto uniforms = wide.uniform4(tick, country, stream, draw);
    const auto normals = wide.normal4(tick, country, stream, draw);
    const auto heavy = wide.student_t5(tick, country, stream, draw);
    for (int k = 0; k < N; ++k) {
      const Random<T> one({seed, static_cast<std::uint32_t>(100 + k)});
      const auto expected = one.uniform4(tick, country, stream, draw);
      const auto expected_normals = one.normal4(tick, country, stream, draw);
      for (std::size_t w = 0; w < 4; ++w) {
        if (lane(uniforms[w], k) != expected[w] || lane(normals[w], k) != expected_normals[w]) {
          return false;
        }
      }
      if (lane(heavy, k) != one.student_t5(tick, country, stream, draw)) {
        return false;
      }
    }
  }
  return true;
}

struct Moments {
  double mean = 0;
  double variance = 0;
};

template <class Draw>
Moments moments(std::uint32_t n, Draw draw) {
  double sum = 0;
  double squares = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double x = draw(i);
    sum += x;
    squares += x * x;
  }
  const double mean = sum / n;
  return {mean, squares / n - mean * mean};
}

}  // namespace

TEST_CASE("Philox gives the published known answers") {
  // Random123, tests/kat_vectors, philox4x32 with 10 rounds.
  constexpr std::uint64_t ones = 0xFFFFFFFFU;
  CHECK(tumen::philox4x32_10<std::uint64_t>({0, 0, 0, 0}, tumen::philox_key<std::uint64_t>(0, 0)) ==
        Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(tumen::philox4x32_10<std::uint64_t>({ones, ones, ones, ones},
                                            tumen::philox_key(ones, ones)) ==
        Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(tumen::philox4x32_10<std::uint64_t>(
            {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
            tumen::philox_key<std::uint64_t>(0xa4093822, 0x299f31d0)) ==
        Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Random is Random123's Philox under the documented key and counter") {
  for (std::uint32_t i = 0; i < 2'000; ++i) {
    const std::uint32_t scrambled = i * 2654435761U;
    const std::uint64_t seed = (std::uint64_t{i} << 32) | scrambled;
    const r123::Philox4x32::ctr_type counter = {{i, scrambled, ~i, 5U ^ i}};
    const r123::Philox4x32::key_type key = {{scrambled, i + 9}};
    const auto wanted = r123::Philox4x32()(counter, key);
    const auto drawn = Random<double>({seed, i + 9}).uniform4(i, scrambled, ~i, 5);
    for (std::size_t w = 0; w < 4; ++w) {
      REQUIRE(word_of(drawn[w]) == wanted[w]);
    }
  }
}

TEST_CASE("a lane draws what the scalar of its run draws, bit for bit") {
  CHECK(lanes_draw_what_scalars_draw<float, 4>());
  CHECK(lanes_draw_what_scalars_draw<float, 8>());
  CHECK(lanes_draw_what_scalars_draw<float, 16>());
  CHECK(lanes_draw_what_scalars_draw<double, 4>());
  CHECK(lanes_draw_what_scalars_draw<double, 8>());
}

TEST_CASE("uniform numbers are never 0 or 1 and are symmetric about one half") {
  using Float = tumen::ScalarPack<float>;
  using Double = tumen::ScalarPack<double>;
  CHECK(tumen::unit_interval<Float>(0) == 0x1p-24F);
  CHECK(tumen::unit_interval<Float>(0xFFFFFFFFU) == 1 - 0x1p-24F);
  CHECK(tumen::unit_interval<Double>(0) == 0x1p-33);
  CHECK(tumen::unit_interval<Double>(0xFFFFFFFFU) == 1 - 0x1p-33);
  CHECK(tumen::unit_interval<Double>(0x80000000U) == 0.5 + 0x1p-33);
  CHECK(tumen::unit_interval<Float>(0x80000000U) == 0.5F + 0x1p-24F);
}

TEST_CASE("float and double draws of one key differ by less than 2^-24") {
  const Random<float> narrow({5, 1});
  const Random<double> exact({5, 1});
  for (std::uint32_t t = 0; t < 10'000; ++t) {
    const double difference =
        static_cast<double>(narrow.uniform(t, country, stream)) - exact.uniform(t, country, stream);
    REQUIRE(std::abs(difference) < 0x1p-24);
  }
}

TEST_CASE("each part of the key and the counter changes the draw") {
  const double base = Random<double>({1, 2}).uniform(tick, country, stream, 0);
  CHECK(Random<double>({9, 2}).uniform(tick, country, stream, 0) != base);
  CHECK(Random<double>({1 + (1ULL << 32), 2}).uniform(tick, country, stream, 0) != base);
  CHECK(Random<double>({1, 3}).uniform(tick, country, stream, 0) != base);
  CHECK(Random<double>({1, 2}).uniform(tick + 1, country, stream, 0) != base);
  CHECK(Random<double>({1, 2}).uniform(tick, country + 1, stream, 0) != base);
  CHECK(Random<double>({1, 2}).uniform(tick, country, stream + 1, 0) != base);
  CHECK(Random<double>({1, 2}).uniform(tick, country, stream, 1) != base);
  CHECK(Random<double>({1, 2}).uniform(tick, country, stream) == base);  // draw 0 by default
}

TEST_CASE("uniform, normal and Student draws have their means and variances") {
  // 200,000 draws: the standard errors are .00065 and .0022 for the means, and .00017, .0032 and
  // .011 for the variances 1/12, 1 and 5/3; bounds are four of them.
  const Random<double> random({2026, 0});
  const std::uint32_t n = 200'000;
  const Moments uniform = moments(n, [&](auto i) { return random.uniform(i, country, stream); });
  CHECK(uniform.mean == Approx(0.5).margin(0.0026));
  CHECK(uniform.variance == Approx(1.0 / 12).margin(0.0007));
  const Moments normal = moments(n, [&](auto i) { return random.normal(i, country, stream); });
  CHECK(normal.mean == Approx(0).margin(0.009));
  CHECK(normal.variance == Approx(1).margin(0.013));
  const Moments heavy = moments(n, [&](auto i) { return random.student_t5(i, country, stream); });
  CHECK(heavy.mean == Approx(0).margin(0.012));
  CHECK(heavy.variance == Approx(5.0 / 3).margin(0.045));
}

TEST_CASE("neighbouring ticks, entities, streams, runs and words are uncorrelated") {
  // The product of two independent centred uniforms has standard deviation 1/12: over 100,000
  // pairs the mean's standard error is .00026, and four of them .00105.
  const Random<double> random({2026, 0});
  const Random<double> next_run({2026, 1});
  std::array<double, 5> sums{};
  const std::uint32_t n = 100'000;
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto words = random.uniform4(i, country, stream);
    const double here = words[0] - 0.5;
    sums[0] += here * (random.uniform(i + 1, country, stream) - 0.5);
    sums[1] += here * (random.uniform(i, country + 1, stream) - 0.5);
    sums[2] += here * (random.uniform(i, country, stream + 1) - 0.5);
    sums[3] += here * (next_run.uniform(i, country, stream) - 0.5);
    sums[4] += here * (words[1] - 0.5);
  }
  for (const double sum : sums) {
    CHECK(std::abs(sum / n) < 0.00105);
  }
}

TEST_CASE("normal draws are the quantiles of the uniform draws of the same key") {
  const Random<double> random({4, 2});
  const auto uniforms = random.uniform4(tick, country, stream, 6);
  const auto normals = random.normal4(tick, country, stream, 6);
  CHECK(random.uniform(tick, country, stream, 6) == uniforms[0]);
  CHECK(random.normal(tick, country, stream, 6) == normals[0]);
  for (std::size_t w = 0; w < 4; ++w) {
    CHECK(normals[w] == tumen::normal_quantile(uniforms[w]));
  }
}

TEST_CASE("an entity's key is the FNV-1a hash of its name") {
  // Test vectors of the FNV authors, 32 bits.
  STATIC_REQUIRE(entity_key("") == 0x811c9dc5U);
  STATIC_REQUIRE(entity_key("a") == 0xe40c292cU);
  STATIC_REQUIRE(entity_key("foobar") == 0xbf9cf968U);
  CHECK(entity_key("PRK") != entity_key("ROK"));
}
