#include "sim/run_directory.hpp"

#include "sim/chronicle_text.hpp"
#include "sim/picture.hpp"
#include "sim/picture_map.hpp"
#include "sim/result_tables.hpp"
#include "sim/state_arrays.hpp"

namespace tumen {

void write_run(ResultDirectory& directory, const Scenario& s, const Trace& trace,
               const ManifestInput& manifest) {
  directory.write("scenario.yaml", s.config_text);
  directory.write("events.csv", events_csv(s, trace));
  directory.write("deals.csv", deals_csv(s, trace));
  directory.write("ledger.csv", ledger_csv(s, trace));
  directory.write("state.csv", state_csv(s, trace));
  write_netcdf(directory.folder() / "state.nc", state_arrays(s, trace));
  directory.write("chronicle.txt", run_text(s, trace));
  directory.write("picture.svg", picture_svg(s, trace));
  directory.write("map.svg", picture::maps_svg(s, trace));
  directory.write("manifest.json", json_text(make_manifest(s, manifest, directory.files())));
  directory.commit();
}

}  // namespace tumen
