#pragma once
#include "sim/batch/batch.hpp"
#include "sim/json_writer.hpp"

#include <string>

namespace tumen::cli {

/// A batch for people: holds references only.
struct BatchResult {
  const Scenario& scenario;
  const BatchPlan& plan;
  const std::vector<Summary>& summaries;
  std::uint64_t runs;  ///< finished
  bool is_interrupted;
};

/// Tables of an ensemble for people: deals, corridors, countries, and the outcomes the scenario
/// lists.
[[nodiscard]] std::string batch_text(const BatchResult& result, std::size_t width);

/// What `batch --json` prints: every outcome with its summary.
[[nodiscard]] Json batch_json(const BatchResult& result, const std::string& out);

}  // namespace tumen::cli
