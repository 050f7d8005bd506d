#include "sim/compare.hpp"

#include "sim/csv.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Pairs run before they are counted and forgotten: memory does not grow with the runs.
constexpr std::uint32_t pairs_at_once = 512;

/// The outcomes of both settings, bound in each.
struct Common {
  std::vector<Outcome> a, b;
};

std::map<std::string, Outcome> by_name(const Scenario& s) {
  std::map<std::string, Outcome> all;
  for (const Outcome& outcome : default_outcomes(s)) {
    all.emplace(outcome.name, outcome);
  }
  return all;
}

Common common_outcomes(const Scenario& a, const Scenario& b, Comparison& c) {
  Common common;
  auto of_b = by_name(b);
  for (const auto& [name, outcome] : by_name(a)) {
    const auto found = of_b.find(name);
    if (found == of_b.end()) {
      c.only_a.push_back(name);
      continue;
    }
    common.a.push_back(outcome);
    common.b.push_back(found->second);
    of_b.erase(found);
  }
  for (const auto& [name, outcome] : of_b) {
    c.only_b.push_back(name);
  }
  return common;
}

/// Counts the runs of a block that both settings have finished.
void count_pairs(const Ensemble& a, const Ensemble& b, Comparison& c) {
  for (std::size_t run = 0; run < a.values.size(); ++run) {
    if (a.done[run] == 0 || b.done[run] == 0) {
      continue;
    }
    ++c.runs;
    for (std::size_t k = 0; k < c.outcomes.size(); ++k) {
      c.outcomes[k].tally.add(a.values[run][k], b.values[run][k]);
    }
  }
}

void judge(Comparison& c) {
  std::vector<PairedDifference> differences;
  for (const ComparedOutcome& row : c.outcomes) {
    differences.push_back(difference_of(row.tally));
  }
  adjust_by_holm(differences);
  for (std::size_t k = 0; k < c.outcomes.size(); ++k) {
    c.outcomes[k].difference = differences[k];
  }
  std::stable_sort(c.outcomes.begin(), c.outcomes.end(),
                   [](const ComparedOutcome& x, const ComparedOutcome& y) {
                     const PairedDifference& dx = x.difference;
                     const PairedDifference& dy = y.difference;
                     return dx.p != dy.p ? dx.p < dy.p : std::abs(dx.z) > std::abs(dy.z);
                   });
}

}  // namespace

Comparison compare(const Scenario& a, const Scenario& b, const EnsembleSettings& settings,
                   const Progress& progress) {
  Comparison c;
  const Common common = common_outcomes(a, b, c);
  for (const Outcome& outcome : common.b) {
    c.outcomes.push_back({outcome, {}, {}});
  }
  for (std::uint32_t first = 0; first < settings.runs && !c.interrupted; first += pairs_at_once) {
    EnsembleSettings part = settings;
    part.first_run = settings.first_run + first;
    part.runs = std::min(pairs_at_once, settings.runs - first);
    std::size_t before = 2 * std::size_t{first};
    const Progress shifted = [&](std::size_t done, std::size_t) {
      return !progress || progress(before + done, 2 * std::size_t{settings.runs});
    };
    const Ensemble of_a = run_ensemble(a, common.a, part, shifted);
    before += part.runs;
    const Ensemble of_b = of_a.interrupted ? Ensemble{} : run_ensemble(b, common.b, part, shifted);
    c.interrupted = of_a.interrupted || of_b.interrupted;
    if (!of_b.values.empty()) {
      count_pairs(of_a, of_b, c);
    }
  }
  judge(c);
  return c;
}

bool is_finding(const ComparedOutcome& row) {
  return row.difference.adjusted_p < compare_error;
}

std::string compare_csv(const Comparison& c) {
  CsvTable csv({"outcome", "unit", "method", "runs", "present_a", "present_b", "pairs", "mean_a",
                "mean_b", "difference", "low", "high", "more", "fewer", "z", "p", "adjusted_p"});
  for (const ComparedOutcome& row : c.outcomes) {
    const PairedTally& t = row.tally;
    const PairedDifference& d = row.difference;
    const bool has = d.method != PairedMethod::none;
    const auto number = [&](bool exists, double v) { csv.add(exists ? v : std::nan("")); };
    csv.add(row.outcome.name).add(unit_of(row.outcome)).add(method_name(d.method));
    csv.add(static_cast<int>(t.runs)).add(static_cast<int>(t.present_a));
    csv.add(static_cast<int>(t.present_b)).add(static_cast<int>(t.pairs));
    for (const double value : {t.mean_a, t.mean_b, t.mean}) {
      number(t.pairs > 0, value);
    }
    number(has, d.low);
    number(has, d.high);
    csv.add(static_cast<int>(t.more)).add(static_cast<int>(t.fewer));
    number(has, d.z);
    number(has, rounded_p(d.p));
    number(has, rounded_p(d.adjusted_p));
  }
  return csv.text();
}

}  // namespace tumen
