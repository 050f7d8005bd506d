#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

namespace tumen {

/// The document without what was observed from its `known_until` on; the document itself where it
/// has none. What is cut:
/// * series: values from that date on. Points go on by their own trend: the growth a year over the
///   last ten years before (at most .2 in the log), each year .933 of that of the year before, so
///   that half of it is left after ten (a damped trend: Gardner and McKenzie, Management Science 31
///   (1985) 1237), within the `range` of the series; series that are not above 0, steps and
///   quarters keep their last value;
/// * `events` from that date on;
/// * changes of government from that date on: chance takes over then (`governments.known_until`);
/// * packages that a precondition keeps back to that date or beyond: nobody had named them;
/// * prices of Brent from that date on (`market.history_until`).
/// Numbers that are no series stay: what hindsight they hold is their author's to say. A series
/// that begins after the date is a problem.
[[nodiscard]] Node forget_after(const Node& root, Problems& problems);

}  // namespace tumen
