#pragma once
// What `tumen decide` says.
#include "sim/json_writer.hpp"
#include "studies/decisions/rules.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

/// One outcome with the verdicts on it.
struct DecideOutcome {
  PayoffTable payoffs;
  std::vector<RuleVerdict> verdicts;
};

/// Outcomes of the same policies and scenarios; at least one.
struct DecideReport {
  std::string table;
  std::vector<DecideOutcome> outcomes;
};

[[nodiscard]] std::string decide_text(const DecideReport& report, std::size_t width);
[[nodiscard]] Json decide_json(const DecideReport& report);

}  // namespace tumen::cli
