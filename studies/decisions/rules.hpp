#pragma once
// Rules for a choice among policies without chances of the scenarios. They disagree, and that is
// what they are for: a policy that wins by many is robust. List and names: McPhail et al., Earth's
// Future 6 (2018) 169.
#include "studies/decisions/payoffs.hpp"
#include "studies/discovery/cases.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

struct RuleSettings {
  double optimism = 0.5;     ///< of Hurwicz: weight of the best scenario, 0 to 1
  double risk_weight = 1.0;  ///< of mean-variance: standard deviations taken off the mean
  std::optional<Target> threshold = {};  ///< of satisficing; without one there is no such rule
};

/// What a rule says of every policy. Scores are in the outcome's unit, that of satisficing is a
/// share of scenarios.
struct RuleVerdict {
  std::string name, meaning;
  Direction direction = Direction::max;  ///< which end of the score is good
  std::vector<double> scores;            ///< by policy
  std::vector<std::size_t> winners;      ///< the best policy, or several that are equal
};

/// In this order:
/// * maximin (Wald): the outcome in the worst scenario
/// * maximax: in the best one
/// * hurwicz: optimism x best + (1 - optimism) x worst
/// * laplace: the mean over scenarios, each as likely
/// * minimax_regret (Savage): the largest regret
/// * regret_90: the 90th percentile of regret over scenarios, interpolated
/// * mean_variance: the mean less (min: plus) risk_weight standard deviations over the scenarios
/// * satisficing (Starr): the share of scenarios in which the threshold holds
///
/// Policies are equal in a rule where their scores differ by less than 10^-9 of the largest size.
/// Throws InputError for a threshold that is no number.
[[nodiscard]] std::vector<RuleVerdict> judge(const PayoffTable& table,
                                             const RuleSettings& settings = {});

}  // namespace tumen
