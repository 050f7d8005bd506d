#pragma once
#include "sim/json_writer.hpp"
#include "sim/trace.hpp"

#include <string>

namespace tumen::cli {

/// What `run --json` prints: events with their sentences, deals, corridors, debts and gains.
[[nodiscard]] Json run_json(const Scenario& scenario, const Trace& trace, const std::string& out);

}  // namespace tumen::cli
