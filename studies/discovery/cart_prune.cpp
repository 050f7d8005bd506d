// Cost-complexity pruning of trees and the choice among the subtrees by cross-validation (Breiman
// et al. 1984, chapters 3 and 11), with the Brier score of leaf densities as the cost.
#include "studies/discovery/cart.hpp"
#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tumen {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Cost and size of the branch under a node.
struct Branch {
  double cost = 0;
  std::size_t leaves = 1;
};

double cost_as_leaf(const TreeNode& node) {
  return static_cast<double>(node.cases) * (1 - node.density());
}

/// Branches under all nodes; children stand behind their parent.
std::vector<Branch> branches_of(const Tree& tree) {
  std::vector<Branch> branches(tree.nodes.size());
  for (std::size_t k = tree.nodes.size(); k-- > 0;) {
    const TreeNode& node = tree.nodes[k];
    branches[k] = node.is_leaf() ? Branch{cost_as_leaf(node), 1}
                                 : Branch{branches[node.left].cost + branches[node.right].cost,
                                          branches[node.left].leaves + branches[node.right].leaves};
  }
  return branches;
}

/// Which nodes hang on the root.
std::vector<std::uint8_t> reachable(const Tree& tree) {
  std::vector<std::uint8_t> is_in(tree.nodes.size(), 0);
  is_in[0] = 1;
  for (std::size_t k = 0; k < tree.nodes.size(); ++k) {
    if (is_in[k] != 0 && !tree.nodes[k].is_leaf()) {
      is_in[tree.nodes[k].left] = is_in[tree.nodes[k].right] = 1;
    }
  }
  return is_in;
}

/// What the weakest branch saves a leaf, per point of the tree; infinite for the root alone.
double weakest(const Tree& tree, std::size_t& where) {
  const std::vector<Branch> branches = branches_of(tree);
  const std::vector<std::uint8_t> is_in = reachable(tree);
  double least = infinity;
  for (std::size_t k = 0; k < tree.nodes.size(); ++k) {
    const TreeNode& node = tree.nodes[k];
    if (is_in[k] == 0 || node.is_leaf()) {
      continue;
    }
    const double saved = (cost_as_leaf(node) - branches[k].cost) /
                         static_cast<double>(branches[k].leaves - 1) /
                         static_cast<double>(tree.nodes[0].points);
    if (saved < least) {
      least = saved;
      where = k;
    }
  }
  return least;
}

void make_leaf(TreeNode& node) {
  node.left = node.right = 0;
}

/// Cuts every branch that saves at most `alpha` a leaf.
Tree pruned(Tree tree, double alpha) {
  std::size_t where = 0;
  while (!tree.nodes[0].is_leaf() && weakest(tree, where) <= alpha) {
    make_leaf(tree.nodes[where]);
  }
  return tree;
}

/// The values of alpha at which the pruned tree changes, from 0.
std::vector<double> breaks_of(Tree tree) {
  std::vector<double> alphas = {0};
  std::size_t where = 0;
  while (!tree.nodes[0].is_leaf()) {
    alphas.push_back(std::max(weakest(tree, where), alphas.back()));
    make_leaf(tree.nodes[where]);
  }
  return alphas;
}

double density_at(const Tree& tree, const CaseTable& table, std::size_t point) {
  std::size_t at = 0;
  while (!tree.nodes[at].is_leaf()) {
    const TreeNode& node = tree.nodes[at];
    const Limit& left = tree.nodes[node.left].box.limits[node.dimension];
    at = left.holds(table.dimensions[node.dimension].values[point]) ? node.left : node.right;
  }
  return tree.nodes[at].density();
}

/// The fold of every point: as even as can be, in an order drawn by key.
std::vector<std::uint32_t> folds_of(std::size_t points, const CartSettings& settings) {
  const std::vector<double> u = uniform_sample(points, {settings.seed, 0, "cart folds"});
  std::vector<std::uint32_t> order(points);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return u[a] < u[b]; });
  std::vector<std::uint32_t> folds(points);
  for (std::size_t k = 0; k < points; ++k) {
    folds[order[k]] = static_cast<std::uint32_t>(k % settings.folds);
  }
  return folds;
}

/// Squared errors of points outside the fold's training, summed for every alpha, with their
/// squares.
struct Errors {
  std::vector<double> sum, squares;
};

void add_fold(Errors& errors, const CaseTable& table, const CartSettings& settings,
              const std::vector<double>& alphas, const std::vector<std::uint8_t>& trained) {
  Tree tree = grown_tree(table, settings, trained);
  for (std::size_t a = 0; a < alphas.size(); ++a) {
    tree = pruned(std::move(tree), alphas[a]);
    for (std::size_t point = 0; point < table.points(); ++point) {
      if (trained[point] == 0) {
        const double miss = density_at(tree, table, point) - table.is_case[point];
        errors.sum[a] += miss * miss;
        errors.squares[a] += miss * miss * miss * miss;
      }
    }
  }
}

/// Between two breaks the geometric mean stands for the interval.
std::vector<double> midpoints(const std::vector<double>& breaks) {
  std::vector<double> alphas;
  for (std::size_t k = 0; k < breaks.size(); ++k) {
    alphas.push_back(k + 1 < breaks.size() ? std::sqrt(breaks[k] * breaks[k + 1]) : infinity);
  }
  return alphas;
}

/// The largest alpha whose error is within one standard error of the least.
std::size_t chosen_alpha(const Errors& errors, double points) {
  const auto best = static_cast<std::size_t>(
      std::min_element(errors.sum.begin(), errors.sum.end()) - errors.sum.begin());
  const double mean = errors.sum[best] / points;
  const double variance = std::max(0.0, errors.squares[best] / points - mean * mean);
  const double most = mean + std::sqrt(variance / points);
  std::size_t chosen = best;
  for (std::size_t a = best; a < errors.sum.size(); ++a) {
    chosen = errors.sum[a] / points <= most ? a : chosen;
  }
  return chosen;
}

/// The nodes that hang on the root alone, in order.
Tree compact(const Tree& tree) {
  const std::vector<std::uint8_t> is_in = reachable(tree);
  std::vector<std::size_t> place(tree.nodes.size());
  Tree out;
  for (std::size_t k = 0; k < tree.nodes.size(); ++k) {
    if (is_in[k] != 0) {
      place[k] = out.nodes.size();
      out.nodes.push_back(tree.nodes[k]);
    }
  }
  for (TreeNode& node : out.nodes) {
    node.left = place[node.left];
    node.right = place[node.right];
  }
  return out;
}

}  // namespace

Tree find_tree(const CaseTable& table, const CartSettings& settings) {
  Tree tree = grown_tree(table, settings);
  if (settings.folds < 2 || table.points() < settings.folds) {
    return tree;
  }
  const std::vector<double> alphas = midpoints(breaks_of(tree));
  Errors errors{std::vector<double>(alphas.size()), std::vector<double>(alphas.size())};
  const std::vector<std::uint32_t> folds = folds_of(table.points(), settings);
  for (std::uint32_t fold = 0; fold < settings.folds; ++fold) {
    std::vector<std::uint8_t> trained(table.points());
    for (std::size_t point = 0; point < trained.size(); ++point) {
      trained[point] = folds[point] == fold ? 0 : 1;
    }
    add_fold(errors, table, settings, alphas, trained);
  }
  const std::size_t chosen = chosen_alpha(errors, static_cast<double>(table.points()));
  return compact(pruned(std::move(tree), alphas[chosen]));
}

}  // namespace tumen
