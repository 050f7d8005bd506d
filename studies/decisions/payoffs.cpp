#include "studies/decisions/payoffs.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

const MixedColumn& column_of(const MixedTable& table, const std::string& name) {
  const auto it = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const MixedColumn& c) { return c.name == name; });
  if (it == table.columns.end()) {
    std::vector<std::string> names;
    for (const MixedColumn& column : table.columns) {
      names.push_back(column.name);
    }
    refuse_line(table.file, 0, fmt::format("no column {}", in_quotes(name)), join_names(names),
                nearest_name(name, names));
  }
  return *it;
}

using Counts = std::vector<std::vector<std::size_t>>;

/// Turns sums into means; refuses a pair without a line.
void divide(PayoffTable& payoffs, const Counts& counts, const std::string& file) {
  payoffs.fewest = counts[0][0];
  for (std::size_t p = 0; p < counts.size(); ++p) {
    for (std::size_t s = 0; s < counts[p].size(); ++s) {
      if (counts[p][s] == 0) {
        refuse_line(file, 0,
                    fmt::format("no line for policy {} in scenario {}",
                                in_quotes(payoffs.policies[p]), in_quotes(payoffs.scenarios[s])),
                    "a line or more for every policy in every scenario");
      }
      payoffs.values[p][s] /= static_cast<double>(counts[p][s]);
      payoffs.fewest = std::min(payoffs.fewest, counts[p][s]);
      payoffs.most = std::max(payoffs.most, counts[p][s]);
    }
  }
}

}  // namespace

PayoffTable payoffs_of(const MixedTable& table, const PayoffColumns& columns) {
  const MixedColumn& policy = column_of(table, columns.policy);
  const MixedColumn& scenario = column_of(table, columns.scenario);
  const MixedColumn& outcome = column_of(table, columns.outcome);
  PayoffTable payoffs{columns.outcome, columns.direction, policy.words, scenario.words, {}};
  payoffs.values.assign(policy.words.size(), std::vector<double>(scenario.words.size()));
  Counts counts(policy.words.size(), std::vector<std::size_t>(scenario.words.size()));
  for (std::size_t line = 0; line < table.rows(); ++line) {
    const auto p = static_cast<std::size_t>(policy.values[line]);
    const auto s = static_cast<std::size_t>(scenario.values[line]);
    payoffs.values[p][s] += outcome.values[line];
    ++counts[p][s];
  }
  divide(payoffs, counts, table.file);
  return payoffs;
}

std::vector<std::vector<double>> regrets_of(const PayoffTable& table) {
  std::vector<std::vector<double>> regrets = table.values;
  for (std::size_t s = 0; s < table.scenarios.size(); ++s) {
    double best = table.values[0][s];
    for (const std::vector<double>& row : table.values) {
      best = is_better(row[s], best, table.direction) ? row[s] : best;
    }
    for (std::vector<double>& row : regrets) {
      row[s] = std::abs(best - row[s]);
    }
  }
  return regrets;
}

}  // namespace tumen
