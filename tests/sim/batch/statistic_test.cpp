#include "sim/batch/statistic.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

ExactSum sum_of(const std::vector<double>& terms) {
  ExactSum sum;
  for (const double term : terms) {
    sum.add(term);
  }
  return sum;
}

std::string bytes_of(const Statistic& statistic) {
  ByteWriter out;
  statistic.write(out);
  return out.bytes();
}

}  // namespace

TEST_CASE("an exact sum keeps what a sum of doubles loses", "[batch]") {
  CHECK(sum_of({1e30, 1, -1e30}).value() == 1);
  CHECK(sum_of({0.1, -0.1, 0x1p-60}).value() == 0x1p-60);
  CHECK(sum_of({-3.5, 1.25}).value() == -2.25);
  CHECK(sum_of({-0x1p-128, 0x1p140}).value() == 0x1p140);
  CHECK(sum_of({}).value() == 0);
  // Below 2^-128 terms are cut off.
  CHECK(sum_of({0x1p-129, 0x1p-129}).value() == 0);
}

TEST_CASE("an exact sum is that of whole numbers for whole numbers", "[batch]") {
  std::mt19937_64 draw(1);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> terms;
    std::int64_t whole = 0;
    for (int k = 0; k < 100; ++k) {
      const auto term = static_cast<std::int64_t>(draw() >> 14U) - (std::int64_t{1} << 49U);
      whole += term;
      terms.push_back(static_cast<double>(term));
    }
    CHECK(sum_of(terms).value() == static_cast<double>(whole));
  }
}

TEST_CASE("sums and statistics do not depend on the order or the grouping", "[batch]") {
  // Over 80 powers of two and both signs: some are counted in a row, others by hash.
  const int digits = GENERATE(Statistic::fine, Statistic::coarse);
  std::mt19937_64 draw(2);
  std::vector<double> values(20, 0.0);
  for (int k = 0; k < 3000; ++k) {
    const double scale = std::ldexp(1, static_cast<int>(draw() % 80) - 40);
    values.push_back((static_cast<double>(draw() >> 11U) * 0x1p-53 - 0.4) * scale);
  }
  Statistic whole(digits);
  for (const double value : values) {
    whole.add(value);
  }
  for (int round = 0; round < 20; ++round) {
    std::shuffle(values.begin(), values.end(), draw);
    std::vector<Statistic> parts(1 + draw() % 7, Statistic(digits));
    for (const double value : values) {
      parts[draw() % parts.size()].add(value);
    }
    Statistic merged(digits);
    for (const Statistic& part : parts) {
      merged.merge(part);
    }
    CHECK(bytes_of(merged) == bytes_of(whole));
    CHECK(merged.mean() == whole.mean());
  }
}

TEST_CASE("mean and deviation are those of the textbook", "[batch]") {
  Statistic statistic;
  // n = 8, mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; sd = sqrt(32/7).
  for (const double value : {2., 4., 4., 4., 5., 5., 7., 9.}) {
    statistic.add(value);
  }
  statistic.add(std::nan(""));
  CHECK(statistic.count() == 8);
  CHECK(statistic.mean() == 5);
  CHECK(statistic.sd() == Approx(std::sqrt(32. / 7)).epsilon(1e-14));
  CHECK(statistic.least() == 2);
  CHECK(statistic.most() == 9);
}

TEST_CASE("equal values have no spread", "[batch]") {
  Statistic statistic;
  for (int k = 0; k < 1000; ++k) {
    statistic.add(0.1);
  }
  CHECK(statistic.sd() == 0);
}

TEST_CASE("quantiles of zeros, whole numbers and quarter years are exact", "[batch]") {
  Histogram histogram(Statistic::fine);
  histogram.add(0, 50);
  histogram.add(2013.25F, 25);
  histogram.add(4095, 25);
  const auto quantiles = histogram.quantiles();
  // 5, 25, 50 % lie among the fifty zeros, 75 % on the last 2013.25, 95 % above.
  CHECK(quantiles[0] == 0);
  CHECK(quantiles[2] == 0);
  CHECK(quantiles[3] == 2013.25);
  CHECK(quantiles[4] == 4095);
  CHECK(std::isnan(Histogram(Statistic::fine).quantiles()[2]));
}

TEST_CASE("other quantiles lie within a bin of the sorted values", "[batch]") {
  std::mt19937_64 draw(3);
  std::vector<float> values;
  Histogram fine(Statistic::fine);
  Histogram coarse(Statistic::coarse);
  for (int k = 0; k < 10000; ++k) {
    const auto unit = static_cast<double>(draw() >> 11U) * 0x1p-53;
    values.push_back(static_cast<float>(std::log(unit / (1 - unit)) * 40 + 7));
    fine.add(values.back());
    coarse.add(values.back());
  }
  std::sort(values.begin(), values.end());
  for (std::size_t k = 0; k < quantile_levels.size(); ++k) {
    const auto rank = static_cast<std::size_t>(std::ceil(quantile_levels[k] * 10000)) - 1;
    const double exact = values[rank];
    CHECK(std::abs(fine.quantiles()[k] - exact) <= std::abs(exact) * 0x1p-12);
    CHECK(std::abs(coarse.quantiles()[k] - exact) <= std::abs(exact) * 0x1p-6);
  }
}

TEST_CASE("a block of values counts as its values do one by one", "[batch]") {
  // Whole numbers, so that the rounded sum of the block is exact.
  const std::array<float, 8> values = {3, 3, 3, -1, std::nanf(""), 0, 0, 12};
  Statistic block(Statistic::coarse);
  Statistic single(Statistic::coarse);
  block.add_block(values.data(), 8);
  for (const float value : values) {
    single.add(value);
  }
  CHECK(bytes_of(block) == bytes_of(single));
}

TEST_CASE("a statistic comes back from its bytes", "[batch]") {
  Statistic statistic;
  for (int k = -50; k < 500; ++k) {
    statistic.add(k * 0.37);
  }
  const std::string bytes = bytes_of(statistic);
  ByteReader in(bytes);
  Statistic again;
  again.read(in);
  CHECK(in.is_at_end());
  CHECK(bytes_of(again) == bytes);
  CHECK(again.sd() == statistic.sd());
  CHECK(again.histogram().quantiles() == statistic.histogram().quantiles());
}
