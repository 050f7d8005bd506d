#pragma once
// The states of a run as labelled arrays: variable TABLE_NAME over (tick, TABLE).
#include "sim/netcdf_writer.hpp"
#include "sim/trace.hpp"

namespace tumen {

/// Dimensions tick, country, pair, corridor, debt, package and so on, with the entities' names as
/// labels; coordinate `year` is the date at which a tick starts, states are those at its end.
[[nodiscard]] NetcdfData state_arrays(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
