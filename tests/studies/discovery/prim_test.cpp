#include "studies/discovery/prim.hpp"

#include "studies/resampling.hpp"

#include <functional>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// `dimensions` uniform numbers a point; a case where `is_case` says so, turned round with chance
/// `noise`.
CaseTable synthetic(std::size_t points, std::size_t dimensions, double noise,
                    const std::function<bool(const std::vector<double>&)>& is_case) {
  CaseTable t;
  for (std::size_t d = 0; d < dimensions; ++d) {
    const auto sample = static_cast<std::uint32_t>(d);
    t.dimensions.push_back({"x" + std::to_string(d + 1), DimensionKind::number,
                            uniform_sample(points, {11, sample, "synthetic"})});
  }
  const std::vector<double> luck = uniform_sample(points, {11, 0, "noise"});
  for (std::size_t p = 0; p < points; ++p) {
    std::vector<double> x;
    for (const Dimension& dimension : t.dimensions) {
      x.push_back(dimension.values[p]);
    }
    t.is_case.push_back(is_case(x) != (luck[p] < noise) ? 1 : 0);
  }
  return t;
}

/// x1 in [.2, .7], x4 below .5, x6 above .4: 15 % of the space.
bool in_box(const std::vector<double>& x) {
  return x[0] >= 0.2 && x[0] <= 0.7 && x[3] < 0.5 && x[5] > 0.4;
}

void check_bounds(const PrimBox& found) {
  const std::vector<Limit>& limits = found.choice().box.limits;
  CHECK(limits[0].low == Approx(0.2).margin(0.03));
  CHECK(limits[0].high == Approx(0.7).margin(0.03));
  CHECK(limits[3].high == Approx(0.5).margin(0.03));
  CHECK(limits[5].low == Approx(0.4).margin(0.03));
  CHECK_FALSE(std::isfinite(limits[3].low));
  CHECK_FALSE(std::isfinite(limits[5].high));
  CHECK(found.choice().measures.restricted == 3);
  REQUIRE(found.restrictions.size() == 3);
  for (const Restriction& r : found.restrictions) {
    CHECK(r.quasi_p < 1e-6);
  }
}

}  // namespace

TEST_CASE("PRIM recovers a box in three of eight dimensions", "[studies][discovery]") {
  const PrimBox clean = find_boxes(synthetic(5000, 8, 0, in_box), {}).front();
  check_bounds(clean);
  CHECK(clean.choice().measures.coverage > 0.95);
  CHECK(clean.choice().measures.density > 0.95);
  CHECK(clean.steps.front().measures.mass == 1);
  CHECK(clean.steps.front().measures.coverage == 1);
}

TEST_CASE("PRIM recovers a box where a tenth of the points are turned round",
          "[studies][discovery]") {
  const CaseTable t = synthetic(5000, 8, 0.1, in_box);
  const PrimBox noisy = find_boxes(t, {}).front();
  check_bounds(noisy);
  // Of the cases .15 x .9 lie in the box and .85 x .1 outside: coverage .614, density .9.
  CHECK(noisy.choice().measures.coverage == Approx(0.614).margin(0.04));
  CHECK(noisy.choice().measures.density == Approx(0.9).margin(0.03));
  // What is told of the box is what a count finds in it.
  const BoxMeasures counted = measures_of(t, noisy.choice().box);
  CHECK(counted.points == noisy.choice().measures.points);
  CHECK(counted.cases == noisy.choice().measures.cases);
}

TEST_CASE("every step of a trajectory holds what it says", "[studies][discovery]") {
  const CaseTable t = synthetic(600, 5, 0.2, [](const auto& x) { return x[0] + x[1] > 1.1; });
  const PrimBox found = find_boxes(t, {}).front();
  REQUIRE(found.steps.size() > 10);
  for (const PrimStep& step : found.steps) {
    const BoxMeasures counted = measures_of(t, step.box);
    CHECK(counted.points == step.measures.points);
    CHECK(counted.cases == step.measures.cases);
  }
}

TEST_CASE("further boxes are looked for among the points that are left", "[studies][discovery]") {
  const auto two_boxes = [](const std::vector<double>& x) {
    return (x[0] < 0.4 && x[1] < 0.5) || (x[0] > 0.8 && x[2] > 0.7);
  };
  PrimSettings settings;
  settings.boxes = 4;
  const std::vector<PrimBox> boxes = find_boxes(synthetic(5000, 4, 0, two_boxes), settings);
  REQUIRE(boxes.size() >= 2);
  CHECK(boxes[0].choice().box.limits[0].high == Approx(0.4).margin(0.03));
  CHECK(boxes[0].choice().box.limits[1].high == Approx(0.5).margin(0.03));
  CHECK(boxes[1].choice().box.limits[0].low == Approx(0.8).margin(0.03));
  CHECK(boxes[1].choice().box.limits[2].low == Approx(0.7).margin(0.03));
  // The boxes have .2 and .06 of the space.
  CHECK(boxes[0].choice().measures.coverage == Approx(0.20 / 0.26).margin(0.03));
  CHECK(boxes[1].choice().measures.coverage == Approx(0.06 / 0.26).margin(0.03));
}

TEST_CASE("cases at both ends of an input are found from a half", "[studies][discovery]") {
  const CaseTable t = synthetic(5000, 4, 0, [](const std::vector<double>& x) {
    return (x[0] < 0.3 && x[1] < 0.4) || (x[0] > 0.75 && x[2] > 0.6);
  });
  PrimSettings settings;
  settings.boxes = 2;
  settings.starts.emplace();  // from the whole alone PRIM cannot choose an end of x1
  CHECK_FALSE(find_boxes(t, settings).front().choice().box.limits[0].is_restricted());
  settings.starts.reset();
  const std::vector<PrimBox> boxes = find_boxes(t, settings);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].steps[1].action == PrimAction::halve);
  CHECK(boxes[0].choice().box.limits[0].high == Approx(0.3).margin(0.03));
  CHECK(boxes[0].choice().box.limits[1].high == Approx(0.4).margin(0.03));
  CHECK(boxes[1].choice().box.limits[0].low == Approx(0.75).margin(0.03));
  CHECK(boxes[1].choice().box.limits[2].low == Approx(0.6).margin(0.03));
  // The boxes have .12 and .1 of the space.
  CHECK(boxes[0].choice().measures.coverage == Approx(0.12 / 0.22).margin(0.03));
  CHECK(boxes[1].choice().measures.coverage == Approx(0.10 / 0.22).margin(0.03));
}

TEST_CASE("whole numbers and categories are restricted by their values", "[studies][discovery]") {
  CaseTable t = synthetic(3000, 3, 0, [](const auto&) { return false; });
  t.dimensions[1].kind = DimensionKind::whole;
  t.dimensions[2] = {
      "style", DimensionKind::category, t.dimensions[2].values, {"a", "b", "c", "d"}};
  for (std::size_t p = 0; p < t.points(); ++p) {
    double& whole = t.dimensions[1].values[p];
    double& word = t.dimensions[2].values[p];
    whole = std::floor(10 * whole);
    word = std::floor(4 * word);
    t.is_case[p] = whole >= 3 && whole <= 6 && (word == 0 || word == 2) ? 1 : 0;
  }
  const PrimBox found = find_boxes(t, {}).front();
  CHECK(found.choice().measures.density == 1);
  CHECK(found.choice().measures.coverage == 1);
  CHECK(box_words(t, found.choice().box) == "x2 from 3 to 6 and style is a or c");
}

TEST_CASE("a step that is asked for is taken as it is", "[studies][discovery]") {
  const CaseTable t = synthetic(1000, 4, 0.1, [](const auto& x) { return x[0] < 0.5; });
  PrimSettings settings;
  const PrimBox by_default = find_boxes(t, settings).front();
  settings.choices = {3};
  const PrimBox asked = find_boxes(t, settings).front();
  CHECK(asked.chosen == 3);
  CHECK(asked.steps.size() == by_default.steps.size());
  // Three peels of a twentieth: 1000 - 50 - 47 - 45.
  CHECK(asked.choice().measures.points == 858);
  settings.choices = {5000};
  CHECK_THROWS_AS(find_boxes(t, settings), InputError);
}

TEST_CASE("a quasi-p is the binomial chance of the cases of a box", "[studies][discovery]") {
  // Eight points, x1 = 0 .. 7, cases 4, 5 and 6: the box x1 >= 4 has 3 cases in 4 points. Without
  // its limit the density is 3/8: P(X >= 3) = 4 (3/8)^3 (5/8) + (3/8)^4 = 540/4096 + 81/4096.
  CaseTable t{{{"x1", DimensionKind::whole, {0, 1, 2, 3, 4, 5, 6, 7}}}, {0, 0, 0, 0, 1, 1, 1, 0}};
  PrimSettings settings;
  settings.alpha = 0.5;
  settings.max_p = 1;
  settings.min_mass = 0.5;  // 4 points, but a box has at least five: a peel of half is too much
  CHECK(find_boxes(t, settings).front().choice().measures.restricted == 0);
  for (Dimension& d : t.dimensions) {
    d.values.insert(d.values.end(), d.values.begin(), d.values.end());
  }
  t.is_case.insert(t.is_case.end(), t.is_case.begin(), t.is_case.end());
  // Doubled: 6 cases in the 8 points of x1 >= 4. P(X >= 6), X ~ Bin(8, 3/8):
  // 28 (3/8)^6 (5/8)^2 + 8 (3/8)^7 (5/8) + (3/8)^8 = (28 x 729 x 25 + 8 x 2187 x 5 + 6561) / 8^8
  settings.choices = {1};
  const PrimBox box = find_boxes(t, settings).front();
  REQUIRE(box.choice().measures.points == 8);
  REQUIRE(box.choice().measures.cases == 6);
  CHECK(box.restrictions.front().quasi_p == Approx((510300.0 + 87480 + 6561) / 16777216));
  CHECK(box.restrictions.front().without.density == Approx(0.375));
}

TEST_CASE("restrictions that chance explains are dropped", "[studies][discovery]") {
  // Cases do not depend on the inputs: nothing that is found may stay significant by much, and with
  // max_p at 0 every restriction goes.
  const CaseTable t = synthetic(300, 4, 0.3, [](const auto&) { return false; });
  PrimSettings settings;
  settings.max_p = 0;
  const PrimBox found = find_boxes(t, settings).front();
  CHECK(found.choice().measures.restricted == 0);
  CHECK(found.choice().measures.coverage == 1);
}

TEST_CASE("a bound has few digits and lies between the values it parts", "[studies][discovery]") {
  CHECK(short_bound(0.2983, 0.3041) == 0.3);
  CHECK(short_bound(0.3041, 0.2983) == 0.3);
  CHECK(short_bound(-1, 1) == 0);
  CHECK(short_bound(3, 4) == 3);
  CHECK(short_bound(4, 3) == 4);
  CHECK(short_bound(1234.5, 1234.75) == 1234.6);
  const double next = std::nextafter(0.1, 1);
  CHECK(short_bound(0.1, next) == 0.1);
  CHECK(short_bound(next, 0.1) == next);
}
