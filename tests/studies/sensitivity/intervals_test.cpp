#include "studies/sensitivity/intervals.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

const Statistics mean = [](std::span<const double> means) {
  return std::vector<double>(means.begin(), means.end());
};

}  // namespace

TEST_CASE("the jackknife of a mean is Student's interval", "[studies][intervals]") {
  // 1 .. 5: mean 3, standard error sqrt(2.5 / 5) = .70711, t of 4 degrees .975: 2.77645.
  const TermTable table{1, {1, 2, 3, 4, 5}, {0, 1, 2, 3, 4}};
  for (const Interval& i :
       {intervals_by_row(table, mean, 0.95)[0],
        intervals_of(table, mean, {IntervalKind::scrambles, 0.95, 0, 1, 1})[0]}) {
    CHECK(i.low == Approx(3 - 1.96324));
    CHECK(i.high == Approx(3 + 1.96324));
  }
}

TEST_CASE("rows of one group count as one", "[studies][intervals]") {
  // Groups (1, 3) and (5, 7): means 2 and 6, mean 4, standard error 2, t of 1 degree .975: 12.7062.
  const TermTable table{1, {1, 3, 5, 7}, {0, 0, 1, 1}};
  const Interval i = intervals_of(table, mean, {IntervalKind::scrambles, 0.95, 0, 1, 1})[0];
  CHECK(i.low == Approx(4 - 25.4124).epsilon(1e-5));
  CHECK(means_of(table) == std::vector<double>{4});
  CHECK(statistics_of_part(table, mean, 0.5) == std::vector<double>{3});  // 1 and 5
  CHECK(std::isnan(intervals_of({1, {1, 2}, {0, 0}}, mean, {IntervalKind::scrambles, 0.95, 0, 1, 1})
                       .front()
                       .low));
}

TEST_CASE("the bootstrap of a mean has its standard error and depends on the seed alone",
          "[studies][intervals]") {
  // 0 and 1 in turn, 400 rows: standard error .025, so about .5 -+ .049.
  TermTable table{1, {}, std::vector<std::uint32_t>(400, 0)};
  for (int k = 0; k < 400; ++k) {
    table.terms.push_back(k % 2);
  }
  const auto interval = [&table](std::uint64_t seed, int threads) {
    return intervals_of(table, mean, {IntervalKind::bootstrap, 0.95, 2000, seed, threads})[0];
  };
  CHECK(interval(1, 1).low == Approx(0.451).margin(0.005));
  CHECK(interval(1, 1).high == Approx(0.549).margin(0.005));
  CHECK(interval(1, 1).low == interval(1, 3).low);
  CHECK(interval(1, 1).low != interval(2, 1).low);
}
