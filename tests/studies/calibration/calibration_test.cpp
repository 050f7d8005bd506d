#include "studies/calibration/history_matching.hpp"
#include "studies/calibration/identifiability.hpp"
#include "studies/calibration/rejection.hpp"
#include "studies/resampling.hpp"
#include "world/math.hpp"

#include <cmath>
#include <stdexcept>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

std::vector<double> normals(std::size_t n, std::string_view purpose) {
  std::vector<double> x = uniform_sample(n, {7, 0, purpose});
  for (double& value : x) {
    value = normal_quantile(value);
  }
  return x;
}

/// y = a + noise of variance 1 with a standard normal a; b and c do not enter, d enters y2 alone.
struct LinearToy {
  std::vector<ParameterColumn> prior;
  SimulatedOutcomes outcomes;
  std::vector<RecordTarget> record;
};

LinearToy linear_toy(std::size_t points) {
  LinearToy toy;
  for (const char* const name : {"a", "b", "c", "d"}) {
    toy.prior.push_back({name, normals(points, name)});
  }
  const std::vector<double> noise = normals(points, "noise");
  toy.outcomes.mean.assign(2, std::vector<double>(points));
  for (std::size_t p = 0; p < points; ++p) {
    toy.outcomes.mean[0][p] = toy.prior[0].values[p] + noise[p];
    toy.outcomes.mean[1][p] = 2 * toy.prior[3].values[p] + noise[p];
  }
  toy.record = {{"y1", 1, 0, 0}, {"y2", 0, 0, 0}};
  return toy;
}

double mean_of(const std::vector<double>& values, const std::vector<std::size_t>& places) {
  double sum = 0;
  for (const std::size_t place : places) {
    sum += values[place] / static_cast<double>(places.size());
  }
  return sum;
}

}  // namespace

TEST_CASE("implausibility is the distance in standard deviations of all that errs",
          "[studies][calibration]") {
  const RecordTarget target{"y", 10, 4, 4};
  CHECK(implausibility(target, 16, 1) == Approx(2));  // 6 / sqrt(4 + 4 + 1)
  CHECK(implausibility(target, 4, 1) == Approx(2));
  const RecordTarget exact{"y", 10, 0, 0};
  CHECK(implausibility(exact, 10) == 0);
  CHECK(std::isinf(implausibility(exact, 11)));
}

TEST_CASE("a point is kept where its worst target is plausible", "[studies][calibration]") {
  // Standard deviations 1 and 2, so distances 1 and 6 are implausibilities 1 and 3.
  const std::vector<RecordTarget> record = {{"y1", 0, 0.5, 0.5}, {"y2", 0, 1, 3}};
  const SimulatedOutcomes y = {{{1, 3.1, 0, 3.1}, {6, 0, 6.2, 6.2}}};
  const HistoryMatch match = match_history(record, y);
  CHECK(match.judged[0] == Approx(3));
  CHECK(match.kept == std::vector<std::size_t>{0});
  CHECK(match.ruled_out_by == std::vector<std::size_t>{2, 2});
  CHECK(match.kept_share == Approx(0.25));
  HistorySettings forgiving;
  forgiving.nth_worst = 2;
  CHECK(match_history(record, y, forgiving).kept == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("the variance of a mean over replicates makes a point less implausible",
          "[studies][calibration]") {
  const std::vector<RecordTarget> record = {{"y", 0, 1, 0}};
  CHECK(match_history(record, {{{4}}}).kept.empty());
  CHECK(match_history(record, {{{4}}, {{3}}}).kept.size() == 1);  // 4 / sqrt(1 + 3) = 2
}

TEST_CASE("history matching refuses what does not fit", "[studies][calibration]") {
  const std::vector<RecordTarget> record = {{"y", 0, 1, 0}};
  CHECK_THROWS_AS(match_history({}, {{}}), std::invalid_argument);
  CHECK_THROWS_AS(match_history(record, {{{}}}), std::invalid_argument);
  CHECK_THROWS_AS(match_history(record, {{{1}, {2}}}), std::invalid_argument);
  CHECK_THROWS_AS(match_history(record, {{{std::nan("")}}}), std::invalid_argument);
  CHECK_THROWS_AS(match_history({{"y", 0, -1, 0}}, {{{1}}}), std::invalid_argument);
  CHECK_THROWS_AS(reject(record, {{{1}}}, {-1, 0.1}), std::invalid_argument);
}

TEST_CASE("rejection keeps the nearest points", "[studies][calibration]") {
  // Standard deviations 1 and 2: distances sqrt(0 + 1), sqrt(4 + 0), sqrt(1 + 1).
  const std::vector<RecordTarget> record = {{"y1", 0, 1, 0}, {"y2", 0, 4, 0}};
  const SimulatedOutcomes y = {{{0, 2, 1}, {2, 0, 2}}};
  const Rejection by_share = reject(record, y, {0, 0.5});
  CHECK(by_share.kept == std::vector<std::size_t>{0, 2});
  CHECK(by_share.tolerance == Approx(1.41421356));
  CHECK(by_share.distance[1] == Approx(2));
  CHECK(reject(record, y, {1.2, 0.5}).kept == std::vector<std::size_t>{0});
}

TEST_CASE("rejection finds the posterior of a linear model", "[studies][calibration]") {
  const LinearToy toy = linear_toy(40000);
  const Rejection r = reject({toy.record[0]}, {{toy.outcomes.mean[0]}}, {0, 0.02});
  // a ~ N(0, 1), y1 = a + e with e ~ N(0, 1), y1 = 1 observed: a given y1 is N(1/2, 1/2).
  CHECK(mean_of(toy.prior[0].values, r.kept) == Approx(0.5).margin(0.08));
  const std::vector<Identified> report = identify(toy.prior, r.kept, {99, 1});
  CHECK(report[0].contraction == Approx(0.5).margin(0.06));
  CHECK(report[0].is_constrained);
  // 90 % of N(1/2, 1/2): 1/2 -+ 1.645 x .7071
  CHECK(report[0].posterior_low == Approx(0.5 - 1.163).margin(0.15));
  CHECK(report[0].posterior_high == Approx(0.5 + 1.163).margin(0.15));
  CHECK(report[0].prior_low == Approx(-1.645).margin(0.05));
}

TEST_CASE("the report names the parameters that the record does not constrain",
          "[studies][calibration]") {
  const LinearToy toy = linear_toy(10000);
  const Rejection r = reject(toy.record, toy.outcomes, {0, 0.02});
  const std::vector<Identified> report = identify(toy.prior, r.kept);
  CHECK(report[0].is_constrained);
  CHECK_FALSE(report[1].is_constrained);
  CHECK_FALSE(report[2].is_constrained);
  CHECK(report[3].is_constrained);
  CHECK(std::abs(report[1].contraction) < 0.25);
  CHECK(report[3].contraction > 0.6);  // 1 - 1/5 of y2 alone, y1 tells more of the noise
  CHECK_THROWS_AS(identify(toy.prior, {}), std::invalid_argument);
  CHECK_THROWS_AS(identify(toy.prior, {10000}), std::invalid_argument);
}

TEST_CASE("points kept by lot constrain a parameter in one of twenty tests",
          "[studies][calibration]") {
  const std::vector<ParameterColumn> prior = {{"a", normals(500, "a")}};
  int constrained = 0;
  for (std::uint32_t k = 0; k < 200; ++k) {
    std::vector<std::size_t> kept;
    const std::vector<double> u = uniform_sample(500, {8, k, "lot"});
    for (std::size_t p = 0; p < 500; ++p) {
      if (u[p] < 0.1) {
        kept.push_back(p);
      }
    }
    constrained += identify(prior, kept, {99, k})[0].is_constrained ? 1 : 0;
  }
  // .05 x 200 = 10, standard deviation 3.1
  CHECK(constrained <= 20);
  CHECK(constrained >= 2);
}

TEST_CASE("a parameter that was tried at few values is judged by its ties",
          "[studies][calibration]") {
  // Values 0, 1, 2 a third each: all kept points at 2 are far from that, an even share is not.
  ParameterColumn a{"a", {}};
  std::vector<std::size_t> all_two, even;
  for (std::size_t p = 0; p < 300; ++p) {
    a.values.push_back(static_cast<double>(p % 3));
    if (p % 3 == 2 && p < 90) {
      all_two.push_back(p);
    }
    if (p < 30) {
      even.push_back(p);
    }
  }
  CHECK(identify({a}, all_two)[0].is_constrained);
  CHECK(identify({a}, all_two)[0].contraction == Approx(1));
  CHECK(identify({a}, even)[0].p == Approx(1));
}
