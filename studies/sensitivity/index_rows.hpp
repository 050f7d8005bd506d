#pragma once
// All measures of an analysis as one list, for tables, CSV, JSON and pictures.
#include "studies/sensitivity/analysis.hpp"

#include <string>
#include <vector>

namespace tumen {

struct IndexRow {
  std::vector<std::string> factors;  ///< one, or the two of an interaction
  std::string index;                 ///< "S1", "ST", "S2", "mu*", "SRC" ...
  std::string estimator;             ///< empty where there is one way only
  bool is_recommended = true;        ///< of several estimators the one to quote
  bool has_interval = true;
  IndexEstimate estimate;  ///< NaN where the factor has none
};

/// By factor, the recommended first; empty where there are no indices.
[[nodiscard]] std::vector<IndexRow> index_rows(const OutcomeAnalysis& analysis,
                                               const std::vector<std::string>& names);

/// "Sobol' indices", "elementary effects", "swings", "measures from given data".
[[nodiscard]] std::string method_of(const OutcomeAnalysis& analysis);

/// How the intervals of an analysis were made; empty where there are none.
[[nodiscard]] std::string interval_words(const OutcomeAnalysis& analysis,
                                         const AnalysedDesign& design);

/// Why there are no indices; empty where there are.
[[nodiscard]] std::string reason_of(const OutcomeAnalysis& analysis);

/// What a reader must know before using the figures: one sentence each.
[[nodiscard]] std::vector<std::string> cautions_of(const OutcomeAnalysis& analysis,
                                                   const AnalysedDesign& design);

/// The list as CSV: outcome, factor, index, estimator, recommended, value, low, high.
[[nodiscard]] std::string index_csv(const std::vector<OutcomeAnalysis>& analyses,
                                    const std::vector<std::string>& names);

}  // namespace tumen
