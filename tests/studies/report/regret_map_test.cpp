#include "studies/report/regret_map.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

PayoffTable payoffs_of_four() {
  // Regrets: a 0 0 2 4, b 1 1 0 0.
  return {"gain", Direction::max, {"a", "b"}, {"0", "1", "2", "3"}, {{5, 5, 1, 0}, {4, 4, 3, 4}}};
}

}  // namespace

TEST_CASE("a regret map has the points and one panel a factor, the telling one first",
          "[report][decisions]") {
  const DataTable points{"p", {"flat", "x"}, {{1, 2, 1, 2}, {1, 1, 2, 2}}};
  const auto panels = regret_panels(payoffs_of_four(), points);
  REQUIRE(panels.size() == 3);
  CHECK(panels[0].name == "point");
  CHECK(panels[0].mean == std::vector<std::vector<double>>{{0, 0, 2, 4}, {1, 1, 0, 0}});
  CHECK(panels[1].name == "x");  // a from 0 to 3; over `flat` from 1 to 2
  CHECK(panels[1].mean == std::vector<std::vector<double>>{{0, 3}, {1, 0}});
  CHECK(panels[1].most == std::vector<std::vector<double>>{{0, 4}, {1, 0}});
  CHECK(panels[2].mean == std::vector<std::vector<double>>{{1, 2}, {0.5, 0.5}});
  CHECK(panels[1].columns[0].low == 1);
  CHECK(panels[1].columns[0].points == std::vector<std::size_t>{0, 1});
}

TEST_CASE("many values of a factor are put into parts of as many points, ties together",
          "[report][decisions]") {
  PayoffTable payoffs{"gain", Direction::min, {"a", "b"}, {}, {{}, {}}};
  DataTable points{"p", {"x"}, {{}}};
  for (int k = 0; k < 40; ++k) {
    payoffs.scenarios.push_back(std::to_string(k));
    payoffs.values[0].push_back(k);
    payoffs.values[1].push_back(0);
    points.columns[0].push_back(k < 10 ? 0 : k);
  }
  const auto panels = regret_panels(payoffs, points);
  REQUIRE(panels.size() == 1);  // forty points have no columns of their own
  // The ten of one value, then parts of five: 10-14, ... 35-39.
  REQUIRE(panels[0].columns.size() == 7);
  CHECK(panels[0].columns[0].points.size() == 10);
  CHECK(panels[0].columns[1].low == 10);
  CHECK(panels[0].columns[1].high == 14);
  CHECK(panels[0].mean[0][0] == Approx(4.5));
  CHECK(panels[0].mean[0][6] == Approx(37));
  CHECK(panels[0].mean[1][6] == 0);
}
