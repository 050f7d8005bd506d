// What is made of times; the times themselves are no matter of tests.
#include "sim/benchmark/measured.hpp"

#include "sim/benchmark/bystanders.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("a rate is that of the fastest round, a ratio the median of the rounds'", "[bench]") {
  const Measured a{10, {2, 1, 5}};
  const Measured b{20, {2, 8, 5}};
  CHECK(a.rate() == 10);
  CHECK(b.rate() == 10);
  // Rates 5, 10, 2 over 10, 2.5, 4: ratios 0.5, 4, 0.5.
  CHECK(median_ratio(a, b) == 0.5);
  CHECK(median_ratio({10, {2, 1}}, {10, {2, 3}}) == 2);  // of two, the middle: (1 + 3) / 2
  CHECK(std::isnan(median_ratio(a, {})));
  CHECK(std::isnan(Measured{}.rate()));
}

TEST_CASE("tasks are measured in turn, round by round", "[bench]") {
  Measured first;
  Measured second;
  std::string order;
  std::size_t heard = 0;
  const std::vector<Task> tasks = {{&first, [&] { return order += 'a', 1.0; }},
                                   {&second, [&] { return order += 'b', 2.0; }}};
  measure_in_turn(tasks, 3, [&](std::size_t done, std::size_t of) {
    heard = done * 100 + of;
    return true;
  });
  CHECK(order == "ababab");
  CHECK(first.seconds == std::vector<double>{1, 1, 1});
  CHECK(second.seconds == std::vector<double>{2, 2, 2});
  CHECK(heard == 606);
}

TEST_CASE("bystanders add countries and neither packages nor pairs", "[bench]") {
  const Scenario two = scenes::load("debt-only");
  const Scenario many = scenes::load("debt-only", bystanders(46));
  REQUIRE(two.model.countries.size() == 2);
  CHECK(many.model.countries.size() == 48);
  CHECK(many.model.packages.size() == two.model.packages.size());
  CHECK(many.model.parties.size() == two.model.parties.size());
  CHECK(many.model.pairs.size() == two.model.pairs.size());
}
