#include "studies/report/sweep_policies.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// What stands before the first comma, and the rest.
std::pair<std::string_view, std::string_view> split_first(std::string_view line) {
  const std::size_t comma = std::min(line.find(','), line.size());
  return {line.substr(0, comma), line.substr(std::min(comma + 1, line.size()))};
}

Goal goal_of(const Study& study, const std::string& outcome) {
  for (const Goal& goal : study.goals) {
    if (goal.outcome == outcome) {
      return goal;
    }
  }
  return {outcome, Direction::max, ""};
}

/// A value a point and replicate; the mean where there is one replicate alone.
const std::vector<double>& values_of(const DesignOutcome& outcome) {
  return outcome.values.empty() ? outcome.mean : outcome.values;
}

PolicyRuns runs_of(const std::vector<PolicyOutcomes>& policies, std::size_t k) {
  const DesignOutcome& first = policies.front().outcomes[k];
  PolicyRuns runs;
  runs.outcome = first.name;
  for (std::size_t s = 0; s < first.mean.size(); ++s) {
    runs.points.push_back(fmt::format("{}", s));
  }
  runs.replicates = values_of(first).size() / first.mean.size();
  for (const PolicyOutcomes& policy : policies) {
    runs.policies.push_back(policy.policy);
    const std::vector<double>& values = values_of(policy.outcomes[k]);
    runs.values.insert(runs.values.end(), values.begin(), values.end());
  }
  return runs;
}

SweepDecision decision_of(PolicyRuns&& runs, const Goal& goal) {
  const auto missing = std::count_if(runs.values.begin(), runs.values.end(),
                                     [](double value) { return !std::isfinite(value); });
  if (missing > 0) {
    SweepDecision none;
    none.reason = fmt::format(
        "{} of {} runs have no value of {}: policies are compared by what every run has", missing,
        runs.values.size(), runs.outcome);
    return none;
  }
  runs.direction = goal.direction;
  RuleSettings settings;
  if (!goal.threshold.empty()) {
    settings.threshold = parse_target(goal.threshold, "goals");
  }
  const PayoffTable payoffs = payoffs_of(runs);
  return {"", {payoffs, judge(payoffs, settings)}, luck_of(runs, settings)};
}

}  // namespace

std::vector<PolicyOutcomes> outcomes_by_policy(const std::string& csv, const std::string& file,
                                               std::size_t points) {
  std::string_view rest = csv;
  const auto next_line = [&rest] {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    return line;
  };
  const std::string header(split_first(next_line()).second);
  std::vector<std::pair<std::string, std::string>> tables;
  while (!rest.empty()) {
    const auto [policy, line] = split_first(next_line());
    if (tables.empty() || tables.back().first != policy) {
      tables.emplace_back(policy, header);
    }
    tables.back().second += line;
  }
  std::vector<PolicyOutcomes> all;
  for (const auto& [policy, text] : tables) {
    all.push_back({policy, outcomes_by_line(parse_table(text, file, Missing::masked), points)});
  }
  return all;
}

std::vector<SweepDecision> decisions_of(const std::vector<PolicyOutcomes>& policies,
                                        const Study& study) {
  std::vector<SweepDecision> decisions;
  for (std::size_t k = 0; k < policies.front().outcomes.size(); ++k) {
    decisions.push_back(
        decision_of(runs_of(policies, k), goal_of(study, policies.front().outcomes[k].name)));
  }
  return decisions;
}

}  // namespace tumen
