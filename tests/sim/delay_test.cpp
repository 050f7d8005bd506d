// Delay is an outcome, not a setting: the time from the first proposal of the debt deal to its
// signature is a distribution whose median moves with patience, noise and linkage; and a finer
// clock tells the same story.
#include "sim/ensemble.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Years from first proposal to signature over the runs in which it was proposed, sorted; a deal
/// that is never signed counts as longer than the run, so that a setting cannot look quick by
/// failing.
std::vector<double> delays(const Scenario& s, std::uint32_t runs) {
  EnsembleSettings settings;
  settings.runs = runs;
  const std::vector<Outcome> outcomes = {find_outcome(s, "packages.debt_write_off.delay"),
                                         find_outcome(s, "packages.debt_write_off.opened")};
  const double never = s.model.dt * s.model.ticks;
  std::vector<double> all;
  for (const auto& run : run_ensemble(s, outcomes, settings).values) {
    if (run[1] > 0) {
      all.push_back(std::isnan(run[0]) ? never : run[0]);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

double quantile(const std::vector<double>& sorted, double q) {
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}

void print(const char* what, const std::vector<double>& d) {
  std::printf("%-38s n = %4zu, 5 %% %.2f, median %.2f, 95 %% %.2f years\n", what, d.size(),
              quantile(d, .05), quantile(d, .5), quantile(d, .95));
}

Scenario with(Scenario s, const std::string& tail, double value) {
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    if (s.numbers[k].path.ends_with(tail)) {
      s.values[k] = value;
    }
  }
  return s;
}

}  // namespace

TEST_CASE(
    "the delay of the debt deal is a distribution that moves with patience, noise and linkage",
    "[delay][long]") {
  // By the month, so that medians can differ by less than a quarter.
  const Scenario base = scenes::load("debt-only", {"ticks_per_year=12", "ticks=240"});
  const auto usual = delays(base, 2000);
  const auto patient = delays(with(base, ".strategy.deadline", 7.0), 2000);
  const auto hasty = delays(with(base, ".strategy.deadline", 3.0), 2000);
  const auto noisy = delays(with(base, ".strategy.noise", 0.8), 2000);
  const auto clear = delays(with(base, ".strategy.noise", 0.0), 2000);
  // Linkage: what a settled debt unlocks, business for the creditor and credit for the debtor.
  const auto linked = delays(with(with(base, ".project_rent", 120.0), ".access", 110.0), 2000);
  const auto unlinked = delays(with(with(base, ".project_rent", 0.0), ".access", 10.0), 2000);
  print("as configured", usual);
  print("patience: deadline 7 years", patient);
  print("patience: deadline 3 years", hasty);
  print("noise .8", noisy);
  print("noise 0", clear);
  print("linkage: unlocks rent 120, credit 110", linked);
  print("linkage: unlocks rent 0, credit 10", unlinked);
  CHECK(quantile(usual, .95) - quantile(usual, .05) > 1.0);
  CHECK(quantile(patient, .5) > quantile(usual, .5));
  CHECK(quantile(hasty, .5) < quantile(usual, .5));
  // Misjudgement signs some deals early and loses others: the quickest come sooner, the median
  // later.
  CHECK(quantile(noisy, .5) > quantile(clear, .5));
  CHECK(quantile(noisy, .05) < quantile(clear, .05));
  CHECK(quantile(linked, .5) < quantile(unlinked, .5));
  CHECK(usual.front() < 2.0);  // no built-in minimum: the quickest deals take less than two years
}

TEST_CASE("halving the tick leaves the outcome probabilities within their intervals",
          "[delay][long]") {
  const std::vector<std::string> names = {
      "debts.dprk_to_russia.settled", "packages.khasan_rajin.signed",
      "packages.china_gas.signed",    "packages.gas_line.signed",
      "corridors.khasan_rajin.built", "packages.labour_quota.signed"};
  const auto probabilities = [&](const std::vector<std::string>& overrides, std::uint64_t seed) {
    const Scenario s = scenes::load("debt-for-pipeline-2011", overrides);
    EnsembleSettings settings;
    settings.seed = seed;
    settings.runs = 1000;
    std::vector<Outcome> outcomes;
    for (const auto& name : names) {
      outcomes.push_back(find_outcome(s, name));
    }
    const Ensemble e = run_ensemble(s, outcomes, settings);
    std::vector<Summary> all;
    for (std::size_t k = 0; k < names.size(); ++k) {
      all.push_back(summarise(e, k));
    }
    return all;
  };
  const auto quarters = probabilities({}, 1);
  const auto eighths = probabilities({"ticks_per_year=8", "ticks=160"}, 2);
  for (std::size_t k = 0; k < names.size(); ++k) {
    const double gap = eighths[k].mean - quarters[k].mean;
    const double error =
        std::sqrt((quarters[k].sd * quarters[k].sd + eighths[k].sd * eighths[k].sd) / 1000.0);
    std::printf("%-32s quarter %.3f, half %.3f, gap %+.3f, standard error %.3f\n", names[k].c_str(),
                quarters[k].mean, eighths[k].mean, gap, error);
    // Six outcomes are compared, so the 95 % bound is Bonferroni's 2.64 standard errors.
    CHECK(std::abs(gap) <= 2.64 * error + 1e-9);
  }
}
