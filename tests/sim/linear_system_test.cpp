#include "sim/coalition/linear_system.hpp"

#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

namespace tumen {

TEST_CASE("a linear system is solved although its first pivot is zero and one equation repeats") {
  // y + z = 5, x + y = 3, twice that, x - z = -2 (the difference of the first two), x + z = 4.
  const std::vector<double> solution =
      solve({{{0, 1, 1}, 5}, {{1, 1, 0}, 3}, {{2, 2, 0}, 6}, {{1, 0, -1}, -2}, {{1, 0, 1}, 4}}, 3);
  CHECK(solution == std::vector<double>{1, 2, 3});
}

TEST_CASE("a linear system that leaves an unknown open is refused") {
  CHECK_THROWS_AS(solve({{{1, 1}, 3}, {{2, 2}, 6}}, 2), std::logic_error);
  CHECK_THROWS_AS(solve({{{1, 1}, 3}}, 2), std::logic_error);
}

TEST_CASE("a span contains the combinations of its vectors and no others") {
  Span span;
  span.add({1, 1, 0});
  span.add({0, 1, 1});
  CHECK(span.rank() == 2);
  CHECK(span.contains({1, 0, -1}));
  CHECK(span.contains({0, 0, 0}));
  CHECK_FALSE(span.contains({1, 1, 1}));

  span.add({1, 2, 1});  // the sum of the two: nothing new
  CHECK(span.rank() == 2);
}

}  // namespace tumen
