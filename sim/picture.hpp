#pragma once
// A run as one picture: a timeline with a lane a deal and a corridor, prices, and who gained what.
#include "sim/trace.hpp"

#include <string>

namespace tumen {

/// The run as a self-contained SVG, 1200 units wide.
[[nodiscard]] std::string picture_svg(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
