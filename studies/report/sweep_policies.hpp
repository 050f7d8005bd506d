#pragma once
// The runs of a sweep under several policies: each policy's own table, and what they decide.
#include "sim/table.hpp"
#include "studies/decisions/judgement.hpp"
#include "studies/decisions/luck.hpp"
#include "studies/sensitivity/outcomes.hpp"
#include "studies/study.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// What the runs say about the choice among policies, by one outcome.
struct SweepDecision {
  std::string reason;  ///< why there is none; empty if there is
  Judgement judgement = {};
  LuckReport luck = {};
};

/// The outcomes of a policy's runs, in the table's order.
struct PolicyOutcomes {
  std::string policy;
  std::vector<DesignOutcome> outcomes;
};

/// The runs.csv of a sweep with policies, policy by policy in their order. Throws InputError as
/// parse_table and outcomes_by_line do.
[[nodiscard]] std::vector<PolicyOutcomes> outcomes_by_policy(const std::string& csv,
                                                             const std::string& file,
                                                             std::size_t points);

/// One a outcome. Where a run has no value (the year of what did not happen) there is a reason.
[[nodiscard]] std::vector<SweepDecision> decisions_of(const std::vector<PolicyOutcomes>& policies,
                                                      const Study& study);

}  // namespace tumen
