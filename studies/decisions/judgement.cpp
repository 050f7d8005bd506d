#include "studies/decisions/judgement.hpp"

#include "sim/document/scalar.hpp"
#include "sim/wording.hpp"
#include "studies/decisions/pareto.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

std::vector<std::string> names_of(const std::vector<std::size_t>& places,
                                  const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::size_t place : places) {
    out.push_back(printable(names[place]));
  }
  return out;
}

}  // namespace

bool is_winner(const RuleVerdict& verdict, std::size_t policy) {
  return std::find(verdict.winners.begin(), verdict.winners.end(), policy) != verdict.winners.end();
}

std::vector<std::size_t> dominated(const PayoffTable& t) {
  const std::vector<Direction> directions(t.scenarios.size(), t.direction);
  const std::vector<std::size_t> best = pareto_set(t.values, directions);
  std::vector<std::size_t> out;
  for (std::size_t p = 0; p < t.policies.size(); ++p) {
    if (std::find(best.begin(), best.end(), p) == best.end()) {
      out.push_back(p);
    }
  }
  return out;
}

std::string tally_words(const Judgement& j) {
  std::vector<std::string> parts;
  for (std::size_t p = 0; p < j.payoffs.policies.size(); ++p) {
    const auto wins = std::count_if(j.verdicts.begin(), j.verdicts.end(),
                                    [p](const RuleVerdict& v) { return is_winner(v, p); });
    if (wins > 0) {
      parts.push_back(fmt::format("{} by {} of {} rules", printable(j.payoffs.policies[p]), wins,
                                  j.verdicts.size()));
    }
  }
  std::string text = "Best: " + join_and(parts) + ".";
  const std::vector<std::size_t> beaten = dominated(j.payoffs);
  if (!beaten.empty()) {
    text += fmt::format(" Another policy is in no scenario worse and in some better than {}.",
                        join_and(names_of(beaten, j.payoffs.policies)));
  }
  return text;
}

std::vector<std::size_t> pareto_by(const std::vector<Judgement>& judgements,
                                   std::string_view rule) {
  std::vector<std::vector<double>> options(judgements.front().payoffs.policies.size());
  std::vector<Direction> directions;
  for (const Judgement& j : judgements) {
    const auto verdict = std::find_if(j.verdicts.begin(), j.verdicts.end(),
                                      [&](const RuleVerdict& v) { return v.name == rule; });
    directions.push_back(verdict->direction);
    for (std::size_t p = 0; p < options.size(); ++p) {
      options[p].push_back(verdict->scores[p]);
    }
  }
  return pareto_set(options, directions);
}

std::string pareto_words(const std::vector<Judgement>& judgements) {
  if (judgements.size() < 2) {
    return "";
  }
  const std::vector<std::string>& policies = judgements.front().payoffs.policies;
  return fmt::format(
      "Not beaten in all outcomes at once, by their means: {}; in their worst scenarios: {}.",
      join_and(names_of(pareto_by(judgements, "laplace"), policies)),
      join_and(names_of(pareto_by(judgements, "maximin"), policies)));
}

}  // namespace tumen
