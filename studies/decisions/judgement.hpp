#pragma once
// The rules' verdicts on an outcome, and what they say together.
#include "studies/decisions/rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// One outcome with the verdicts on it.
struct Judgement {
  PayoffTable payoffs;
  std::vector<RuleVerdict> verdicts;
};

[[nodiscard]] bool is_winner(const RuleVerdict& verdict, std::size_t policy);

/// Policies that another is in no scenario worse than and in some better.
[[nodiscard]] std::vector<std::size_t> dominated(const PayoffTable& table);

/// Who wins by how many rules, and who is dominated.
[[nodiscard]] std::string tally_words(const Judgement& judgement);

/// The policies that no other beats in all outcomes at once, by the scores of one rule. The
/// judgements are of the same policies; at least one.
[[nodiscard]] std::vector<std::size_t> pareto_by(const std::vector<Judgement>& judgements,
                                                 std::string_view rule);

/// The sentence on several outcomes; empty for one.
[[nodiscard]] std::string pareto_words(const std::vector<Judgement>& judgements);

}  // namespace tumen
