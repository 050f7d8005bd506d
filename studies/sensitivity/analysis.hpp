#pragma once
// Which analysis suits a design, and its result for every outcome.
#include "studies/sensitivity/expected_indices.hpp"
#include "studies/sensitivity/given_data.hpp"
#include "studies/sensitivity/morris_effects.hpp"
#include "studies/sensitivity/outcomes.hpp"
#include "studies/sensitivity/replicates.hpp"
#include "studies/sensitivity/sobol_indices.hpp"
#include "studies/sensitivity/swings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tumen {

/// A design as it is analysed: what is known of its making, and its values where they are needed.
struct AnalysedDesign {
  std::optional<DesignPlan> plan;   ///< none for somebody else's table
  std::vector<DataColumn> columns;  ///< empty for saltelli and morris
  std::size_t runs = 0;
};

/// Reads a design and, if it stands beside it, the record of its making. Throws InputError.
[[nodiscard]] AnalysedDesign read_design(const std::string& file);

struct AnalysisSettings {
  double level = 0.95;
  std::size_t resamples = 1000;
  std::uint64_t seed = 1;
  int threads = 0;
  /// Intervals of Sobol' indices; nothing: t over scrambles where there are eight or more, else the
  /// bootstrap.
  std::optional<IntervalKind> interval = {};
  /// Replicate k has the same seed at all points: noise is then no error, and is not taken out.
  bool has_common_seeds = false;
};

/// One of the four analyses is there.
struct OutcomeAnalysis {
  std::string name;
  std::size_t runs = 0;  ///< lines of the design
  ReplicateReport replicates;
  std::optional<SobolIndices> sobol;
  ExpectedIndices expected;  ///< with luck in common and enough replicates, beside `sobol`
  std::optional<MorrisEffects> morris;
  std::optional<Swings> swings;
  std::optional<DataSensitivity> data;
};

/// Names of what indices are told of: groups of a Saltelli or Morris design, else the factors.
[[nodiscard]] std::vector<std::string> analysed_names(const AnalysedDesign& design);

/// Saltelli: Sobol' indices; morris: elementary effects; one-at-a-time: swings; others: measures
/// from given data. Throws InputError if t intervals are asked for and there are fewer than two
/// scrambles.
[[nodiscard]] OutcomeAnalysis analyse(const AnalysedDesign& design, const DesignOutcome& outcome,
                                      const AnalysisSettings& settings);

}  // namespace tumen
