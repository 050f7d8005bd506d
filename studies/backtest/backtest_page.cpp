#include "sim/report_html.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/backtest/backtest_tables.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

using report::Cell;
using report::HtmlTable;

Cell words(std::string text) {
  return {std::move(text), ""};
}

std::string scores_table(const EventScores& scores, const std::string& caption) {
  HtmlTable t{caption,
              {"forecaster", "Brier", "log", "reliability", "resolution", "uncertainty",
               "skill of the model over it", "90 % interval", "least, without one block"},
              {}};
  for (std::size_t f = 0; f < scores.scores.size(); ++f) {
    const EventScore& s = scores.scores[f];
    std::vector<Cell> row = {words(s.forecaster),
                             report::number(s.brier),
                             report::number(s.log),
                             report::number(s.parts.reliability),
                             report::number(s.parts.resolution),
                             report::number(s.parts.uncertainty),
                             words(""),
                             words(""),
                             words("")};
    if (f > 0) {
      const SkillComparison& c = scores.comparisons[f - 1];
      row[6] = report::number(c.brier.value);
      row[7] = words(fmt::format("{:+.2f} to {:+.2f}", c.brier.low, c.brier.high));
      row[8] = words(fmt::format("{:+.2f}, {}", c.least, c.without));
    }
    t.rows.push_back(std::move(row));
  }
  return report::table(t);
}

std::string series_table(const Arm& arm) {
  HtmlTable t{"Numbers by year: continuous ranked probability score, in the number's unit",
              {"number", "years", "model", "persistence", "years within the model's 90 %"},
              {}};
  for (const NumberScores& s : arm.series) {
    t.rows.push_back({words(s.series), report::number(static_cast<double>(s.cases)),
                      report::number(s.crps.front()), report::number(s.crps.back()),
                      report::number(s.covered)});
  }
  return report::table(t);
}

std::string patterns_table(const Arm& arm) {
  HtmlTable t{"Patterns", {"", "pattern", "found", "asked", "verdict"}, {}};
  for (const Pattern& p : arm.patterns) {
    t.rows.push_back({words(fmt::format("{}", p.number)), words(p.says), words(p.figure),
                      words(p.asked),
                      words(p.is_implied ? "not scored: follows from what is declared"
                            : p.holds    ? "pass"
                                         : "fail")});
  }
  return report::table(t);
}

std::string cases_table(const Backtest& result, const Arm& arm) {
  HtmlTable t{
      "Every case, with the chance that each forecaster gave it", {"case", "block", "came"}, {}};
  t.columns.insert(t.columns.end(), result.forecasters.begin(), result.forecasters.end());
  for (const EventCase& c : arm.events) {
    std::vector<Cell> row = {words(c.name), words(c.block), words(c.came ? "yes" : "no")};
    for (const double chance : c.chances) {
      row.push_back(words(fmt::format("{:.3f}", chance)));
    }
    t.rows.push_back(std::move(row));
  }
  return "<details><summary>All cases</summary>" + report::table(t) + "</details>\n";
}

std::string arm_section(const Backtest& result, const Arm& arm) {
  std::string body = report::paragraph(
      arm.is_conditional
          ? "Prices, governments, sanctions, tests and trade are those of the record to the end; "
            "deals and lines are the model's. What follows from the declared series is not scored."
          : "Nothing that was observed after the calibration enters: prices, governments, "
            "sanctions and tests are drawn, demand and trade go on by their trend.");
  body += scores_table(arm.deals, fmt::format("Deals and lines: {} cases in {} blocks, {} came",
                                              arm.deals.cases, arm.deals.blocks, arm.deals.came));
  body += report::figure({"reliability-" + arm.name,
                          "How often came what was given a chance. Bars: where the frequency would "
                          "lie in 95 of 100 if the chances were right.",
                          "reliability.csv",
                          {reliability_svg(arm)},
                          {}});
  if (arm.tests.cases > 0) {
    body += scores_table(arm.tests, fmt::format("Years with a test: {} cases in {} blocks, {} came",
                                                arm.tests.cases, arm.tests.blocks, arm.tests.came));
    body += series_table(arm);
  }
  body += patterns_table(arm) + cases_table(result, arm);
  return report::section(arm.name, arm.is_conditional ? "Conditional arm" : "Unconditional arm",
                         body);
}

std::string calibration_section(const Calibration& c, const std::vector<LockCheck>& lock) {
  HtmlTable targets{
      "Targets of the calibration", {"outcome", "record", "all runs", "kept runs"}, {}};
  for (const TargetFit& fit : c.targets) {
    targets.rows.push_back({words(fit.target.name), report::number(fit.target.observed),
                            report::number(fit.prior_mean), report::number(fit.kept_mean)});
  }
  HtmlTable parameters{"What the record says of each parameter",
                       {"parameter", "5 to 95 % before", "5 to 95 % after", "p", ""},
                       {}};
  for (const Identified& p : c.parameters) {
    parameters.rows.push_back(
        {words(p.name), words(rounded(p.prior_low) + " to " + rounded(p.prior_high)),
         words(rounded(p.posterior_low) + " to " + rounded(p.posterior_high)), report::number(p.p),
         words(p.is_constrained ? "constrained" : "not constrained by the record")});
  }
  HtmlTable checks{"Lock", {"what", "verdict"}, {}};
  for (const LockCheck& check : lock) {
    checks.rows.push_back({words(check.what), words(check.holds ? "pass" : "FAIL")});
  }
  return report::section(
      "calibration", "Calibration",
      report::table(checks) + report::table(targets) + report::table(parameters));
}

std::string left_out_section(const HistoricalRecord& record) {
  HtmlTable t{"Left out of the score", {"what", "why"}, {}};
  for (const auto& [name, why] : record.left_out) {
    t.rows.push_back({words(name), words(why)});
  }
  return report::section("record", "The record", report::paragraph(record.rule) + report::table(t));
}

}  // namespace

std::string backtest_page(const Backtest& result, const HistoricalRecord& record,
                          const std::vector<LockCheck>& lock) {
  report::HtmlPage page;
  page.title = "Backtest: " + record.title;
  page.description = "Forecasts of a calibrated model beside five baselines";
  for (const std::string& sentence : verdict(result)) {
    page.top += report::paragraph(sentence);
  }
  page.top += report::paragraph(hindsight_words());
  for (const Arm& arm : result.arms) {
    page.links += fmt::format("<li><a href=\"#{0}\">{0} arm</a></li>", arm.name);
    page.body += arm_section(result, arm);
  }
  page.links +=
      "<li><a href=\"#calibration\">calibration</a></li><li><a href=\"#record\">record</a></li>";
  page.body += calibration_section(result.calibration, lock) + left_out_section(record);
  return report::page(page);
}

}  // namespace tumen
