#include "studies/scores/number_scores.hpp"

#include "studies/resampling.hpp"
#include "studies/scores/skill.hpp"
#include "world/math.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// `n` standard normal numbers.
std::vector<double> normals(std::size_t n, std::uint32_t sample) {
  std::vector<double> x = uniform_sample(n, {5, sample, "normals"});
  for (double& value : x) {
    value = normal_quantile(value);
  }
  return x;
}

}  // namespace

TEST_CASE("the CRPS of an ensemble is its miss less half its spread", "[studies][scores]") {
  const std::vector<double> members = {3, 0, 1};
  // Miss (2 + 1 + 0) / 3 = 1 about 1; pairs differ by 1, 2, 3, in all 6.
  CHECK(crps(members, 1, CrpsKind::plain) == Approx(1.0 - 6.0 / 9));     // half of 2 x 6 / 9
  CHECK(crps(members, 1, CrpsKind::fair) == Approx(1.0 - 6.0 / 6));      // half of 2 x 6 / 6
  CHECK(crps(std::vector<double>{2}, 5, CrpsKind::plain) == Approx(3));  // one member: the miss
}

TEST_CASE("the fair CRPS does not depend on how many members an ensemble has",
          "[studies][scores]") {
  // Of a standard normal forecast at 0: 2 phi(0) - 1 / sqrt(pi) = .2336950 (Gneiting and Raftery).
  double fair = 0, plain = 0;
  constexpr std::uint32_t repeats = 20000;
  for (std::uint32_t k = 0; k < repeats; ++k) {
    const std::vector<double> members = normals(4, k);
    fair += crps(members, 0, CrpsKind::fair) / repeats;
    plain += crps(members, 0, CrpsKind::plain) / repeats;
  }
  CHECK(fair == Approx(0.2336950).margin(0.01));
  // E|X - X'| / 2 = 1 / sqrt(pi) = .5641896, of which a quarter is lost with four members.
  CHECK(plain == Approx(0.2336950 + 0.5641896 / 4).margin(0.01));
}

TEST_CASE("the CRPS of a binned distribution is exact", "[studies][scores]") {
  const BinnedDistribution uniform = {{0, 1}, {1}};
  // Integral of x^2 up to y and of (1 - x)^2 from y: (y^3 + (1 - y)^3) / 3.
  CHECK(crps(uniform, 0.5) == Approx(0.25 / 3));
  CHECK(crps(uniform, 0) == Approx(1.0 / 3));
  CHECK(crps(uniform, 2) == Approx(1.0 + 1.0 / 3));
  CHECK(crps(uniform, -1) == Approx(1.0 + 1.0 / 3));
  // Half on [0, 1], half on [3, 4]: at 2 F is 0 to .5, .5, .5 to 1, so each of the two ramps has
  // .5^2 / 3 and each unit of the plateau .25.
  const BinnedDistribution two = {{0, 1, 3, 4}, {0.5, 0, 0.5}};
  CHECK(crps(two, 2) == Approx(2 * 0.25 / 3 + 2 * 0.25));
  // At 4 the last ramp counts F^2 from .5 to 1: (.25 + .5 + 1) / 3.
  CHECK(crps(two, 4) == Approx(0.25 / 3 + 2 * 0.25 + 1.75 / 3));
}

TEST_CASE("the central width lies between quantiles", "[studies][scores]") {
  const std::vector<double> members = {4, 0, 2, 3, 1};
  CHECK(central_width(members, 0.5) == Approx(2));    // from 1 to 3
  CHECK(central_width(members, 0.9) == Approx(3.6));  // from .2 to 3.8
}

TEST_CASE("scores of numbers refuse what is no forecast", "[studies][scores]") {
  CHECK_THROWS_AS(crps(std::vector<double>{}, 0, CrpsKind::plain), std::invalid_argument);
  CHECK_THROWS_AS(crps(std::vector<double>{1}, 0, CrpsKind::fair), std::invalid_argument);
  CHECK_THROWS_AS(crps(std::vector<double>{1}, std::nan(""), CrpsKind::plain),
                  std::invalid_argument);
  CHECK_THROWS_AS(crps(BinnedDistribution{{0, 1}, {0.9}}, 0), std::invalid_argument);
  CHECK_THROWS_AS(crps(BinnedDistribution{{1, 0}, {1}}, 0), std::invalid_argument);
  CHECK_THROWS_AS(crps(BinnedDistribution{{}, {}}, 0), std::invalid_argument);
}

TEST_CASE("skill is the share of the reference's score that is saved", "[studies][scores]") {
  const std::vector<double> mine = {0.1, 0.2, 0.3}, theirs = {0.2, 0.4, 0.6};
  const SkillScore s = skill_score(mine, theirs);
  CHECK(s.value == Approx(0.5));  // .6 / 1.2
  // Every case saves half, so every sample of cases does.
  CHECK(s.low == Approx(0.5));
  CHECK(s.high == Approx(0.5));
  CHECK(s.shows_skill());
  CHECK(std::isnan(skill_score(mine, std::vector<double>{0, 0, 0}).value));
}

TEST_CASE("forecasts without skill have an interval about zero", "[studies][scores]") {
  std::vector<double> mine, theirs;
  for (const double x : normals(400, 1)) {
    mine.push_back(1 + 0.2 * x);
    theirs.push_back(1 - 0.2 * x);
  }
  const SkillScore s = skill_score(mine, theirs);
  CHECK(s.low < 0);
  CHECK(s.high > 0);
  CHECK_FALSE(s.shows_skill());
  // The difference has a standard error of .4 / 20: the interval is about 2 x 1.96 x .02 wide.
  CHECK(s.high - s.low == Approx(0.078).margin(0.012));
}

TEST_CASE("cases of one block are drawn together", "[studies][scores]") {
  std::vector<double> mine, theirs;
  SkillSettings blocks;
  for (std::size_t k = 0; k < 400; ++k) {
    mine.push_back(k / 40 % 2 == 0 ? 0.5 : 1.4);
    theirs.push_back(1);
    blocks.blocks.push_back(k / 40);
  }
  const SkillScore alone = skill_score(mine, theirs), together = skill_score(mine, theirs, blocks);
  CHECK(together.blocks == 10);
  CHECK(alone.value == Approx(0.05));
  // Ten blocks instead of 400 cases: sqrt 40 = 6.3 times as wide.
  CHECK((together.high - together.low) / (alone.high - alone.low) == Approx(6.3).margin(1));
  CHECK(skill_score(mine, theirs, blocks).low == together.low);
}
