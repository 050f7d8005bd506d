// The tables and pictures of a choice among policies.
#include "sim/csv.hpp"
#include "studies/report/decision_part.hpp"
#include "studies/report/regret_map.hpp"
#include "studies/sensitivity/bars.hpp"

#include <cmath>

namespace tumen {
namespace {

using Decisions = std::vector<SweepDecision>;

std::string policies_csv(const Decisions& all) {
  CsvTable csv({"outcome", "policy", "mean", "low", "high"});
  for (const SweepDecision& d : all) {
    const PayoffTable& t = d.judgement.payoffs;
    for (std::size_t p = 0; p < d.luck.means.size(); ++p) {
      csv.add(t.outcome).add(t.policies[p]).add(d.luck.means[p].mean);
      csv.add(d.luck.means[p].low).add(d.luck.means[p].high);
    }
  }
  return csv.text();
}

std::string differences_csv(const Decisions& all) {
  CsvTable csv(
      {"outcome", "policy", "less_policy", "difference", "low", "high", "p", "adjusted_p"});
  for (const SweepDecision& d : all) {
    const PayoffTable& t = d.judgement.payoffs;
    for (const PolicyDifference& pair : d.luck.differences) {
      const PairedDifference& x = pair.difference;
      csv.add(t.outcome).add(t.policies[pair.b]).add(t.policies[pair.a]).add(x.mean);
      csv.add(x.low).add(x.high).add(rounded_p(x.p)).add(rounded_p(x.adjusted_p));
    }
  }
  return csv.text();
}

std::string rules_csv(const Decisions& all) {
  CsvTable csv({"outcome", "rule", "policy", "score", "low", "high", "is_best", "best_in"});
  for (const SweepDecision& d : all) {
    const PayoffTable& t = d.judgement.payoffs;
    for (std::size_t v = 0; v < d.judgement.verdicts.size(); ++v) {
      const RuleVerdict& verdict = d.judgement.verdicts[v];
      for (std::size_t p = 0; p < t.policies.size(); ++p) {
        const double none = std::nan("");
        const ScoreSpread spread =
            d.luck.scores.empty() ? ScoreSpread{none, none, none} : d.luck.scores[v][p];
        csv.add(t.outcome).add(verdict.name).add(t.policies[p]).add(verdict.scores[p]);
        csv.add(spread.low).add(spread.high).add(is_winner(verdict, p) ? 1 : 0);
        csv.add(spread.best_in);
      }
    }
  }
  return csv.text();
}

std::string payoffs_csv(const Decisions& all) {
  CsvTable csv({"outcome", "policy", "point", "replicates", "mean", "standard_error", "regret"});
  for (const SweepDecision& d : all) {
    const PayoffTable& t = d.judgement.payoffs;
    if (!d.reason.empty()) {
      continue;
    }
    const std::vector<std::vector<double>> regrets = regrets_of(t);
    for (std::size_t p = 0; p < t.policies.size(); ++p) {
      for (std::size_t s = 0; s < t.scenarios.size(); ++s) {
        csv.add(t.outcome).add(t.policies[p]).add(t.scenarios[s]);
        csv.add(static_cast<double>(t.most)).add(t.values[p][s]);
        csv.add(d.luck.errors.empty() ? std::nan("") : d.luck.errors[p][s]).add(regrets[p][s]);
      }
    }
  }
  return csv.text();
}

}  // namespace

std::vector<AnalysisFile> decision_files(const SweepResults& sweep) {
  if (sweep.decisions.empty()) {
    return {};
  }
  std::vector<AnalysisFile> files = {{"policies.csv", policies_csv(sweep.decisions)},
                                     {"differences.csv", differences_csv(sweep.decisions)},
                                     {"rules.csv", rules_csv(sweep.decisions)},
                                     {"payoffs.csv", payoffs_csv(sweep.decisions)}};
  std::vector<std::pair<const PayoffTable*, std::vector<RegretPanel>>> maps;
  for (const SweepDecision& d : sweep.decisions) {
    if (!d.reason.empty()) {
      continue;
    }
    const PayoffTable& t = d.judgement.payoffs;
    maps.emplace_back(&t, regret_panels(t, sweep.points));
    files.push_back(
        {outcome_file(t.outcome) + "-regret.svg", svg_file(regret_map_svg(t, maps.back().second))});
  }
  files.push_back({"regret.csv", regret_csv(maps)});
  return files;
}

}  // namespace tumen
