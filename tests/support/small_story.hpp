#pragma once
// A hand-made scenario and trace: two countries, one deal with one term, one corridor, one debt.
// Small enough that every sentence about it can be written down.
#include "sim/trace.hpp"

namespace tumen::test {

inline constexpr Id borrower = 0;  ///< PRK, "DPRK"
inline constexpr Id lender = 1;    ///< RUS, "Russia"

/// Four quarters from 2011 on; the deal "swap" of RUS and PRK with the term `fee` from RUS to PRK.
[[nodiscard]] Scenario small_scenario();

/// A trace of `ticks` ticks in which nothing happens: Brent 80, LNG 12, GDP 20 and 1000 bn USD.
[[nodiscard]] Trace quiet_trace(const Scenario& scenario, Id ticks);

/// Adds an event of the deal and returns it.
TraceEvent add_event(Trace& trace, Id tick, TraceEvent::Kind kind, Id who = no_id,
                     Hindrance why = Hindrance::none);

/// Sets the deal's stage from a tick on.
void set_stage(Trace& trace, Id from, PackageStage stage);

}  // namespace tumen::test
