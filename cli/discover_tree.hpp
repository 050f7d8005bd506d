#pragma once
// What `tumen discover --method cart` says.
#include "cli/discover_report.hpp"
#include "studies/discovery/cart.hpp"

namespace tumen::cli {

struct TreeReport {
  const DiscoveryQuestion& question;
  const CaseTable& cases;
  const CartSettings& settings;
  Tree tree;
  RuleList rules;
};

[[nodiscard]] std::string tree_text(const TreeReport& report, std::size_t width);
[[nodiscard]] Json tree_json(const TreeReport& report);

}  // namespace tumen::cli
