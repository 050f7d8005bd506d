#include "studies/discovery/cart.hpp"

#include "studies/resampling.hpp"

#include <functional>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// `n` points of four uniform numbers; cases by the rule, turned round with chance `noise`.
CaseTable square(std::size_t n, double noise, const std::function<bool(double, double)>& rule) {
  CaseTable t;
  for (std::uint32_t d = 0; d < 4; ++d) {
    t.dimensions.push_back(
        {"x" + std::to_string(d + 1), DimensionKind::number, uniform_sample(n, {21, d, "square"})});
  }
  const std::vector<double> luck = uniform_sample(n, {21, 9, "square"});
  for (std::size_t p = 0; p < n; ++p) {
    const bool is_case = rule(t.dimensions[0].values[p], t.dimensions[1].values[p]);
    t.is_case.push_back(is_case != (luck[p] < noise) ? 1 : 0);
  }
  return t;
}

std::size_t leaves(const Tree& tree) {
  std::size_t n = 0;
  for (const TreeNode& node : tree.nodes) {
    n += node.is_leaf() ? 1 : 0;
  }
  return n;
}

}  // namespace

TEST_CASE("the first split is the one that lowers the impurity most", "[studies][discovery]") {
  // x1 parts 0-4 (no case) from 5-9 (cases); x2 alternates.
  CaseTable t{{{"x1", DimensionKind::whole, {}}, {"x2", DimensionKind::whole, {}}}, {}};
  for (int k = 0; k < 10; ++k) {
    t.dimensions[0].values.push_back(k);
    t.dimensions[1].values.push_back(k % 2);
    t.is_case.push_back(k >= 5 ? 1 : 0);
  }
  CartSettings settings;
  settings.folds = 0;
  const Tree tree = grown_tree(t, settings);
  REQUIRE(tree.nodes.size() == 3);
  CHECK(tree.nodes[0].dimension == 0);
  CHECK(box_words(t, tree.nodes[1].box) == "x1 at most 4");
  CHECK(box_words(t, tree.nodes[2].box) == "x1 at least 5");
  CHECK(tree.nodes[2].density() == 1);
}

TEST_CASE("a pruned tree finds cases in two corners and nothing else", "[studies][discovery]") {
  const CaseTable t = square(
      4000, 0.1, [](double x, double y) { return (x < 0.3 && y < 0.4) || (x > 0.7 && y > 0.5); });
  const Tree tree = find_tree(t, {});
  const RuleList list = rules_of(t, tree);
  CHECK(leaves(tree) <= 8);
  CHECK(list.together.restricted == 2);
  // .12 + .15 of the space at .9, the rest at .1: coverage .9 x .27 / (.9 x .27 + .1 x .73) = .769
  CHECK(list.together.coverage == Approx(0.769).margin(0.03));
  CHECK(list.together.density == Approx(0.9).margin(0.03));
  REQUIRE(list.chosen >= 2);
  std::size_t points = 0, cases = 0;
  for (const Rule& rule : list.rules) {
    const BoxMeasures counted = measures_of(t, rule.box);
    CHECK(counted.points == rule.measures.points);
    CHECK(counted.cases == rule.measures.cases);
    points += counted.points;
    cases += counted.cases;
  }
  CHECK(points == t.points());  // leaves share the points out
  CHECK(cases == t.cases());
}

TEST_CASE("pruning leaves nothing of a tree grown on luck", "[studies][discovery]") {
  const CaseTable t = square(1000, 0.3, [](double, double) { return false; });
  CHECK(leaves(grown_tree(t, {})) > 10);
  CHECK(leaves(find_tree(t, {})) == 1);
}

TEST_CASE("a category is split into the words with and without cases", "[studies][discovery]") {
  CaseTable t = square(600, 0, [](double, double) { return false; });
  t.dimensions[0] = {
      "style", DimensionKind::category, t.dimensions[0].values, {"a", "b", "c", "d", "e", "f"}};
  for (std::size_t p = 0; p < t.points(); ++p) {
    double& word = t.dimensions[0].values[p];
    word = std::floor(6 * word);
    t.is_case[p] = word == 1 || word == 2 || word == 5 ? 1 : 0;
  }
  const RuleList list = rules_of(t, find_tree(t, {}));
  REQUIRE(list.rules.size() == 2);
  CHECK(box_words(t, list.rules.front().box) == "style is b, c or f");
  CHECK(box_words(t, list.rules.back().box) == "style is a, d or e");
  CHECK(list.together.coverage == 1);
  CHECK(list.together.density == 1);
}
