#include "cli/decide_report.hpp"

#include "sim/text_table.hpp"
#include "sim/wording.hpp"
#include "studies/decisions/pareto.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

constexpr std::size_t most_scenarios_told = 8;

const char* direction_name(Direction direction) {
  return direction == Direction::max ? "max" : "min";
}

std::vector<std::string> names_of(const std::vector<std::size_t>& places,
                                  const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::size_t place : places) {
    out.push_back(printable(names[place]));
  }
  return out;
}

/// Policies that another is never worse and somewhere better than, over the scenarios.
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

std::string payoffs_table(const PayoffTable& t, std::size_t width) {
  if (t.scenarios.size() > most_scenarios_told) {
    return "";
  }
  std::vector<TextTable::Column> columns = {{"policy"}};
  for (const std::string& scenario : t.scenarios) {
    columns.push_back({printable(scenario), Align::right});
  }
  TextTable table(columns);
  for (std::size_t p = 0; p < t.policies.size(); ++p) {
    std::vector<std::string> row = {printable(t.policies[p])};
    for (const double value : t.values[p]) {
      row.push_back(rounded(value));
    }
    table.add(std::move(row));
  }
  return table.text(width) + "\n";
}

/// One line a rule, one column a policy; the winners have a star.
std::string verdicts_table(const DecideOutcome& o, std::size_t width) {
  std::vector<TextTable::Column> columns = {{"rule"}};
  for (const std::string& policy : o.payoffs.policies) {
    columns.push_back({printable(policy), Align::right});
  }
  columns.push_back({"what it looks at"});
  TextTable table(columns);
  for (const RuleVerdict& v : o.verdicts) {
    std::vector<std::string> row = {v.name};
    for (std::size_t p = 0; p < v.scores.size(); ++p) {
      const bool wins = std::find(v.winners.begin(), v.winners.end(), p) != v.winners.end();
      row.push_back((wins ? "*" : "") + rounded(v.scores[p]));
    }
    row.push_back(v.meaning);
    table.add(std::move(row));
  }
  return table.text(width);
}

/// Who wins by how many rules.
std::string tally_words(const DecideOutcome& o) {
  std::vector<std::string> parts;
  for (std::size_t p = 0; p < o.payoffs.policies.size(); ++p) {
    const auto wins = std::count_if(o.verdicts.begin(), o.verdicts.end(), [p](const auto& v) {
      return std::find(v.winners.begin(), v.winners.end(), p) != v.winners.end();
    });
    if (wins > 0) {
      parts.push_back(fmt::format("{} by {} of {} rules", printable(o.payoffs.policies[p]), wins,
                                  o.verdicts.size()));
    }
  }
  std::string text = "Best: " + join_and(parts) + ".";
  const std::vector<std::size_t> beaten = dominated(o.payoffs);
  if (!beaten.empty()) {
    text += fmt::format(" Another policy is in no scenario worse and in some better than {}.",
                        join_and(names_of(beaten, o.payoffs.policies)));
  }
  return text;
}

std::string outcome_text(const DecideOutcome& o, std::size_t width) {
  const PayoffTable& t = o.payoffs;
  const std::string lines = t.fewest < t.most ? fmt::format("{} to {} lines", t.fewest, t.most)
                            : t.most == 1     ? "1 line"
                                              : fmt::format("{} lines", t.most);
  return fmt::format("{} ({} is better): {} policies, {} scenarios, {} a pair\n\n",
                     printable(t.outcome), t.direction == Direction::max ? "more" : "less",
                     t.policies.size(), t.scenarios.size(), lines) +
         payoffs_table(t, width) + verdicts_table(o, width) + "\n" +
         wrapped_text(tally_words(o), width);
}

/// The policies by what one rule says of each outcome, and those that nothing dominates.
std::vector<std::size_t> pareto_by(const DecideReport& r, std::string_view rule) {
  std::vector<std::vector<double>> options(r.outcomes.front().payoffs.policies.size());
  std::vector<Direction> directions;
  for (const DecideOutcome& o : r.outcomes) {
    const auto verdict = std::find_if(o.verdicts.begin(), o.verdicts.end(),
                                      [&](const RuleVerdict& v) { return v.name == rule; });
    directions.push_back(verdict->direction);
    for (std::size_t p = 0; p < options.size(); ++p) {
      options[p].push_back(verdict->scores[p]);
    }
  }
  return pareto_set(options, directions);
}

JsonArray names_json(const std::vector<std::size_t>& places,
                     const std::vector<std::string>& names) {
  JsonArray out;
  for (const std::size_t place : places) {
    out.push_back(Json(names[place]));
  }
  return out;
}

JsonObject by_scenario(const PayoffTable& t, const std::vector<double>& row) {
  JsonObject out;
  for (std::size_t s = 0; s < row.size(); ++s) {
    out[t.scenarios[s]] = row[s];
  }
  return out;
}

JsonObject outcome_json(const DecideOutcome& o) {
  const PayoffTable& t = o.payoffs;
  const std::vector<std::vector<double>> regrets = regrets_of(t);
  JsonObject payoffs, regret;
  for (std::size_t p = 0; p < t.policies.size(); ++p) {
    payoffs[t.policies[p]] = by_scenario(t, t.values[p]);
    regret[t.policies[p]] = by_scenario(t, regrets[p]);
  }
  JsonArray rules;
  for (const RuleVerdict& v : o.verdicts) {
    JsonObject scores;
    for (std::size_t p = 0; p < t.policies.size(); ++p) {
      scores[t.policies[p]] = v.scores[p];
    }
    rules.push_back({{"rule", v.name},
                     {"meaning", v.meaning},
                     {"best_is", direction_name(v.direction)},
                     {"winners", names_json(v.winners, t.policies)},
                     {"scores", std::move(scores)}});
  }
  return {{"outcome", t.outcome},
          {"direction", direction_name(t.direction)},
          {"replicates", JsonArray{t.fewest, t.most}},
          {"rules", std::move(rules)},
          {"dominated", names_json(dominated(t), t.policies)},
          {"payoffs", std::move(payoffs)},
          {"regrets", std::move(regret)}};
}

}  // namespace

std::string decide_text(const DecideReport& r, std::size_t width) {
  std::string text;
  for (const DecideOutcome& o : r.outcomes) {
    text += (text.empty() ? "" : "\n") + outcome_text(o, width);
  }
  if (r.outcomes.size() > 1) {
    const std::vector<std::string>& policies = r.outcomes.front().payoffs.policies;
    text += "\n" +
            wrapped_text(fmt::format("Not beaten in all outcomes at once, by their means: {}; in "
                                     "their worst scenarios: {}.",
                                     join_and(names_of(pareto_by(r, "laplace"), policies)),
                                     join_and(names_of(pareto_by(r, "maximin"), policies))),
                         width);
  }
  return text;
}

Json decide_json(const DecideReport& r) {
  JsonArray outcomes;
  for (const DecideOutcome& o : r.outcomes) {
    outcomes.push_back(outcome_json(o));
  }
  const std::vector<std::string>& policies = r.outcomes.front().payoffs.policies;
  JsonObject told = {{"table", r.table}, {"outcomes", std::move(outcomes)}};
  told["pareto"] = {{"by_mean", names_json(pareto_by(r, "laplace"), policies)},
                    {"by_worst", names_json(pareto_by(r, "maximin"), policies)}};
  return told;
}

}  // namespace tumen::cli
