// One outcome of a sweep.
#include "studies/report/outcome_part.hpp"

#include "sim/csv.hpp"
#include "sim/report_html.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/box_part.hpp"
#include "studies/report/convergence.hpp"
#include "studies/report/tornado.hpp"
#include "studies/sensitivity/bars.hpp"
#include "studies/sensitivity/index_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::report {
namespace {

using Words = std::vector<std::string>;

HtmlTable html_table(const IndexTable& indices, std::string caption) {
  HtmlTable t{std::move(caption), indices.columns, {}};
  for (const std::vector<IndexTable::Cell>& row : indices.rows) {
    std::vector<Cell> cells;
    for (const IndexTable::Cell& cell : row) {
      cells.push_back({cell.text, std::isfinite(cell.value) ? exact_text(cell.value) : ""});
    }
    t.rows.push_back(std::move(cells));
  }
  return t;
}

std::string indices_of(const SweepResults& sweep, const OutcomeAnalysis& a, const Words& names) {
  const std::vector<IndexRow> rows = index_rows(a, names);
  const double level = sweep.settings.level;
  return table(html_table(index_table(rows, 1, level), "Indices with intervals")) +
         table(html_table(index_table(rows, 2, level), "Interactions of two"));
}

std::string bars_of(const OutcomeAnalysis& a, const Words& names, std::size_t place) {
  return figure(
      {fmt::format("bars-{}", place),
       a.sobol ? "Share of the variance that a number has alone (S1) and with all its "
                 "interactions (ST); lines are intervals. Expected: of the outcome's mean over "
                 "all luck, not over these replicates alone."
               : "What a number does; lines are intervals.",
       "analysis/sensitivity.csv",
       {index_bars(a, names)},
       {},
       true});
}

std::string convergence_of(const OutcomeAnalysis& a, const Words& names, std::size_t place) {
  const std::vector<ConvergenceChart> charts = convergence_charts(a, names);
  if (charts.empty()) {
    return "";
  }
  Figure f{fmt::format("convergence-{}", place),
           fmt::format("The same indices from a part of the base points{}: lines that still move "
                       "at the end want more points.",
                       names.size() > most_lines
                           ? fmt::format(", of the {} numbers with the largest ST", most_lines)
                           : ""),
           "analysis/convergence.csv",
           {},
           {{"By base points", {"number", "base points", "S1", "ST"}, {}}}};
  for (const ConvergenceChart& chart : charts) {
    f.pictures.push_back(chart.picture);
  }
  for (std::size_t g = 0; g < names.size(); ++g) {
    for (const SobolIndices::Part& part : a.sobol->convergence) {
      f.numbers.front().rows.push_back({{names[g], ""},
                                        exact(static_cast<double>(part.points)),
                                        exact(part.first[g]),
                                        exact(part.total[g])});
    }
  }
  return "<h3>Have they settled</h3>\n" + figure(f);
}

std::string seeds_of(const ReplicateReport& r) {
  std::string html;
  for (const std::string& words : replicate_words(r)) {
    html += (html.empty() ? "" : " ") + words;
  }
  if (html.empty()) {
    return "";
  }
  HtmlTable t{"Luck by the number of replicates",
              {"replicates", "share of the variance of the points' means"},
              {}};
  for (const ReplicateReport::Line& line : r.lines) {
    t.rows.push_back(
        {{fmt::format("{}", line.replicates), ""},
         {fmt::format("{:.1f} %", 100 * line.seed_share), exact_text(line.seed_share)}});
  }
  const std::string numbers =
      r.is_known ? "<details><summary>The numbers</summary>\n" + table(t) + "</details>\n" : "";
  return "<h3>What luck has of it</h3>\n" + paragraph(html) + numbers;
}

/// Tornado and boxes.
std::string spread_of(const SweepResults& sweep, std::size_t k) {
  return tornado_html(sweep, k) + box_html(sweep, k);
}

}  // namespace

std::string list_of(const Words& items) {
  std::string html;
  for (const std::string& item : items) {
    html += "<li>" + xml_text(item) + "</li>\n";
  }
  return items.empty() ? "" : "<ul>\n" + html + "</ul>\n";
}

std::string outcome_html(const SweepResults& sweep, std::size_t k) {
  const OutcomeAnalysis& a = sweep.outcomes[k];
  const std::size_t place = k + 1;
  const Words names = analysed_names(sweep.design);
  std::string html =
      paragraph(fmt::format("{} from {}.", capitalised(method_of(a)), size_words(a, sweep.design)));
  if (const std::string reason = reason_of(a); !reason.empty()) {
    return html + paragraph("No indices: " + reason + ".") + spread_of(sweep, k);
  }
  const std::string by = interval_words(a, sweep.design);
  const std::string intervals =
      by.empty() ? "" : fmt::format(" {:.4g} % intervals: {}.", 100 * sweep.settings.level, by);
  const Words cautions = cautions_of(a, sweep.design);
  return html + paragraph(moments_words(a) + intervals) + bars_of(a, names, place) +
         (cautions.empty() ? "" : "<h3>Before it is quoted</h3>\n" + list_of(cautions)) +
         indices_of(sweep, a, names) + spread_of(sweep, k) + convergence_of(a, names, place) +
         seeds_of(a.replicates);
}

}  // namespace tumen::report
