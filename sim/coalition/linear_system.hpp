#pragma once
// Linear algebra for a handful of unknowns, where a library would be longer than the code.
#include <cstddef>
#include <vector>

namespace tumen {

/// Linear span of vectors of one length, kept in echelon form. Made for small whole-number vectors
/// such as coalitions: a remainder below 1e-9 counts as zero.
class Span {
 public:
  /// Whether `vector` is a combination of those added.
  [[nodiscard]] bool contains(const std::vector<double>& vector) const;
  void add(const std::vector<double>& vector);
  [[nodiscard]] std::size_t rank() const { return rows_.size(); }

 private:
  struct Row {
    std::vector<double> vector;
    std::size_t pivot;
  };
  [[nodiscard]] std::vector<double> remainder(std::vector<double> vector) const;

  std::vector<Row> rows_;  // each is zero at the pivots of the rows before it
};

/// coefficients . x = constant
struct LinearEquation {
  std::vector<double> coefficients;
  double constant = 0;
};

/// Solution of a consistent system of at least as many equations as unknowns and full column rank,
/// by Gauss-Jordan elimination with the largest pivot of each column. Equations that follow from
/// others are left out. Throws std::logic_error where the rank falls short.
[[nodiscard]] std::vector<double> solve(std::vector<LinearEquation> equations,
                                        std::size_t unknowns);

}  // namespace tumen
