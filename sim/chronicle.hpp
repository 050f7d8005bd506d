#pragma once
// The chronicle: a run told in prose, one line an event, and the tables of what came of it.
#include "sim/run_summary.hpp"

#include <string>
#include <vector>

namespace tumen {

/// How a line weighs with the reader; the command line colours by it.
enum class Tone : std::uint8_t { plain, deal, works, setback, shock };

struct ChronicleLine {
  Id tick = 0;
  Tone tone = Tone::plain;
  std::string text;  ///< a sentence without date and full stop
};

/// The sentence of one event: who, what, on which terms, why.
[[nodiscard]] ChronicleLine tell(const Scenario& scenario, const Trace& trace,
                                 const TraceEvent& event);

/// All lines of a run in order of time: its events but for lapsed memoranda, and what the states
/// show besides (works begun or stopped, debts settled, sanctions tightened or eased).
[[nodiscard]] std::vector<ChronicleLine> chronicle(const Scenario& scenario, const Trace& trace);

/// What happened to a package, corridor, debt or regime during tick `tick` without an event of its
/// own.
[[nodiscard]] std::vector<ChronicleLine> tell_changes(const Scenario& scenario, const Trace& trace,
                                                      Id tick);

/// "fee 120 M USD/y (Russia to the DPRK), haircut 90 %".
[[nodiscard]] std::string tell_terms(const Scenario& scenario, const std::vector<TermValue>& terms);

}  // namespace tumen
