#pragma once
// What `tumen decide` says.
#include "sim/json_writer.hpp"
#include "studies/decisions/judgement.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

/// Outcomes of the same policies and scenarios; at least one.
struct DecideReport {
  std::string table;
  std::vector<Judgement> outcomes;
};

[[nodiscard]] std::string decide_text(const DecideReport& report, std::size_t width);
[[nodiscard]] Json decide_json(const DecideReport& report);

}  // namespace tumen::cli
