#include "studies/decisions/luck.hpp"

#include "studies/resampling.hpp"
#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

/// Mean over the points, by replicate.
std::vector<double> means_by_replicate(const PolicyRuns& runs, std::size_t policy) {
  std::vector<double> means(runs.replicates, 0);
  for (std::size_t s = 0; s < runs.points.size(); ++s) {
    const double* const values = runs.at(policy, s);
    for (std::size_t r = 0; r < runs.replicates; ++r) {
      means[r] += values[r];
    }
  }
  for (double& mean : means) {
    mean /= static_cast<double>(runs.points.size());
  }
  return means;
}

PairedDifference between(const std::vector<double>& a, const std::vector<double>& b) {
  PairedTally tally;
  for (std::size_t r = 0; r < a.size(); ++r) {
    tally.add(a[r], b[r]);
  }
  return difference_of(tally);
}

void add_means(const PolicyRuns& runs, LuckReport& report) {
  std::vector<std::vector<double>> means;
  const std::vector<double> nothing(runs.replicates, 0);
  for (std::size_t p = 0; p < runs.policies.size(); ++p) {
    means.push_back(means_by_replicate(runs, p));
    const PairedDifference d = between(nothing, means.back());
    report.means.push_back({d.mean, d.low, d.high});
  }
  std::vector<PairedDifference> all;
  for (std::size_t a = 0; a < means.size(); ++a) {
    for (std::size_t b = a + 1; b < means.size(); ++b) {
      all.push_back(between(means[a], means[b]));
      report.differences.push_back({a, b, {}});
    }
  }
  adjust_by_holm(all);
  for (std::size_t k = 0; k < all.size(); ++k) {
    report.differences[k].difference = all[k];
  }
}

void add_errors(const PolicyRuns& runs, LuckReport& report) {
  report.errors.assign(runs.policies.size(), {});
  for (std::size_t p = 0; p < runs.policies.size(); ++p) {
    for (std::size_t s = 0; s < runs.points.size(); ++s) {
      const double* const values = runs.at(p, s);
      const FiniteMoments spread = spread_of({values, values + runs.replicates});
      report.errors[p].push_back(std::sqrt(spread.variance / static_cast<double>(runs.replicates)));
    }
  }
}

/// Fewer samples of large tables, whose sums over points are steady.
std::size_t samples_for(const PolicyRuns& runs) {
  return runs.policies.size() * runs.points.size() > 20'000 ? 100 : 400;
}

void add_scores(const PolicyRuns& runs, const RuleSettings& settings, LuckReport& report) {
  report.samples = samples_for(runs);
  const std::size_t policies = runs.policies.size();
  std::vector<std::vector<std::vector<double>>> scores;  // [rule][policy][sample]
  for (std::size_t k = 0; k < report.samples; ++k) {
    const std::vector<RuleVerdict> verdicts =
        judge(payoffs_of(runs, bootstrap_sample(runs.replicates,
                                                {1, static_cast<std::uint32_t>(k), "decisions"})),
              settings);
    scores.resize(verdicts.size(), std::vector<std::vector<double>>(policies));
    report.scores.resize(verdicts.size(), std::vector<ScoreSpread>(policies));
    for (std::size_t v = 0; v < verdicts.size(); ++v) {
      for (std::size_t p = 0; p < policies; ++p) {
        scores[v][p].push_back(verdicts[v].scores[p]);
      }
      for (const std::size_t winner : verdicts[v].winners) {
        report.scores[v][winner].best_in += 1;
      }
    }
  }
  for (std::size_t v = 0; v < scores.size(); ++v) {
    for (std::size_t p = 0; p < policies; ++p) {
      std::sort(scores[v][p].begin(), scores[v][p].end());
      report.scores[v][p].best_in /= static_cast<double>(report.samples);
      report.scores[v][p].low = quantile_of_sorted(scores[v][p], 0.025);
      report.scores[v][p].high = quantile_of_sorted(scores[v][p], 0.975);
    }
  }
}

}  // namespace

LuckReport luck_of(const PolicyRuns& runs, const RuleSettings& settings) {
  LuckReport report;
  if (runs.replicates < 2) {
    return report;
  }
  add_errors(runs, report);
  add_means(runs, report);
  if (runs.replicates >= least_replicates_to_resample) {
    add_scores(runs, settings, report);
  }
  return report;
}

}  // namespace tumen
