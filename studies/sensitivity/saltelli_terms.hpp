#pragma once
// The sums that all estimators of Sobol' indices are made of.
#include "studies/sensitivity/sobol_indices.hpp"

namespace tumen {

/// Where the mean of a product stands in a row of terms; groups count from 0.
struct SaltelliTerms {
  SaltelliLayout layout;

  enum Common : std::size_t { a, b, aa, bb, ab, common_count };
  enum OfMixture : std::size_t { m, mm, am, bm, mixture_count };  ///< of AB, and then of BA

  [[nodiscard]] std::size_t of_ab(std::size_t group, OfMixture term) const {
    return common_count + group * mixture_count + term;
  }
  [[nodiscard]] std::size_t of_ba(std::size_t group, OfMixture term) const {
    return common_count + (layout.groups + group) * mixture_count + term;
  }
  /// BA of the first group times AB of the second.
  [[nodiscard]] std::size_t crossed(std::size_t first, std::size_t second) const {
    return common_count + 2 * layout.groups * mixture_count + first * layout.groups + second;
  }
  [[nodiscard]] std::size_t width() const {
    const std::size_t g = layout.groups;
    return layout.has_second_order ? common_count + 2 * g * mixture_count + g * g
                                   : common_count + g * mixture_count;
  }
};

/// The terms of every base point whose runs all have values, outputs less `centre`.
[[nodiscard]] TermTable saltelli_terms(const SaltelliRuns& runs, double centre);

/// Variance of the outcome by its factors from the means of the terms.
[[nodiscard]] double variance_from(std::span<const double> means);

/// All indices from the means of the terms: for each group S1 and ST by both estimators, then for
/// each pair of groups S2 by both.
[[nodiscard]] std::vector<double> indices_from(const SaltelliTerms& terms,
                                               std::span<const double> means);

/// Statistics a group has in indices_from: S1, S1, ST, ST.
inline constexpr std::size_t indices_a_group = 4;

}  // namespace tumen
