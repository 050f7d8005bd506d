// What the scores of a backtest say, in plain words.
#include "studies/backtest/backtest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr std::size_t few_blocks = 20;  // studies/scores/skill.hpp

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t k = 0; k < names.size(); ++k) {
    text += (k == 0 ? "" : k + 1 == names.size() ? " and " : ", ") + names[k];
  }
  return text;
}

std::string skill_words(const EventScores& scores, const char* what) {
  std::vector<std::string> better;
  std::vector<std::string> worse;
  std::vector<std::string> open;
  for (const SkillComparison& c : scores.comparisons) {
    (c.brier.low > 0 ? better : c.brier.high < 0 ? worse : open).push_back(c.over);
  }
  std::string text = better.empty() ? fmt::format("No skill shown on {}", what)
                                    : fmt::format("Skill on {} over {}", what, listed(better));
  if (!worse.empty()) {
    text += "; worse than " + listed(worse);
  }
  if (!open.empty()) {
    text += "; not told apart from " + listed(open);
  }
  text +=
      fmt::format(" (Brier, 90 % intervals over {} blocks of {} cases{}).", scores.blocks,
                  scores.cases, scores.blocks < few_blocks ? ", with so few blocks too short" : "");
  for (const SkillComparison& c : scores.comparisons) {
    if (!better.empty() && c.over == better.back()) {
      text += fmt::format(" Over {} it is {:+.2f}; without {} it would be {:+.2f}.", c.over,
                          c.brier.value, c.without, c.least);
    }
  }
  const bool beats_coin = std::find(better.begin(), better.end(), coin_forecaster) != better.end();
  if (!better.empty() && !beats_coin) {
    text += " Without skill over the coin none of it is shown to come from bargaining.";
  }
  return text;
}

}  // namespace

std::vector<std::string> verdict(const Backtest& result) {
  std::vector<std::string> out;
  for (const Arm& arm : result.arms) {
    std::string text =
        fmt::format("{} arm: {}", arm.is_conditional ? "Conditional" : "Unconditional",
                    skill_words(arm.deals, "deals and lines"));
    if (arm.tests.cases > 0) {
      text += " " + skill_words(arm.tests, "years with tests");
    }
    int held = 0;
    int asked = 0;
    for (const Pattern& p : arm.patterns) {
      asked += p.is_implied ? 0 : 1;
      held += !p.is_implied && p.holds ? 1 : 0;
    }
    out.push_back(text + fmt::format(" {} of {} patterns hold.", held, asked));
  }
  return out;
}

}  // namespace tumen
