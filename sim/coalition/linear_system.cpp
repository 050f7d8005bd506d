#include "sim/coalition/linear_system.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace tumen {
namespace {

constexpr double negligible = 1e-9;

std::size_t largest_entry(const std::vector<double>& vector) {
  const auto smaller = [](double a, double b) { return std::abs(a) < std::abs(b); };
  return static_cast<std::size_t>(std::max_element(vector.begin(), vector.end(), smaller) -
                                  vector.begin());
}

void subtract(std::vector<double>& from, double factor, const std::vector<double>& what) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i] -= factor * what[i];
  }
}

}  // namespace

std::vector<double> Span::remainder(std::vector<double> vector) const {
  for (const Row& row : rows_) {
    subtract(vector, vector[row.pivot] / row.vector[row.pivot], row.vector);
  }
  return vector;
}

bool Span::contains(const std::vector<double>& vector) const {
  const std::vector<double> rest = remainder(vector);
  return std::all_of(rest.begin(), rest.end(), [](double x) { return std::abs(x) < negligible; });
}

void Span::add(const std::vector<double>& vector) {
  std::vector<double> rest = remainder(vector);
  const std::size_t pivot = largest_entry(rest);
  if (std::abs(rest[pivot]) < negligible) {
    return;
  }
  rows_.push_back({std::move(rest), pivot});
}

std::vector<double> solve(std::vector<LinearEquation> equations, std::size_t unknowns) {
  for (std::size_t column = 0; column < unknowns; ++column) {
    const auto smaller = [column](const LinearEquation& a, const LinearEquation& b) {
      return std::abs(a.coefficients[column]) < std::abs(b.coefficients[column]);
    };
    const auto first =
        equations.begin() + static_cast<std::ptrdiff_t>(std::min(column, equations.size()));
    const auto pivot = std::max_element(first, equations.end(), smaller);
    if (pivot == equations.end() || std::abs(pivot->coefficients[column]) < negligible) {
      throw std::logic_error("the linear system does not determine every unknown");
    }
    std::iter_swap(first, pivot);
    for (auto row = equations.begin(); row != equations.end(); ++row) {
      if (row == first) {
        continue;
      }
      const double factor = row->coefficients[column] / first->coefficients[column];
      subtract(row->coefficients, factor, first->coefficients);
      row->constant -= factor * first->constant;
    }
  }
  std::vector<double> solution(unknowns);
  for (std::size_t i = 0; i < unknowns; ++i) {
    solution[i] = equations[i].constant / equations[i].coefficients[i];
  }
  return solution;
}

}  // namespace tumen
