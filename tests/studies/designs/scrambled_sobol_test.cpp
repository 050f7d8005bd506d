#include "studies/designs/scrambled_sobol.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// Cells [i/2^a) x [j/2^b) of the first two columns that hold exactly one of 2^(a+b) points.
bool has_one_point_a_box(const UnitPoints& points, unsigned a, unsigned b) {
  std::set<std::pair<int, int>> boxes;
  for (std::size_t k = 0; k < std::size_t{1} << (a + b); ++k) {
    boxes.insert({static_cast<int>(std::ldexp(points[0][k], static_cast<int>(a))),
                  static_cast<int>(std::ldexp(points[1][k], static_cast<int>(b)))});
  }
  return boxes.size() == std::size_t{1} << (a + b);
}

}  // namespace

TEST_CASE("Sobol' words are those of Joe and Kuo with the first point kept", "[studies][design]") {
  // The sequence in Gray-code order: 0, 1/2, 3/4, 1/4, 3/8 and 0, 1/2, 1/4, 3/4, 3/8.
  const auto words = sobol_words(2, 5);
  CHECK(words[0] == std::vector<std::uint32_t>{0, 1U << 31, 3U << 30, 1U << 30, 3U << 29});
  CHECK(words[1] == std::vector<std::uint32_t>{0, 1U << 31, 1U << 30, 3U << 30, 3U << 29});
}

TEST_CASE("scrambled Sobol' points stay a net at every power of two", "[studies][design]") {
  for (const std::uint64_t seed : {1U, 2U, 77U}) {
    const UnitPoints points = scrambled_sobol({2, 1024, seed, 0});
    for (unsigned m = 1; m <= 10; ++m) {
      for (unsigned a = 0; a <= m; ++a) {
        CHECK(has_one_point_a_box(points, a, m - a));  // quality parameter 0 in two dimensions
      }
    }
    for (const std::vector<double>& column : points) {
      CHECK(*std::min_element(column.begin(), column.end()) > 0);
      CHECK(*std::max_element(column.begin(), column.end()) < 1);
    }
  }
}

TEST_CASE("scrambles differ and each point is uniform over scrambles", "[studies][design]") {
  const std::size_t n = 4000;
  double sum = 0, squares = 0, product = 0;
  for (std::uint32_t s = 0; s < n; ++s) {
    const UnitPoints points = scrambled_sobol({2, 2, 1, s});
    const double u = points[0][0];
    sum += u;
    squares += u * u;
    product += (u - .5) * (points[1][0] - .5);
  }
  // Mean 1/2 with standard error .2887/sqrt(4000) = .0046, E u^2 = 1/3 (.0047), independent
  // (.0013).
  CHECK(sum / n == Approx(.5).margin(.014));
  CHECK(squares / n == Approx(1. / 3).margin(.014));
  CHECK(product / n == Approx(0).margin(.004));
}
