#include "studies/discovery/cart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace tumen {
namespace {

using Points = std::vector<std::uint32_t>;

/// points x density x (1 - density): half the Gini impurity, times the points.
double impurity(std::size_t points, std::size_t cases) {
  const auto n = static_cast<double>(points);
  const auto c = static_cast<double>(cases);
  return points == 0 ? 0 : c * (n - c) / n;
}

/// A way to part the points of a node: the limits of both sides.
struct Split {
  std::size_t dimension = 0;
  double gain = 0;
  Limit left, right;
};

/// Points with one value of a dimension, or one word.
struct Group {
  double value = 0;
  std::size_t points = 0, cases = 0;
};

struct Node {
  const CaseTable& table;
  const TreeNode& node;
  const Points& points;
  std::size_t least;
};

std::vector<Group> groups_of(const Node& n, std::size_t dimension) {
  const std::vector<double>& values = n.table.dimensions[dimension].values;
  Points sorted = n.points;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  std::vector<Group> groups;
  for (const std::uint32_t point : sorted) {
    if (groups.empty() || groups.back().value != values[point]) {
      groups.push_back({values[point]});
    }
    ++groups.back().points;
    groups.back().cases += n.table.is_case[point];
  }
  return groups;
}

/// The first `count` groups go left: the limits of both sides.
void set_limits(Split& split, const Node& n, const std::vector<Group>& groups, std::size_t count) {
  split.left = split.right = n.node.box.limits[split.dimension];
  if (n.table.dimensions[split.dimension].kind != DimensionKind::category) {
    const double below = groups[count - 1].value, above = groups[count].value;
    split.left.high = short_bound(below, above);
    split.right.low = short_bound(above, below);
    return;
  }
  // Words that no point here has stay on the right.
  std::fill(split.left.excluded.begin(), split.left.excluded.end(), std::uint8_t{1});
  for (std::size_t k = 0; k < count; ++k) {
    const auto word = static_cast<std::size_t>(groups[k].value);
    split.left.excluded[word] = 0;
    split.right.excluded[word] = 1;
  }
}

/// The best split along a dimension, if one lowers the impurity.
std::optional<Split> split_along(const Node& n, std::size_t dimension) {
  std::vector<Group> groups = groups_of(n, dimension);
  if (n.table.dimensions[dimension].kind == DimensionKind::category) {
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
      return a.cases * b.points < b.cases * a.points;
    });
  }
  const double whole = impurity(n.node.points, n.node.cases);
  std::size_t points = 0, cases = 0, best = 0;
  Split split{dimension, 1e-9 * whole, {}, {}};
  for (std::size_t k = 0; k + 1 < groups.size(); ++k) {
    points += groups[k].points;
    cases += groups[k].cases;
    const std::size_t rest = n.node.points - points;
    const double gain = whole - impurity(points, cases) - impurity(rest, n.node.cases - cases);
    if (points >= n.least && rest >= n.least && gain > split.gain) {
      split.gain = gain;
      best = k + 1;
    }
  }
  if (best == 0) {
    return std::nullopt;
  }
  set_limits(split, n, groups, best);
  return split;
}

std::optional<Split> best_split(const Node& n) {
  std::optional<Split> best;
  for (std::size_t d = 0; d < n.table.dimensions.size(); ++d) {
    std::optional<Split> split = split_along(n, d);
    if (split && (!best || split->gain > best->gain)) {
      best = std::move(split);
    }
  }
  return best;
}

TreeNode child_of(const TreeNode& parent, const Split& split, const Limit& limit) {
  TreeNode child{parent.box, 0, 0, parent.depth + 1, 0, 0, 0};
  child.box.limits[split.dimension] = limit;
  return child;
}

/// Shares the points of a node out among its children.
void divide(Tree& tree, std::vector<Points>& points, std::size_t at, const Split& split,
            const CaseTable& table) {
  const std::size_t left = tree.nodes.size();
  tree.nodes.push_back(child_of(tree.nodes[at], split, split.left));
  tree.nodes.push_back(child_of(tree.nodes[at], split, split.right));
  points.resize(tree.nodes.size());
  tree.nodes[at].dimension = split.dimension;
  tree.nodes[at].left = left;
  tree.nodes[at].right = left + 1;
  for (const std::uint32_t point : points[at]) {
    const bool is_left = split.left.holds(table.dimensions[split.dimension].values[point]);
    const std::size_t child = left + (is_left ? 0 : 1);
    points[child].push_back(point);
    ++tree.nodes[child].points;
    tree.nodes[child].cases += table.is_case[point];
  }
  points[at].clear();
}

std::vector<std::size_t> by_density(const Tree& tree) {
  std::vector<std::size_t> leaves;
  for (std::size_t k = 0; k < tree.nodes.size(); ++k) {
    if (tree.nodes[k].is_leaf()) {
      leaves.push_back(k);
    }
  }
  std::stable_sort(leaves.begin(), leaves.end(), [&](std::size_t a, std::size_t b) {
    const TreeNode &x = tree.nodes[a], &y = tree.nodes[b];
    return x.density() != y.density() ? x.density() > y.density() : x.points > y.points;
  });
  return leaves;
}

}  // namespace

Tree grown_tree(const CaseTable& table, const CartSettings& settings,
                const std::vector<std::uint8_t>& active) {
  Tree tree{{{whole_space(table), 0, 0, 0, 0, 0, 0}}};
  std::vector<Points> points(1);
  for (std::size_t point = 0; point < table.points(); ++point) {
    if (active.empty() || active[point] != 0) {
      points[0].push_back(static_cast<std::uint32_t>(point));
      tree.nodes[0].cases += table.is_case[point];
    }
  }
  tree.nodes[0].points = points[0].size();
  const auto least = std::max<std::size_t>(
      5, static_cast<std::size_t>(
             std::ceil(settings.min_leaf * static_cast<double>(points[0].size()))));
  for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
    if (tree.nodes[at].depth >= static_cast<std::size_t>(settings.depth)) {
      continue;
    }
    const std::optional<Split> split = best_split({table, tree.nodes[at], points[at], least});
    if (split) {
      divide(tree, points, at, *split, table);
    }
  }
  return tree;
}

RuleList rules_of(const CaseTable& table, const Tree& tree) {
  RuleList list;
  std::size_t points = 0, cases = 0;
  Box used = whole_space(table);  // a limit on every dimension that a chosen rule restricts
  for (const std::size_t k : by_density(tree)) {
    const TreeNode& leaf = tree.nodes[k];
    points += leaf.points;
    cases += leaf.cases;
    const BoxMeasures so_far = measures_of(table, leaf.box, points, cases);
    list.rules.push_back({leaf.box, measures_of(table, leaf.box, leaf.points, leaf.cases),
                          so_far.coverage, so_far.density});
    if (list.chosen == 0 || so_far.balance() > list.together.balance()) {
      list.chosen = list.rules.size();
      list.together = so_far;
    }
  }
  for (std::size_t k = 0; k < list.chosen; ++k) {
    for (std::size_t d = 0; d < used.limits.size(); ++d) {
      if (list.rules[k].box.limits[d].is_restricted()) {
        used.limits[d].low = 0;
      }
    }
  }
  list.together.restricted = restricted_count(used);
  return list;
}

}  // namespace tumen
