#pragma once
// Two settings of one scenario, run by run under the same luck, outcome by outcome. The settings
// may differ in numbers or in structure (a rule, a protocol, a package that is off, a date); what
// only one of them has is not compared.
#include "sim/ensemble.hpp"
#include "sim/paired.hpp"

#include <string>
#include <vector>

namespace tumen {

/// One outcome of both settings.
struct ComparedOutcome {
  Outcome outcome;  ///< as bound in setting B
  PairedTally tally;
  PairedDifference difference;
};

struct Comparison {
  std::vector<ComparedOutcome> outcomes;  ///< strongest evidence first; ties by name
  std::vector<std::string> only_a;        ///< outcomes that setting B does not have
  std::vector<std::string> only_b;
  std::uint32_t runs = 0;  ///< pairs that were finished
  bool interrupted = false;
};

/// Runs both settings `settings.runs` times and compares the outcomes that `tumen batch` counts.
/// `progress` is told of runs of both settings together. Results do not depend on the threads.
[[nodiscard]] Comparison compare(const Scenario& a, const Scenario& b,
                                 const EnsembleSettings& settings, const Progress& progress = {});

/// The share of false alarms allowed in a whole comparison.
inline constexpr double compare_error = 0.05;

/// True where the difference is told from chance, all outcomes of the comparison considered.
[[nodiscard]] bool is_finding(const ComparedOutcome& outcome);

/// One row an outcome, in their order: outcome, unit, method, runs, present_a, present_b, pairs,
/// mean_a, mean_b, difference, low, high, more, fewer, z, p, adjusted_p. Means are over the pairs.
[[nodiscard]] std::string compare_csv(const Comparison& comparison);

}  // namespace tumen
