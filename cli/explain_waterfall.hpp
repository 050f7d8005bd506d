#pragma once
// A waterfall: the parts of a gain, one below the other, each starting where the last one ended.
#include "sim/explain.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

struct WaterfallStep {
  std::string label;
  double amount = 0;      ///< [M USD/y]
  bool is_total = false;  ///< drawn from 0; does not move the level
};

/// The steps of one party's gain: its parts, pressure, the total, and what it holds out for.
[[nodiscard]] std::vector<WaterfallStep> waterfall_steps(const ExplainedParty& party);

/// The steps as an SVG element, 760 units wide, with a title for screen readers.
[[nodiscard]] std::string waterfall_svg(const std::vector<WaterfallStep>& steps,
                                        const std::string& title);

}  // namespace tumen::cli
