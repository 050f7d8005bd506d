// The page of a sweep.
#include "studies/report/sweep_page.hpp"

#include "sim/csv.hpp"
#include "sim/json_reader.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/decision_part.hpp"
#include "studies/report/outcome_part.hpp"
#include "studies/sensitivity/index_words.hpp"
#include "studies/sensitivity/series.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace report {
namespace {

using Words = std::vector<std::string>;

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

std::string series_html(const SweepResults& sweep, const OutcomeSeries& series, std::size_t place) {
  const Words names = analysed_names(sweep.design);
  return figure(
      {fmt::format("over-time-{}", place),
       fmt::format("What share of the outcome's variance at each time the numbers are responsible "
                   "for, from {} to {}{}. Where luck has most of it lines jump: their intervals "
                   "are in the table.",
                   series.times.front(), series.times.back(),
                   names.size() > 6 ? "; the six largest" : ""),
       "analysis/over_time.csv",
       series_charts(series, indices_over_time(series, sweep.outcomes, names), names),
       {}});
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
  const std::vector<OutcomeSeries> series = series_of(sweep.outcomes);
  for (std::size_t k = 0; k < sweep.outcomes.size(); ++k) {
    const OutcomeAnalysis& a = sweep.outcomes[k];
    if (is_member(series, k)) {
      continue;
    }
    in_short += sweep.decisions.empty() ? "<li>" + xml_text(short_words(a, names)) + "</li>\n" : "";
    add(fmt::format("outcome-{}", k + 1), a.name, outcome_html(sweep, k));
  }
  for (std::size_t k = 0; k < series.size(); ++k) {
    add(fmt::format("series-{}", k + 1), series[k].name + " over time",
        series_html(sweep, series[k], k + 1));
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
