#include "studies/report/decision_part.hpp"

#include "sim/report_html.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/regret_map.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

using report::Cell;
using report::HtmlTable;

HtmlTable settings_of(const Study& study) {
  HtmlTable t{"The policies", {"policy", "settings"}, {}};
  for (const BatchPolicy& policy : study.policies) {
    t.rows.push_back(
        {{policy.name, ""},
         {policy.settings.empty() ? "the scenario as it is"
                                  : fmt::format("{}", fmt::join(policy.settings, ", ")),
          ""}});
  }
  return t;
}

HtmlTable means_of(const SweepDecision& d) {
  const PayoffTable& t = d.judgement.payoffs;
  HtmlTable table{
      "What each policy brings",
      {"policy", "mean over the points", "low", "high", "least of a point", "most of a point"},
      {}};
  for (std::size_t p = 0; p < t.policies.size(); ++p) {
    const auto [least, most] = std::minmax_element(t.values[p].begin(), t.values[p].end());
    std::vector<Cell> row = {{t.policies[p], ""}};
    if (d.luck.means.empty()) {
      double sum = 0;
      for (const double value : t.values[p]) {
        sum += value;
      }
      row.push_back(report::number(sum / static_cast<double>(t.values[p].size())));
      row.insert(row.end(), 2, {"-", ""});
    } else {
      const PolicyMean& mean = d.luck.means[p];
      row.insert(row.end(),
                 {report::number(mean.mean), report::number(mean.low), report::number(mean.high)});
    }
    row.insert(row.end(), {report::number(*least), report::number(*most)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

HtmlTable differences_of(const SweepDecision& d) {
  const std::vector<std::string>& names = d.judgement.payoffs.policies;
  HtmlTable table{"Differences between policies, same points and same luck",
                  {"policy", "less policy", "difference", "low", "high", "p, adjusted"},
                  {}};
  for (const PolicyDifference& pair : d.luck.differences) {
    const PairedDifference& x = pair.difference;
    table.rows.push_back({{names[pair.b], ""},
                          {names[pair.a], ""},
                          report::number(x.mean),
                          report::number(x.low),
                          report::number(x.high),
                          report::exact(rounded_p(x.adjusted_p))});
  }
  return table;
}

/// "p 0.012", "p below 0.001".
std::string p_words(double p) {
  return p < 0.001 ? "p below 0.001" : "p " + rounded(rounded_p(p));
}

/// Rules by policies; winners have a star, and in how many samples of the luck they win.
HtmlTable rules_of(const SweepDecision& d) {
  const std::vector<std::string>& names = d.judgement.payoffs.policies;
  HtmlTable table{
      "Verdicts of the rules, with how often they are the same with other luck", {"rule"}, {}};
  table.columns.insert(table.columns.end(), names.begin(), names.end());
  table.columns.emplace_back("what it looks at");
  for (std::size_t v = 0; v < d.judgement.verdicts.size(); ++v) {
    const RuleVerdict& verdict = d.judgement.verdicts[v];
    std::vector<Cell> row = {{verdict.name, ""}};
    for (std::size_t p = 0; p < names.size(); ++p) {
      Cell cell = report::number(verdict.scores[p]);
      cell.text = (is_winner(verdict, p) ? "*" : "") + cell.text;
      if (!d.luck.scores.empty()) {
        cell.text += fmt::format(" ({:.0f} %)", 100 * d.luck.scores[v][p].best_in);
      }
      row.push_back(std::move(cell));
    }
    row.push_back({verdict.meaning, ""});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string luck_words(const LuckReport& luck, std::size_t points) {
  if (luck.errors.empty()) {
    return "With one replicate nothing is known of what other luck would have brought.";
  }
  double sum = 0;
  for (const std::vector<double>& row : luck.errors) {
    for (const double error : row) {
      sum += error;
    }
  }
  const double cells = static_cast<double>(luck.errors.size()) * static_cast<double>(points);
  std::string text = fmt::format(
      "Intervals are of 95 %, over the luck (the replicates), the points as they are. The standard "
      "error of the mean of a policy at one point is on average {}: least and most of a point, and "
      "the rules that look at them, hold as much luck.",
      rounded(sum / cells));
  if (luck.samples > 0) {
    text += fmt::format(
        " In brackets: in how many of {} samples of the luck the policy is the rule's best, alone "
        "or with others.",
        luck.samples);
  } else {
    text += fmt::format(" Samples of the luck are drawn from {} replicates on.",
                        least_replicates_to_resample);
  }
  return text;
}

std::string map_of(const SweepResults& sweep, const PayoffTable& payoffs, std::size_t place) {
  return report::figure(
      {fmt::format("regret-{}", place),
       fmt::format("What a policy brings less than the best of the same point, in the outcome's "
                   "unit: the mean over the points of a cell; the darker, the more. By the values "
                   "of a number{}, and by point where they are few.",
                   sweep.points.names.size() > most_regret_panels
                       ? fmt::format(" (the {} over which it changes most)", most_regret_panels)
                       : ""),
       "analysis/regret.csv",
       {regret_map_svg(payoffs, regret_panels(payoffs, sweep.points))},
       {},
       true});
}

std::string decision_html(const SweepResults& sweep, const SweepDecision& d, std::size_t place) {
  if (!d.reason.empty()) {
    return report::paragraph("No comparison: " + d.reason + ".");
  }
  const PayoffTable& t = d.judgement.payoffs;
  return "<h3>" + xml_text(t.outcome) +
         (t.direction == Direction::max ? ": more is better" : ": less is better") + "</h3>\n" +
         report::paragraph(tally_words(d.judgement)) + report::table(rules_of(d)) +
         report::paragraph(luck_words(d.luck, t.scenarios.size())) + report::table(means_of(d)) +
         report::table(differences_of(d)) + map_of(sweep, t, place);
}

}  // namespace

std::string decisions_html(const SweepResults& sweep) {
  if (sweep.decisions.empty()) {
    return "";
  }
  std::string html = report::table(settings_of(*sweep.study));
  std::vector<Judgement> judged;
  for (std::size_t k = 0; k < sweep.decisions.size(); ++k) {
    html += decision_html(sweep, sweep.decisions[k], k + 1);
    if (sweep.decisions[k].reason.empty()) {
      judged.push_back(sweep.decisions[k].judgement);
    }
  }
  return html + (judged.size() > 1 ? "<h3>Several outcomes at once</h3>\n" +
                                         report::paragraph(pareto_words(judged))
                                   : "");
}

std::vector<std::string> difference_words(const SweepDecision& d) {
  std::vector<std::string> words;
  const std::vector<std::string>& names = d.judgement.payoffs.policies;
  for (const PolicyDifference& pair : d.luck.differences) {
    const PairedDifference& x = pair.difference;
    words.push_back(fmt::format("{} less {}: {} (95 % interval {} to {}, {} over all pairs)",
                                names[pair.b], names[pair.a], with_sign(x.mean), with_sign(x.low),
                                with_sign(x.high), p_words(x.adjusted_p)));
  }
  return words;
}

}  // namespace tumen
