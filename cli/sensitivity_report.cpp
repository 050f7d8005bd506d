#include "cli/sensitivity_report.hpp"

#include "sim/text_table.hpp"
#include "studies/sensitivity/index_words.hpp"
#include "studies/sensitivity/series.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string percent(double level) {
  return fmt::format("{:.4g} %", 100 * level);
}

std::string table_text(const IndexTable& table, std::size_t width) {
  std::vector<TextTable::Column> columns;
  for (const std::string& name : table.columns) {
    columns.push_back({name, columns.empty() ? Align::left : Align::right});
  }
  TextTable text(columns);
  for (const std::vector<IndexTable::Cell>& row : table.rows) {
    std::vector<std::string> cells;
    for (const IndexTable::Cell& cell : row) {
      cells.push_back(cell.text);
    }
    text.add(std::move(cells));
  }
  return text.text(width);
}

std::string tables(const std::vector<IndexRow>& rows, double level, std::size_t width) {
  const IndexTable single = index_table(rows, 1, level), pairs = index_table(rows, 2, level);
  return (single.rows.empty() ? "" : table_text(single, width)) +
         (pairs.rows.empty() ? "" : "\nInteractions of two\n" + table_text(pairs, width));
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

std::string outcome_text(const SensitivityReport& r, const OutcomeAnalysis& a, std::size_t width) {
  const std::vector<std::string> names = analysed_names(r.design);
  const std::string by = interval_words(a, r.design);
  std::string text = fmt::format("{}: {} from {}\n", a.name, method_of(a), size_words(a, r.design));
  if (const std::string reason = reason_of(a); !reason.empty()) {
    return text + "No indices: " + reason + ".\n";
  }
  if (const std::string moments = moments_words(a); !moments.empty()) {
    text += moments + "\n";
  }
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

/// A table an index: times by leading factors.
std::string series_text(const SensitivityReport& r, const OutcomeSeries& series,
                        std::size_t width) {
  const std::vector<std::string> names = analysed_names(r.design);
  const std::vector<IndexOverTime> indices = indices_over_time(series, r.outcomes, names);
  const std::vector<std::size_t> leading =
      indices.empty() ? std::vector<std::size_t>() : leading_factors(indices.back());
  std::string text;
  for (const IndexOverTime& index : indices) {
    std::vector<TextTable::Column> columns = {{"time"}};
    for (const std::size_t g : leading) {
      columns.push_back({names[g], Align::right});
    }
    TextTable table(columns);
    for (std::size_t t = 0; t < series.times.size(); ++t) {
      std::vector<std::string> cells = {series.times[t]};
      for (const std::size_t g : leading) {
        const double value = index.by_factor[g][t].value;
        const double shown = std::abs(value) < 0.0005 ? 0 : value;  // no "-0.000"
        cells.push_back(std::isfinite(value) ? fmt::format("{:.3f}", shown) : "-");
      }
      table.add(std::move(cells));
    }
    text += fmt::format("{}{} over time: {}\n\n{}", text.empty() ? "" : "\n", series.name,
                        index.index, table.text(width));
  }
  return text + fmt::format("\n{} times, intervals in --json and --csv.\n", series.times.size());
}

}  // namespace

std::string sensitivity_text(const SensitivityReport& report, std::size_t width) {
  const std::vector<OutcomeSeries> series = series_of(report.outcomes);
  std::string text;
  for (std::size_t k = 0; k < report.outcomes.size(); ++k) {
    if (!is_member(series, k)) {
      text += (text.empty() ? "" : "\n") + outcome_text(report, report.outcomes[k], width);
    }
  }
  for (const OutcomeSeries& s : series) {
    text += (text.empty() ? "" : "\n") + series_text(report, s, width);
  }
  return text;
}

}  // namespace tumen::cli
