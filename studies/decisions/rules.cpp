#include "studies/decisions/rules.hpp"

#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include <fmt/format.h>

namespace tumen {
namespace {

using Row = std::vector<double>;

double mean_of(const Row& row) {
  return std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size());
}

/// Standard deviation over the scenarios, which are all there are: divided by their number.
double deviation_of(const Row& row) {
  const double mean = mean_of(row);
  double squares = 0;
  for (const double x : row) {
    squares += (x - mean) * (x - mean);
  }
  return std::sqrt(squares / static_cast<double>(row.size()));
}

double largest(const Row& row) {
  return *std::max_element(row.begin(), row.end());
}

double percentile_90(Row row) {
  std::sort(row.begin(), row.end());
  return quantile_of_sorted(row, 0.9);
}

struct Ends {
  double worst = 0, best = 0;
};

Ends ends_of(const Row& row, Direction direction) {
  const auto [low, high] = std::minmax_element(row.begin(), row.end());
  return direction == Direction::max ? Ends{*low, *high} : Ends{*high, *low};
}

void set_winners(RuleVerdict& verdict) {
  double best = verdict.scores.front(), size = 0;
  for (const double score : verdict.scores) {
    best = is_better(score, best, verdict.direction) ? score : best;
    size = std::max(size, std::abs(score));
  }
  for (std::size_t p = 0; p < verdict.scores.size(); ++p) {
    if (std::abs(verdict.scores[p] - best) <= 1e-9 * size) {
      verdict.winners.push_back(p);
    }
  }
}

RuleVerdict verdict_of(const std::vector<Row>& rows, RuleVerdict verdict,
                       const std::function<double(const Row&)>& score) {
  for (const Row& row : rows) {
    verdict.scores.push_back(score(row));
  }
  set_winners(verdict);
  return verdict;
}

double number_of(const Target& threshold) {
  const std::optional<double> number = cell_number(threshold.text);
  if (!number) {
    refuse_line("--satisfy", 0, in_quotes(threshold.text), "a number with a comparison: \">=0.5\"");
  }
  return *number;
}

RuleVerdict satisficing(const PayoffTable& table, const Target& threshold) {
  const double bound = number_of(threshold);
  const auto share = [&](const Row& row) {
    const auto n =
        std::count_if(row.begin(), row.end(), [&](double x) { return threshold.holds(x, bound); });
    return static_cast<double>(n) / static_cast<double>(row.size());
  };
  return verdict_of(table.values,
                    {"satisficing",
                     fmt::format("share of scenarios where it {}", target_words(threshold)),
                     Direction::max,
                     {},
                     {}},
                    share);
}

}  // namespace

std::vector<RuleVerdict> judge(const PayoffTable& table, const RuleSettings& settings) {
  const Direction d = table.direction;
  const std::vector<Row> regrets = regrets_of(table);
  const double a = settings.optimism;
  const double risk = d == Direction::max ? -settings.risk_weight : settings.risk_weight;
  std::vector<RuleVerdict> verdicts = {
      verdict_of(table.values, {"maximin", "in the worst scenario", d, {}, {}},
                 [&](const Row& row) { return ends_of(row, d).worst; }),
      verdict_of(table.values, {"maximax", "in the best scenario", d, {}, {}},
                 [&](const Row& row) { return ends_of(row, d).best; }),
      verdict_of(table.values,
                 {"hurwicz", fmt::format("{} x best + {:.6g} x worst", a, 1 - a), d, {}, {}},
                 [&](const Row& row) {
                   const Ends ends = ends_of(row, d);
                   return a * ends.best + (1 - a) * ends.worst;
                 }),
      verdict_of(table.values, {"laplace", "mean over scenarios", d, {}, {}}, mean_of),
      verdict_of(regrets, {"minimax_regret", "largest regret", Direction::min, {}, {}}, largest),
      verdict_of(regrets, {"regret_90", "90th percentile of regret", Direction::min, {}, {}},
                 percentile_90),
      verdict_of(table.values,
                 {"mean_variance",
                  fmt::format("mean {} {} standard deviations", risk < 0 ? "less" : "plus",
                              settings.risk_weight),
                  d,
                  {},
                  {}},
                 [&](const Row& row) { return mean_of(row) + risk * deviation_of(row); })};
  if (settings.threshold) {
    verdicts.push_back(satisficing(table, *settings.threshold));
  }
  return verdicts;
}

}  // namespace tumen
