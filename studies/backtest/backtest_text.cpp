#include "sim/text_table.hpp"
#include "sim/wording.hpp"
#include "studies/backtest/backtest_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

using Align = TextTable::Align;

std::string lock_text(const std::vector<LockCheck>& lock) {
  if (lock.empty()) {
    return "No lock was given: the calibration was made for this backtest.\n";
  }
  std::string text;
  for (const LockCheck& check : lock) {
    text += fmt::format("  {}  {}\n", check.holds ? "PASS" : "FAIL", check.what);
  }
  return "Lock of the calibration\n" + text;
}

std::string scores_text(const EventScores& scores, const std::string& title, std::size_t width) {
  TextTable table({{"forecaster"},
                   {"Brier", Align::right},
                   {"log", Align::right},
                   {"reliability", Align::right},
                   {"resolution", Align::right},
                   {"model's skill over it, 90 %", Align::right},
                   {"least, without"}});
  for (std::size_t f = 0; f < scores.scores.size(); ++f) {
    const EventScore& s = scores.scores[f];
    std::string skill;
    std::string least;
    if (f > 0) {
      const SkillComparison& c = scores.comparisons[f - 1];
      skill = fmt::format("{:+.2f} [{:+.2f}, {:+.2f}]", c.brier.value, c.brier.low, c.brier.high);
      least = fmt::format("{:+.2f} {}", c.least, c.without);
    }
    table.add({s.forecaster, fmt::format("{:.4f}", s.brier), fmt::format("{:.3f}", s.log),
               fmt::format("{:.4f}", s.parts.reliability),
               fmt::format("{:.4f}", s.parts.resolution), skill, least});
  }
  return fmt::format("{}: {} cases in {} blocks, {} came\n{}", title, scores.cases, scores.blocks,
                     scores.came, table.text(width));
}

std::string series_text(const Arm& arm, std::size_t width) {
  TextTable table({{"number"},
                   {"years", Align::right},
                   {"CRPS", Align::right},
                   {"persistence", Align::right},
                   {"within the model's 90 %", Align::right}});
  for (const NumberScores& s : arm.series) {
    table.add({s.series, fmt::format("{}", s.cases), rounded(s.crps.front()),
               rounded(s.crps.back()), fmt::format("{:.2f}", s.covered)});
  }
  return "Numbers by year\n" + table.text(width);
}

std::string patterns_text(const Arm& arm, std::size_t width) {
  TextTable table({{"", Align::right}, {"verdict"}, {"pattern"}});
  for (const Pattern& p : arm.patterns) {
    table.add({fmt::format("{}", p.number),
               p.is_implied ? "not scored"
               : p.holds    ? "pass"
                            : "FAIL",
               fmt::format("{}: {}; asked {}", p.says, p.figure, p.asked)});
  }
  return "Patterns\n" + table.text(width);
}

std::string variants_text(const Backtest& result, std::size_t width) {
  TextTable table({{"calibrated"},
                   {"deals signed by 2008", Align::right},
                   {"targets missed", Align::right},
                   {"points left", Align::right},
                   {"farthest run kept", Align::right},
                   {"rate", Align::right}});
  for (const Variant& v : result.variants) {
    table.add({v.name, fmt::format("{:.2f}", v.signatures), fmt::format("{}", v.may_fail),
               fmt::format("{}", v.points_left), fmt::format("{:.2f}", v.distance),
               v.agreement_rate > 0 ? fmt::format("{:.3f} a year", v.agreement_rate) : ""});
  }
  return table.text(width);
}

JsonObject scores_json(const EventScores& scores) {
  JsonArray forecasters;
  for (std::size_t f = 0; f < scores.scores.size(); ++f) {
    const EventScore& s = scores.scores[f];
    JsonObject row{{"forecaster", s.forecaster},
                   {"brier", s.brier},
                   {"log", json_number(s.log)},
                   {"reliability", s.parts.reliability},
                   {"resolution", s.parts.resolution}};
    if (f > 0) {
      const SkillScore& brier = scores.comparisons[f - 1].brier;
      row["skill_of_model"] = json_number(brier.value);
      row["skill_low"] = json_number(brier.low);
      row["skill_high"] = json_number(brier.high);
      row["least_skill"] = json_number(scores.comparisons[f - 1].least);
      row["without"] = scores.comparisons[f - 1].without;
    }
    forecasters.push_back(std::move(row));
  }
  return {{"cases", scores.cases},
          {"came", scores.came},
          {"blocks", scores.blocks},
          {"forecasters", std::move(forecasters)}};
}

JsonObject arm_json(const Arm& arm) {
  JsonArray patterns;
  for (const Pattern& p : arm.patterns) {
    patterns.push_back(JsonObject{{"number", p.number},
                                  {"says", p.says},
                                  {"figure", p.figure},
                                  {"asked", p.asked},
                                  {"is_scored", !p.is_implied},
                                  {"holds", p.holds}});
  }
  JsonObject out{{"arm", arm.name},
                 {"scenario", arm.scenario},
                 {"deals_and_lines", scores_json(arm.deals)},
                 {"patterns", std::move(patterns)}};
  if (arm.tests.cases > 0) {
    out["tests"] = scores_json(arm.tests);
  }
  JsonArray series;
  for (const NumberScores& s : arm.series) {
    series.push_back(JsonObject{{"outcome", s.series},
                                {"years", s.cases},
                                {"crps", s.crps.front()},
                                {"crps_of_persistence", s.crps.back()},
                                {"within_90", s.covered}});
  }
  out["numbers"] = std::move(series);
  return out;
}

}  // namespace

std::string_view hindsight_words() {
  return "Equations, packages and ranges were designed by people who know what happened; the lock "
         "protects parameters only.";
}

std::string backtest_text(const Backtest& result, const std::vector<LockCheck>& lock,
                          std::size_t width) {
  std::string text = "Verdict\n";
  for (const std::string& sentence : verdict(result)) {
    text += wrapped_text(sentence, width);
  }
  text += wrapped_text(hindsight_words(), width) + "\n" + lock_text(lock) + "\n" +
          variants_text(result, width);
  for (const Arm& arm : result.arms) {
    text += fmt::format("\n== {} arm ({})\n\n", arm.name, arm.scenario) +
            scores_text(arm.deals, "Deals and lines", width) + "\n";
    if (arm.tests.cases > 0) {
      text +=
          scores_text(arm.tests, "Years with tests", width) + "\n" + series_text(arm, width) + "\n";
    }
    text += patterns_text(arm, width);
  }
  return text;
}

JsonObject backtest_json(const Backtest& result, const std::vector<LockCheck>& lock) {
  JsonArray sentences;
  for (const std::string& sentence : verdict(result)) {
    sentences.emplace_back(sentence);
  }
  JsonArray checks;
  for (const LockCheck& check : lock) {
    checks.push_back(JsonObject{{"what", check.what}, {"holds", check.holds}});
  }
  JsonArray arms;
  for (const Arm& arm : result.arms) {
    arms.push_back(arm_json(arm));
  }
  return {{"verdict", std::move(sentences)},
          {"hindsight", std::string(hindsight_words())},
          {"lock", std::move(checks)},
          {"arms", std::move(arms)}};
}

}  // namespace tumen
