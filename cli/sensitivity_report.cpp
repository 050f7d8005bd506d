#include "cli/sensitivity_report.hpp"

#include "sim/text_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

/// Shares of variance and correlations have three decimals, other numbers four digits.
std::string number_text(const IndexRow& row, double value) {
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
             ? number_text(row, i.low) + " to " + number_text(row, i.high)
             : "-";
}

std::string percent(double level) {
  return fmt::format("{:.4g} %", 100 * level);
}

/// The rows of one factor or pair follow each other; each becomes a line. Recommended estimates
/// stand first with their intervals, the others after them.
std::string pivot(const std::vector<IndexRow>& rows, double level, std::size_t width) {
  const auto same = [&rows](const IndexRow& row) { return row.factors == rows.front().factors; };
  const auto n =
      static_cast<std::size_t>(std::find_if_not(rows.begin(), rows.end(), same) - rows.begin());
  std::vector<std::size_t> order;
  for (const bool wanted : {true, false}) {
    for (std::size_t k = 0; k < n; ++k) {
      if (rows[k].is_recommended == wanted) {
        order.push_back(k);
      }
    }
  }
  std::vector<TextTable::Column> columns = {
      {rows.front().factors.size() > 1 ? "factors" : "factor"}};
  for (const std::size_t k : order) {
    const std::string by = rows[k].is_recommended ? "" : ", " + rows[k].estimator;
    columns.push_back({rows[k].index + by, Align::right});
    if (rows[k].is_recommended && rows[k].has_interval) {
      columns.push_back({percent(level), Align::right});
    }
  }
  TextTable table(columns);
  for (std::size_t start = 0; start < rows.size(); start += n) {
    std::vector<std::string> cells = {fmt::format("{}", fmt::join(rows[start].factors, " with "))};
    for (const std::size_t k : order) {
      const IndexRow& row = rows[start + k];
      cells.push_back(number_text(row, row.estimate.value));
      if (row.is_recommended && row.has_interval) {
        cells.push_back(interval_text(row));
      }
    }
    table.add(std::move(cells));
  }
  return table.text(width);
}

std::string tables(const std::vector<IndexRow>& rows, double level, std::size_t width) {
  std::vector<IndexRow> single, pairs;
  for (const IndexRow& row : rows) {
    (row.factors.size() > 1 ? pairs : single).push_back(row);
  }
  std::string text = single.empty() ? "" : pivot(single, level, width);
  if (!pairs.empty()) {
    text += "\nInteractions of two\n" + pivot(pairs, level, width);
  }
  return text;
}

std::string convergence_text(const SobolIndices& s, const std::vector<std::string>& names,
                             std::size_t width) {
  std::vector<TextTable::Column> columns = {{"base points", Align::right}};
  for (const std::string& name : names) {
    columns.push_back({"S1 " + name, Align::right});
    columns.push_back({"ST " + name, Align::right});
  }
  TextTable table(columns);
  for (const SobolIndices::Part& part : s.convergence) {
    std::vector<std::string> cells = {fmt::format("{}", part.points)};
    for (std::size_t g = 0; g < names.size(); ++g) {
      cells.push_back(fmt::format("{:.3f}", part.first[g]));
      cells.push_back(fmt::format("{:.3f}", part.total[g]));
    }
    table.add(std::move(cells));
  }
  return "\nThe same from a part of the points\n" + table.text(width);
}

/// Factors are many: then only the largest changes are told.
std::string convergence_words(const SobolIndices& s, const std::vector<std::string>& names,
                              std::size_t width) {
  constexpr std::size_t most_columns = 5;
  if (s.convergence.size() < 2) {
    return "";
  }
  if (names.size() <= most_columns) {
    return convergence_text(s, names, width);
  }
  const SobolIndices::Part& half = s.convergence[s.convergence.size() - 2];
  const SobolIndices::Part& all = s.convergence.back();
  double first = 0, total = 0;
  for (std::size_t g = 0; g < names.size(); ++g) {
    first = std::max(first, std::abs(all.first[g] - half.first[g]));
    total = std::max(total, std::abs(all.total[g] - half.total[g]));
  }
  return fmt::format(
      "\nFrom half of the points to all of them S1 changes by at most {:.3f}, ST by {:.3f} (the "
      "rest in --json).\n",
      first, total);
}

std::string replicates_text(const ReplicateReport& r, std::size_t width) {
  std::string text;
  for (const std::string& words : replicate_words(r)) {
    for (const std::string& line : wrapped(words, width)) {
      text += line + "\n";
    }
  }
  return (text.empty() ? "" : "\n") + text;
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

std::string moments_text(const OutcomeAnalysis& a) {
  if (a.sobol) {
    return fmt::format("Mean {:.4g}, variance by the factors {:.4g}.\n", a.sobol->mean,
                       a.sobol->variance);
  }
  if (a.data) {
    return fmt::format(
        "Mean {:.4g}, variance {:.4g}; {} bins{}.\n", a.data->mean, a.data->variance, a.data->bins,
        a.data->has_regression
            ? fmt::format("; the regression explains {:.1f} %", 100 * a.data->r_squared)
            : "");
  }
  return a.swings ? fmt::format("All factors at their medians: {:.4g}.\n", a.swings->base) : "";
}

std::string outcome_text(const SensitivityReport& r, const OutcomeAnalysis& a, std::size_t width) {
  const std::vector<std::string> names = analysed_names(r.design);
  const std::string by = interval_words(a, r.design);
  std::string text = fmt::format("{}: {} from {}\n", a.name, method_of(a), size_words(a, r.design));
  if (const std::string reason = reason_of(a); !reason.empty()) {
    return text + "No indices: " + reason + ".\n";
  }
  text += moments_text(a);
  if (!by.empty()) {
    text += fmt::format("{} intervals: {}.\n", percent(r.settings.level), by);
  }
  text += "\n" + tables(index_rows(a, names), r.settings.level, width);
  if (a.sobol) {
    text += fmt::format("S1 and ST are those of {} and {}.\n", estimator_names().first[0],
                        estimator_names().total[0]);
    text += convergence_words(*a.sobol, names, width);
  }
  text += replicates_text(a.replicates, width);
  for (const std::string& caution : cautions_of(a, r.design)) {
    for (const std::string& line : wrapped("Note: " + caution, width)) {
      text += line + "\n";
    }
  }
  return text;
}

}  // namespace

std::string sensitivity_text(const SensitivityReport& report, std::size_t width) {
  std::string text;
  for (const OutcomeAnalysis& outcome : report.outcomes) {
    text += (text.empty() ? "" : "\n") + outcome_text(report, outcome, width);
  }
  return text;
}

}  // namespace tumen::cli
