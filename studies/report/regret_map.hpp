#pragma once
// Where each policy is to be regretted: regret by policy and point, or by policy and part of the
// range of a factor.
#include "sim/table.hpp"
#include "studies/decisions/payoffs.hpp"

#include <string>
#include <vector>

namespace tumen {

/// Points that are drawn together: one, or those with values of a factor from low to high.
struct RegretColumn {
  double low = 0, high = 0;
  std::vector<std::size_t> points;
};

/// Regret of every policy over the columns of one factor, or over single points.
struct RegretPanel {
  std::string name;  ///< the factor, or "point"
  std::vector<RegretColumn> columns;
  std::vector<std::vector<double>> mean, most;  ///< [policy][column], in the outcome's unit
};

/// Most points that have columns of their own, most values of a factor that have, and the parts
/// (of as many points each) that the values are put into where there are more.
inline constexpr std::size_t most_point_columns = 16;
inline constexpr std::size_t most_value_columns = 8;

/// Most factors with a panel.
inline constexpr std::size_t most_regret_panels = 6;

/// A panel of the points where they are few; then one a factor, those first over whose values the
/// mean regret of some policy changes most. `points` has the factors' values by line.
[[nodiscard]] std::vector<RegretPanel> regret_panels(const PayoffTable& payoffs,
                                                     const DataTable& points);

/// The panels as an SVG element: the darker a cell the larger the mean regret, which stands in it.
[[nodiscard]] std::string regret_map_svg(const PayoffTable& payoffs,
                                         const std::vector<RegretPanel>& panels);

/// outcome, by, low, high, points, policy, mean_regret, largest_regret: a line a cell.
[[nodiscard]] std::string regret_csv(
    const std::vector<std::pair<const PayoffTable*, std::vector<RegretPanel>>>& maps);

}  // namespace tumen
