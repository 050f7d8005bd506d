#pragma once
#include "sim/json_writer.hpp"
#include "studies/sensitivity/index_rows.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

/// The analysed outcomes of a design, as text and as JSON.
struct SensitivityReport {
  std::string design_file, outcomes_file;
  const AnalysedDesign& design;
  const AnalysisSettings& settings;
  std::vector<OutcomeAnalysis> outcomes;
};

[[nodiscard]] std::string sensitivity_text(const SensitivityReport& report, std::size_t width);

/// Numbers that are not there are null; an outcome without indices has `indices: null` and a
/// reason.
[[nodiscard]] Json sensitivity_json(const SensitivityReport& report);

}  // namespace tumen::cli
