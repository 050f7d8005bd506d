#pragma once
// Classification trees: splits that part cases from the rest, for a second opinion beside PRIM and
// for cases in several places. Breiman, Friedman, Olshen and Stone, Classification and Regression
// Trees (1984).
#include "studies/discovery/box.hpp"

#include <cstdint>
#include <vector>

namespace tumen {

struct CartSettings {
  int depth = 5;             ///< most splits on the way to a leaf
  double min_leaf = 0.01;    ///< a leaf holds at least this share of the points, and five of them
  std::uint32_t folds = 10;  ///< of the cross-validation; 0: no pruning
  std::uint64_t seed = 1;    ///< of the folds
};

/// A node is a box; its children share it out.
struct TreeNode {
  Box box;
  std::size_t points = 0, cases = 0;
  std::size_t depth = 0;
  std::size_t dimension = 0;        ///< of the split
  std::size_t left = 0, right = 0;  ///< places of the children; 0 for a leaf

  [[nodiscard]] bool is_leaf() const { return left == 0; }
  [[nodiscard]] double density() const {
    return static_cast<double>(cases) / static_cast<double>(points);
  }
};

/// Invariant: nodes.front() is the root; children stand behind their parent.
struct Tree {
  std::vector<TreeNode> nodes;
};

/// A leaf with what it holds, and what it holds together with the denser leaves before it.
struct Rule {
  Box box;
  BoxMeasures measures;
  double coverage_so_far = 0, density_so_far = 0;
};

/// The leaves of a tree by falling density (larger ones first of equals). `chosen` is the number of
/// leading rules whose union has the largest balance of coverage and density (BoxMeasures).
struct RuleList {
  std::vector<Rule> rules;
  std::size_t chosen = 0;
  BoxMeasures together;  ///< of the chosen ones; `restricted` counts dimensions used by any
};

/// The tree before pruning: each split lowers the Gini impurity most; words of a category are split
/// in the order of their case rate. The points in `active` (empty: all) alone count.
[[nodiscard]] Tree grown_tree(const CaseTable& table, const CartSettings& settings,
                              const std::vector<std::uint8_t>& active = {});

/// The grown tree, pruned by cost and complexity: the smallest of the nested subtrees whose
/// cross-validated Brier score is within one standard error of the best. The Brier score of leaf
/// densities rather than misclassification, which cannot tell trees apart where cases are rare.
[[nodiscard]] Tree find_tree(const CaseTable& table, const CartSettings& settings);

[[nodiscard]] RuleList rules_of(const CaseTable& table, const Tree& tree);

}  // namespace tumen
