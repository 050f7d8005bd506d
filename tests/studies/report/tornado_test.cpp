#include "studies/report/tornado.hpp"

#include <numeric>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// Ten points: `x` counts up, `flat` is the same, `y` has three values.
DataTable ten_points() {
  DataTable points{"p", {"flat", "y", "x"}, {{}, {}, {}}};
  for (int k = 0; k < 10; ++k) {
    points.columns[0].push_back(7);
    points.columns[1].push_back(k % 3);
    points.columns[2].push_back(k);
  }
  return points;
}

std::vector<std::size_t> lines(std::size_t n) {
  std::vector<std::size_t> all(n);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace

TEST_CASE("a tornado compares the fifths of the points at both ends of a number", "[report]") {
  const std::vector<double> values = {0, 2, 0, 0, 0, 0, 0, 0, 10, 14};
  const Tornado t = tornado_of("gain", ten_points(), values, lines(10));
  CHECK(t.mean == Approx(2.6));
  REQUIRE(t.bars.size() == 2);  // what does not vary has no bar
  CHECK(t.bars[0].factor == "x");
  CHECK(t.bars[0].low.points == 2);
  CHECK(t.bars[0].low.bound == 1);
  CHECK(t.bars[0].low.mean == 1);
  CHECK(t.bars[0].high.bound == 8);
  CHECK(t.bars[0].high.mean == 12);
  // Two values 10 and 14: t(1, .975) = 12.7062 times sqrt(8 / 2) = 2.
  CHECK(t.bars[0].high.interval.high == Approx(12 + 12.7062 * 2).epsilon(1e-5));
  // y is 0 at 0, 3, 6, 9 and 2 at 2, 5, 8: all points of the value at the end.
  CHECK(t.bars[1].low.points == 4);
  CHECK(t.bars[1].low.mean == Approx(3.5));
  CHECK(t.bars[1].high.points == 3);
  CHECK(t.bars[1].high.mean == Approx(10. / 3));
}

TEST_CASE("points without a value are left out, an outcome that is the same has no tornado",
          "[report]") {
  std::vector<double> values(10, 3.0);
  CHECK(tornado_of("gain", ten_points(), values, lines(10)).bars.empty());
  values = {0, 1, 2, 3, 4, 5, 6, 7, 8, std::nan("")};
  const Tornado t = tornado_of("gain", ten_points(), values, lines(10));
  REQUIRE_FALSE(t.bars.empty());
  CHECK(t.bars[0].high.mean == 7.5);
  CHECK(tornado_of("gain", ten_points(), values, lines(4)).bars.empty());  // too few
}
