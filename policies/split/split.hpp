#pragma once
// All split rules behind one switch. The rule is a setting of the scenario, the same in every lane.
#include "policies/split/members.hpp"
#include "policies/split/problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tumen {

/// How the signatories divide the joint surplus: the solution concept.
enum class SplitRule : std::uint8_t {
#define TUMEN_SPLIT_RULE(name) name,
#include "policies/split/catalog.inc"
#undef TUMEN_SPLIT_RULE
};

/// Every rule, in the order of the catalogue.
inline constexpr auto split_rules = std::to_array<SplitRule>({
#define TUMEN_SPLIT_RULE(name) SplitRule::name,
#include "policies/split/catalog.inc"
#undef TUMEN_SPLIT_RULE
});

/// Name of a rule as configurations write it.
[[nodiscard]] constexpr std::string_view split_rule_name(SplitRule rule) {
  constexpr auto names = std::to_array<std::string_view>({
#define TUMEN_SPLIT_RULE(name) #name,
#include "policies/split/catalog.inc"
#undef TUMEN_SPLIT_RULE
  });
  return names[static_cast<std::size_t>(rule)];
}

/// The weights of a rule that shares out every surplus alike, x_i = d_i + weight_i S; nothing where
/// what it gives depends on the surplus.
template <class Real>
[[nodiscard]] constexpr std::optional<PerSignatory<Real>> fixed_weights(
    SplitRule rule, const BargainingProblem<Real>& problem) {
  switch (rule) {
    case SplitRule::nash:
      return weights_nash(problem);
    case SplitRule::egalitarian:
      return weights_egalitarian(problem);
    case SplitRule::shapley:
      return weights_shapley(problem);
    default:
      return std::nullopt;
  }
}

/// Payoffs [M USD/y] of the signatories under `rule`. For every rule they sum to the disagreement
/// payoffs plus max(S, 0) (up to rounding), nobody falls below its disagreement payoff, and entries
/// from problem.n on are 0.
template <class Real>
[[nodiscard]] constexpr Shares<Real> split(SplitRule rule, const BargainingProblem<Real>& problem) {
  switch (rule) {
#define TUMEN_SPLIT_RULE(name) \
  case SplitRule::name:        \
    return split_##name(problem);
#include "policies/split/catalog.inc"
#undef TUMEN_SPLIT_RULE
  }
  return problem.disagreement;
}

}  // namespace tumen
