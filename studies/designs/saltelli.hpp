#pragma once
#include "studies/designs/plan.hpp"

namespace tumen {

/// Where the runs of one base point stand in a Saltelli design: A, then A with one group of columns
/// from B after the other, then (second order) B with one from A, then B. Base points follow each
/// other, scramble after scramble. The order is that of SALib.
struct SaltelliLayout {
  std::size_t groups = 0;
  bool has_second_order = false;

  [[nodiscard]] std::size_t a() const { return 0; }
  [[nodiscard]] std::size_t ab(std::size_t group) const { return 1 + group; }
  [[nodiscard]] std::size_t ba(std::size_t group) const { return 1 + groups + group; }
  [[nodiscard]] std::size_t b() const { return 1 + (has_second_order ? 2 : 1) * groups; }
  /// Runs a base point.
  [[nodiscard]] std::size_t size() const { return b() + 1; }
};

namespace designs {

/// Two samples A and B of the factors and their mixtures (Saltelli et al. 2010): for S1, ST, S2.
[[nodiscard]] DesignKind saltelli();

}  // namespace designs
}  // namespace tumen
