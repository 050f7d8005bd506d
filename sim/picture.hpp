#pragma once
// A run as one picture: a timeline with a lane a deal and a corridor, prices, and who gained what.
#include "sim/trace.hpp"

#include <string>

namespace tumen {

/// The run as a self-contained SVG, 1200 units wide.
[[nodiscard]] std::string picture_svg(const Scenario& scenario, const Trace& trace);

/// Patterns and signs of the timelines, to stand once in a page that holds them.
[[nodiscard]] std::string timeline_definitions_svg();

/// The lanes of deals under their years, for a page with `timeline_definitions_svg`.
[[nodiscard]] std::string deals_timeline_svg(const Scenario& scenario, const Trace& trace);

/// The lanes of corridors under their years; empty if none was begun, stopped or lost.
[[nodiscard]] std::string corridors_timeline_svg(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
