#pragma once
// An analysis in words, for the terminal and for pages.
#include "studies/sensitivity/index_rows.hpp"

#include <string>

namespace tumen {

/// Shares of variance and correlations have three decimals, other numbers four digits; "-" where
/// there is none.
[[nodiscard]] std::string index_text(const IndexRow& row, double value);

/// "0.312 to 0.330", "-" where there is no interval.
[[nodiscard]] std::string interval_text(const IndexRow& row);

/// "4096 base points, 20480 runs".
[[nodiscard]] std::string size_words(const OutcomeAnalysis& analysis, const AnalysedDesign& design);

/// Mean and variance of the outcome as a sentence; empty where the analysis has none.
[[nodiscard]] std::string moments_words(const OutcomeAnalysis& analysis);

/// Measures by factor for reading. Column 0 is the factor; recommended estimates stand first, each
/// with its interval, the others after them.
struct IndexTable {
  struct Cell {
    std::string text;
    double value;  ///< NaN where the cell is no number
  };
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// The table of factors (`factors` 1) or of pairs (2); without rows where there are none.
[[nodiscard]] IndexTable index_table(const std::vector<IndexRow>& rows, std::size_t factors,
                                     double level);

}  // namespace tumen
