#include "studies/report/regret_map.hpp"

#include "sim/csv.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <fmt/format.h>

namespace tumen {
namespace {

/// One column a value where there are few values, else parts of as many points each; equal values
/// are never parted.
std::vector<RegretColumn> columns_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  const bool is_few = std::set<double>(values.begin(), values.end()).size() <= most_value_columns;
  const std::size_t part =
      is_few ? 1 : (values.size() + most_value_columns - 1) / most_value_columns;
  std::vector<RegretColumn> columns;
  for (const std::size_t point : order) {
    const bool is_same = !columns.empty() && columns.back().high == values[point];
    if (columns.empty() || (columns.back().points.size() >= part && !is_same)) {
      columns.push_back({values[point], values[point], {}});
    }
    columns.back().high = values[point];
    columns.back().points.push_back(point);
  }
  return columns;
}

std::vector<RegretColumn> columns_by_point(std::size_t points) {
  std::vector<RegretColumn> columns;
  for (std::size_t s = 0; s < points; ++s) {
    columns.push_back({static_cast<double>(s), static_cast<double>(s), {s}});
  }
  return columns;
}

RegretPanel panel_of(std::string name, std::vector<RegretColumn> columns,
                     const std::vector<std::vector<double>>& regrets) {
  RegretPanel panel{std::move(name), std::move(columns), {}, {}};
  for (const std::vector<double>& regret : regrets) {
    std::vector<double>& mean = panel.mean.emplace_back();
    std::vector<double>& most = panel.most.emplace_back();
    for (const RegretColumn& column : panel.columns) {
      double sum = 0, largest = 0;
      for (const std::size_t point : column.points) {
        sum += regret[point];
        largest = std::max(largest, regret[point]);
      }
      mean.push_back(sum / static_cast<double>(column.points.size()));
      most.push_back(largest);
    }
  }
  return panel;
}

/// How much the mean regret of some policy changes over the columns.
double contrast(const RegretPanel& panel) {
  double most = 0;
  for (const std::vector<double>& row : panel.mean) {
    const auto [low, high] = std::minmax_element(row.begin(), row.end());
    most = std::max(most, *high - *low);
  }
  return most;
}

}  // namespace

std::vector<RegretPanel> regret_panels(const PayoffTable& payoffs, const DataTable& points) {
  const std::vector<std::vector<double>> regrets = regrets_of(payoffs);
  std::vector<RegretPanel> by_factor;
  for (std::size_t d = 0; d < points.names.size(); ++d) {
    by_factor.push_back(panel_of(points.names[d], columns_of(points.columns[d]), regrets));
  }
  std::stable_sort(
      by_factor.begin(), by_factor.end(),
      [](const RegretPanel& a, const RegretPanel& b) { return contrast(a) > contrast(b); });
  by_factor.resize(std::min(by_factor.size(), most_regret_panels));
  std::vector<RegretPanel> panels;
  if (points.rows() <= most_point_columns) {
    panels.push_back(panel_of("point", columns_by_point(points.rows()), regrets));
  }
  panels.insert(panels.end(), by_factor.begin(), by_factor.end());
  return panels;
}

std::string regret_csv(
    const std::vector<std::pair<const PayoffTable*, std::vector<RegretPanel>>>& maps) {
  CsvTable csv(
      {"outcome", "by", "low", "high", "points", "policy", "mean_regret", "largest_regret"});
  for (const auto& [payoffs, panels] : maps) {
    for (const RegretPanel& panel : panels) {
      for (std::size_t c = 0; c < panel.columns.size(); ++c) {
        for (std::size_t p = 0; p < payoffs->policies.size(); ++p) {
          csv.add(payoffs->outcome).add(panel.name).add(panel.columns[c].low);
          csv.add(panel.columns[c].high).add(static_cast<double>(panel.columns[c].points.size()));
          csv.add(payoffs->policies[p]).add(panel.mean[p][c]).add(panel.most[p][c]);
        }
      }
    }
  }
  return csv.text();
}

}  // namespace tumen
