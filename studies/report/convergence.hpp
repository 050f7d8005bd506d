#pragma once
// Whether indices have settled: the same from an eighth, a quarter, a half and all of the points.
#include "studies/sensitivity/analysis.hpp"

#include <string>
#include <vector>

namespace tumen {

/// A line chart of one index.
struct ConvergenceChart {
  std::string index;    ///< "S1" or "ST"
  std::string picture;  ///< an SVG element
};

/// Most factors drawn: as many as there are styles of line.
inline constexpr std::size_t most_lines = 6;

/// S1 and ST by base points, for the factors with the largest ST, at most `most_lines`; empty
/// where there are no Sobol' indices or one part alone.
[[nodiscard]] std::vector<ConvergenceChart> convergence_charts(
    const OutcomeAnalysis& analysis, const std::vector<std::string>& names);

/// outcome, factor, base_points, S1, ST: all factors of all outcomes with Sobol' indices.
[[nodiscard]] std::string convergence_csv(const std::vector<OutcomeAnalysis>& analyses,
                                          const std::vector<std::string>& names);

}  // namespace tumen
