#include "studies/sensitivity/index_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The measures of the first factor; those of the others are the same and follow in the same order.
std::size_t measures_of(const std::vector<IndexRow>& rows) {
  const auto same = [&rows](const IndexRow& row) { return row.factors == rows.front().factors; };
  return static_cast<std::size_t>(std::find_if_not(rows.begin(), rows.end(), same) - rows.begin());
}

/// Places of the measures as the columns have them.
std::vector<std::size_t> reading_order(const std::vector<IndexRow>& rows, std::size_t n) {
  std::vector<std::size_t> order;
  for (const bool wanted : {true, false}) {
    for (std::size_t k = 0; k < n; ++k) {
      if (rows[k].is_recommended == wanted) {
        order.push_back(k);
      }
    }
  }
  return order;
}

bool shows_interval(const IndexRow& row) {
  return row.is_recommended && row.has_interval;
}

}  // namespace

std::string index_text(const IndexRow& row, double value) {
  if (!std::isfinite(value)) {
    return "-";
  }
  const bool is_share = row.index.starts_with('S') || row.index == "rank correlation";
  const std::string text = is_share ? fmt::format("{:.3f}", value) : fmt::format("{:.4g}", value);
  return text == "-0.000" ? "0.000" : text;
}

std::string interval_text(const IndexRow& row) {
  const Interval& i = row.estimate.interval;
  return std::isfinite(i.low) && std::isfinite(i.high)
             ? index_text(row, i.low) + " to " + index_text(row, i.high)
             : "-";
}

std::string size_words(const OutcomeAnalysis& a, const AnalysedDesign& design) {
  if (a.sobol) {
    return fmt::format("{} base points, {} runs", a.sobol->points, a.runs);
  }
  if (a.morris) {
    return fmt::format("{} trajectories, {} runs", a.morris->trajectories, a.runs);
  }
  return fmt::format(
      "{} {}", a.data ? a.data->lines : a.runs,
      design.plan ? "runs of the design " + design.plan->kind : std::string("lines"));
}

std::string moments_words(const OutcomeAnalysis& a) {
  if (a.sobol) {
    return fmt::format("Mean {:.4g}, variance by the factors {:.4g}.", a.sobol->mean,
                       a.sobol->variance);
  }
  if (a.data) {
    return fmt::format(
        "Mean {:.4g}, variance {:.4g}; {} bins{}.", a.data->mean, a.data->variance, a.data->bins,
        a.data->has_regression
            ? fmt::format("; the regression explains {:.1f} %", 100 * a.data->r_squared)
            : "");
  }
  return a.swings ? fmt::format("All factors at their medians: {:.4g}.", a.swings->base) : "";
}

IndexTable index_table(const std::vector<IndexRow>& all, std::size_t factors, double level) {
  IndexTable table;
  std::vector<IndexRow> rows = all;
  std::erase_if(rows, [factors](const IndexRow& row) { return row.factors.size() != factors; });
  if (rows.empty()) {
    return table;
  }
  const std::size_t n = measures_of(rows);
  const std::vector<std::size_t> order = reading_order(rows, n);
  table.columns = {factors > 1 ? "factors" : "factor"};
  for (const std::size_t k : order) {
    table.columns.push_back(rows[k].index +
                            (rows[k].is_recommended ? "" : ", " + rows[k].estimator));
    if (shows_interval(rows[k])) {
      table.columns.push_back(fmt::format("{:.4g} %", 100 * level));
    }
  }
  for (std::size_t start = 0; start < rows.size(); start += n) {
    table.rows.push_back({{fmt::format("{}", fmt::join(rows[start].factors, " with ")), none}});
    for (const std::size_t k : order) {
      const IndexRow& row = rows[start + k];
      table.rows.back().push_back({index_text(row, row.estimate.value), row.estimate.value});
      if (shows_interval(row)) {
        table.rows.back().push_back({interval_text(row), none});
      }
    }
  }
  return table;
}

}  // namespace tumen
