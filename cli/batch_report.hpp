#pragma once
#include "sim/ensemble_directory.hpp"
#include "sim/json_writer.hpp"

#include <string>

namespace tumen::cli {

/// Tables of an ensemble for people: deals, corridors, countries, and the outcomes the scenario
/// lists.
[[nodiscard]] std::string batch_text(const Scenario& scenario, const EnsembleResult& result,
                                     std::size_t width);

/// What `batch --json` prints: every outcome with its summary.
[[nodiscard]] Json batch_json(const Scenario& scenario, const EnsembleResult& result,
                              std::uint64_t seed, const std::string& out);

}  // namespace tumen::cli
