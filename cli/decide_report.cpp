#include "cli/decide_report.hpp"

#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

constexpr std::size_t most_scenarios_told = 8;

const char* direction_name(Direction direction) {
  return direction == Direction::max ? "max" : "min";
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
std::string verdicts_table(const Judgement& o, std::size_t width) {
  std::vector<TextTable::Column> columns = {{"rule"}};
  for (const std::string& policy : o.payoffs.policies) {
    columns.push_back({printable(policy), Align::right});
  }
  columns.push_back({"what it looks at"});
  TextTable table(columns);
  for (const RuleVerdict& v : o.verdicts) {
    std::vector<std::string> row = {v.name};
    for (std::size_t p = 0; p < v.scores.size(); ++p) {
      row.push_back((is_winner(v, p) ? "*" : "") + rounded(v.scores[p]));
    }
    row.push_back(v.meaning);
    table.add(std::move(row));
  }
  return table.text(width);
}

std::string outcome_text(const Judgement& o, std::size_t width) {
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

JsonObject outcome_json(const Judgement& o) {
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
  for (const Judgement& o : r.outcomes) {
    text += (text.empty() ? "" : "\n") + outcome_text(o, width);
  }
  if (r.outcomes.size() > 1) {
    text += "\n" + wrapped_text(pareto_words(r.outcomes), width);
  }
  return text;
}

Json decide_json(const DecideReport& r) {
  JsonArray outcomes;
  for (const Judgement& o : r.outcomes) {
    outcomes.push_back(outcome_json(o));
  }
  const std::vector<std::string>& policies = r.outcomes.front().payoffs.policies;
  JsonObject told = {{"table", r.table}, {"outcomes", std::move(outcomes)}};
  told["pareto"] = {{"by_mean", names_json(pareto_by(r.outcomes, "laplace"), policies)},
                    {"by_worst", names_json(pareto_by(r.outcomes, "maximin"), policies)}};
  return told;
}

}  // namespace tumen::cli
