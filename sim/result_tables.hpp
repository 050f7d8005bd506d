#pragma once
// The tables of a run directory as CSV texts. `tick` counts from 0, `year` is the date at which the
// tick starts; states are those at its end, so that events and states of one tick join on `tick`.
#include "sim/trace.hpp"

#include <string>

namespace tumen {

/// year, tick, event, package, corridor, act, country, why, text: one row an event.
[[nodiscard]] std::string events_csv(const Scenario& scenario, const Trace& trace);

/// year, tick, package, event, country, why, kind, name, value, unit, from, to: for every event of
/// a package its terms (kind `term`) and what each party would gain by them (kind `gain`, name =
/// party).
[[nodiscard]] std::string deals_csv(const Scenario& scenario, const Trace& trace);

/// year, tick, from, to, package, debt, corridor, commodity, amount, arrives, unit: one row a
/// transfer. An empty `to` is spent on the works of `corridor`.
[[nodiscard]] std::string ledger_csv(const Scenario& scenario, const Trace& trace);

/// year, tick, table, entity, variable, value, unit (sim/state_variables.inc).
[[nodiscard]] std::string state_csv(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
