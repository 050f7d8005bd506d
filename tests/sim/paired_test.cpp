#include "sim/paired.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Pairs of 0 and 1: how often b alone, a alone, both, none.
PairedTally table(std::size_t b_alone, std::size_t a_alone, std::size_t both, std::size_t none) {
  PairedTally t;
  const auto add = [&](std::size_t times, double a, double b) {
    for (std::size_t k = 0; k < times; ++k) {
      t.add(a, b);
    }
  };
  add(b_alone, 0, 1);
  add(a_alone, 1, 0);
  add(both, 1, 1);
  add(none, 0, 0);
  return t;
}

}  // namespace

TEST_CASE("without a discordant pair the score interval is z squared over n plus z squared") {
  const PairedDifference d = difference_of(table(0, 0, 40, 60));
  // 1.959964^2 / (100 + 1.959964^2) = 3.841459 / 103.841459
  CHECK(d.low == Approx(-0.0369935).epsilon(1e-5));
  CHECK(d.high == Approx(0.0369935).epsilon(1e-5));
  CHECK(d.mean == 0);
  CHECK(d.p == 1);
}

TEST_CASE("the score interval ends at zero where McNemar's statistic is z") {
  // (more - fewer) / sqrt(more + fewer): 8 / sqrt 24 = 1.633, 12 / sqrt 28 = 2.268.
  CHECK(difference_of(table(16, 8, 30, 46)).low < 0);
  CHECK(difference_of(table(20, 8, 30, 42)).low > 0);
  CHECK(difference_of(table(8, 20, 30, 42)).high < 0);
  CHECK(difference_of(table(20, 8, 30, 42)).z == Approx(2.2678).epsilon(1e-4));
}

TEST_CASE("the ends of a score interval solve Tango's equation") {
  // n = 100, 20 and 8 discordant pairs. The ends were found by another program that maximises the
  // restricted likelihood numerically instead of solving its quadratic.
  const PairedDifference d = difference_of(table(20, 8, 30, 42));
  CHECK(d.method == PairedMethod::score);
  CHECK(d.mean == Approx(0.12));
  CHECK(d.low == Approx(0.0172106).epsilon(1e-5));
  CHECK(d.high == Approx(0.2245351).epsilon(1e-5));
}

TEST_CASE("the exact McNemar test doubles the smaller tail of a fair coin") {
  // 1 of 6: 2 (1 + 6) / 64 = .21875; 0 of 5: 2 / 32.
  CHECK(difference_of(table(5, 1, 0, 4)).p == Approx(0.21875));
  CHECK(difference_of(table(0, 5, 3, 4)).p == Approx(0.0625));
  CHECK(difference_of(table(3, 3, 3, 4)).p == 1);
}

TEST_CASE("other outcomes have Student's interval of the paired differences") {
  PairedTally t;
  for (const double difference : {1.0, 2.0, 3.0, 4.0}) {
    t.add(10, 10 + difference);
  }
  const PairedDifference d = difference_of(t);
  CHECK(d.method == PairedMethod::t);
  CHECK(d.mean == Approx(2.5));
  // sd = sqrt(5/3), error = .645497, t(.975; 3) = 3.182446: half width 2.054260; t = 3.872983
  CHECK(d.low == Approx(0.445740).epsilon(1e-5));
  CHECK(d.high == Approx(4.554260).epsilon(1e-5));
  CHECK(d.z == Approx(3.872983));
  CHECK(d.p == Approx(0.030466).epsilon(1e-4));
}

TEST_CASE("a pair with a missing value is counted and left out") {
  PairedTally t;
  t.add(std::numeric_limits<double>::quiet_NaN(), 2000);
  t.add(2001, 2004);
  CHECK(t.runs == 2);
  CHECK(t.present_a == 1);
  CHECK(t.present_b == 2);
  CHECK(t.pairs == 1);
  CHECK(t.mean == 3);
  CHECK(difference_of(t).method == PairedMethod::none);
}

TEST_CASE("a p of a thousand discordant pairs is rounded, not refused") {
  CHECK(rounded_p(0.0123456789) == 0.0123457);
  CHECK(rounded_p(3.21e-310) == 3.21e-310);  // below the smallest normal number, 2.2e-308
  CHECK(rounded_p(0.0) == 0.0);
}

TEST_CASE("Holm multiplies the smallest p by all, the next by one fewer, and never falls") {
  std::vector<PairedDifference> all(3);
  all[0].p = 0.04;
  all[1].p = 0.01;
  all[2].p = 0.03;
  adjust_by_holm(all);
  CHECK(all[1].adjusted_p == Approx(0.03));
  CHECK(all[2].adjusted_p == Approx(0.06));
  CHECK(all[0].adjusted_p == Approx(0.06));
}
