#pragma once
// The folder of one run: manifest.json, events.csv, deals.csv, state.csv, state.nc, ledger.csv,
// chronicle.txt, picture.svg, map.svg and scenario.yaml (the document after includes and
// overrides). All but the manifest depend on scenario, settings and seed alone, byte for byte.
#include "sim/manifest.hpp"
#include "sim/trace.hpp"

namespace tumen {

/// Writes all files of a run and moves the folder into place. Throws std::runtime_error if the disk
/// does not take them.
void write_run(ResultDirectory& directory, const Scenario& scenario, const Trace& trace,
               const ManifestInput& manifest);

}  // namespace tumen
