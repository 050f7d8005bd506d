// The page of a sweep.
#include "studies/report/sweep_page.hpp"

#include "sim/csv.hpp"
#include "sim/json_reader.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/convergence.hpp"
#include "studies/report/decision_part.hpp"
#include "studies/sensitivity/bars.hpp"
#include "studies/sensitivity/index_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace report {
namespace {

using Words = std::vector<std::string>;

std::string list_of(const Words& items) {
  std::string html;
  for (const std::string& item : items) {
    html += "<li>" + xml_text(item) + "</li>\n";
  }
  return items.empty() ? "" : "<ul>\n" + html + "</ul>\n";
}

/// "uniform 0.1 to 0.6" as given: "uniform:0.1:0.6".
std::string distribution_text(const Factor& factor) {
  return factor.text.substr(std::min(factor.text.size(), factor.name.size() + 1));
}

std::string factors_of(const SweepResults& sweep) {
  HtmlTable t{
      "What was varied", {"number", "distribution", "value of the scenario", "unit", "origin"}, {}};
  for (const Factor& factor : sweep.design.plan->factors) {
    const auto found = find_number(sweep.scenario, factor.name);
    std::vector<Cell> row = {{factor.name, ""}, {distribution_text(factor), ""}};
    if (found) {
      const NumberInfo& info = at(sweep.scenario.numbers, found->index);
      row.push_back(exact(at(sweep.scenario.values, found->index)));
      row.push_back({printed_unit(info.unit), ""});
      row.push_back({origin_text(info), ""});
    }
    t.rows.push_back(std::move(row));
  }
  HtmlTable groups{"Numbers that moved together", {"group", "numbers"}, {}};
  for (const FactorGroup& group : sweep.design.plan->groups) {
    if (group.members.size() > 1) {
      Words members;
      for (const std::size_t k : group.members) {
        members.push_back(sweep.design.plan->factors[k].name);
      }
      groups.rows.push_back({{group.name, ""}, {join_and(members), ""}});
    }
  }
  const Words& constraints = sweep.design.plan->constraints;
  return table(t) + table(groups) +
         (constraints.empty() ? "" : paragraph("Every point keeps:") + list_of(constraints)) +
         paragraph(
             "All other numbers stood as in the scenario. An index says what share of the "
             "outcome's variance a number is responsible for over these distributions; other "
             "ranges have other indices.");
}

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

std::string outcome_of(const SweepResults& sweep, const OutcomeAnalysis& a, std::size_t place) {
  const Words names = analysed_names(sweep.design);
  std::string html =
      paragraph(fmt::format("{} from {}.", capitalised(method_of(a)), size_words(a, sweep.design)));
  if (const std::string reason = reason_of(a); !reason.empty()) {
    return html + paragraph("No indices: " + reason + ".");
  }
  const std::string by = interval_words(a, sweep.design);
  const std::string intervals =
      by.empty() ? "" : fmt::format(" {:.4g} % intervals: {}.", 100 * sweep.settings.level, by);
  const Words cautions = cautions_of(a, sweep.design);
  return html + paragraph(moments_words(a) + intervals) + bars_of(a, names, place) +
         (cautions.empty() ? "" : "<h3>Before it is quoted</h3>\n" + list_of(cautions)) +
         indices_of(sweep, a, names) + convergence_of(a, names, place) + seeds_of(a.replicates);
}

/// "debts.x.settled: rules.y (ST 0.61), rules.z (ST 0.20)".
std::string short_words(const OutcomeAnalysis& a, const Words& names) {
  constexpr std::size_t most = 3;
  const char* const index = !a.expected.total.empty() ? "ST expected"
                            : a.sobol                 ? "ST"
                            : a.morris                ? "mu*"
                            : a.swings                ? "swing"
                                                      : "S1";
  std::vector<IndexRow> rows = index_rows(a, names);
  std::erase_if(rows, [index](const IndexRow& row) {
    return row.index != index || !row.is_recommended || !(row.estimate.value > 0);
  });
  std::stable_sort(rows.begin(), rows.end(), [](const IndexRow& p, const IndexRow& q) {
    return p.estimate.value > q.estimate.value;
  });
  Words words;
  for (std::size_t k = 0; k < std::min(rows.size(), most); ++k) {
    words.push_back(fmt::format("{} ({} {})", rows[k].factors.front(), index,
                                index_text(rows[k], rows[k].estimate.value)));
  }
  return a.name + ": " + (words.empty() ? "no number moves it" : join_and(words));
}

std::string origin_of(const SweepResults& sweep) {
  const std::string command =
      "tumen sweep study.yaml" +
      std::string(text_at(sweep.manifest, "number") == "double" ? " --double" : "");
  return (sweep.study
              ? "<p>The page was made from the folder's points.csv and runs.csv, which have the "
                "hashes of its manifest; nothing was run again. The same numbers come from the "
                "folder's study.yaml by</p>\n" +
                    command_html(command) +
                    "<p>with the same version and the same configuration.</p>\n"
              : "") +
         manifest_tables(sweep.manifest);
}

/// The paragraphs of a text; lines within one are joined.
std::string paragraphs(const std::string& text) {
  std::string html;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find("\n\n", from), text.size());
    std::string part = text.substr(from, to - from);
    std::replace(part.begin(), part.end(), '\n', ' ');
    html += part.find_first_not_of(' ') == std::string::npos ? "" : paragraph(part);
    from = to + 2;
  }
  return html;
}

}  // namespace
}  // namespace report

std::string sweep_page_html(const SweepResults& sweep) {
  using namespace report;
  const Scenario& s = sweep.scenario;
  const std::string of_scenario = s.title.empty() ? s.name : s.title;
  const std::string title = sweep.study ? sweep.study->title : of_scenario;
  const std::string lead =
      fmt::format("{} points of the scenario {}, {} runs, seed {}", sweep.design.runs, s.name,
                  text_at(sweep.manifest, "runs"), text_at(sweep.manifest, "seed"));
  std::string links, body, in_short;
  const auto add = [&](const std::string& id, const std::string& heading, const std::string& html) {
    links += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, xml_text(heading));
    body += section(id, heading, html);
  };
  if (!sweep.decisions.empty()) {
    add("policies", "Which policy", decisions_html(sweep));
    for (const SweepDecision& d : sweep.decisions) {
      in_short +=
          d.reason.empty()
              ? "<li>" + xml_text(d.judgement.payoffs.outcome + ": " + tally_words(d.judgement)) +
                    "</li>\n"
              : "";
    }
  }
  add("factors", "What was varied", factors_of(sweep));
  const Words names = analysed_names(sweep.design);
  for (std::size_t k = 0; k < sweep.outcomes.size(); ++k) {
    const OutcomeAnalysis& a = sweep.outcomes[k];
    in_short += sweep.decisions.empty() ? "<li>" + xml_text(short_words(a, names)) + "</li>\n" : "";
    add(fmt::format("outcome-{}", k + 1), a.name, outcome_of(sweep, a, k + 1));
  }
  if (!sweep.fans.empty()) {
    add("years", "Over the years",
        paragraph("Over all points and all luck: what the numbers that were varied leave open is "
                  "in the fans as well as chance.") +
            fans_figure(sweep.fans, "by_tick.csv", sweep.fans.size()));
  }
  add("origin", "Making it again", origin_of(sweep));
  return page(
      {title, lead, "",
       fmt::format("<p class=\"lead\">{}. The frequencies are the model's, not a "
                   "forecast.</p>\n{}<ul class=\"short\">\n{}</ul>\n",
                   xml_text(lead), sweep.study ? paragraphs(sweep.study->question) : "", in_short),
       links, body});
}

}  // namespace tumen
