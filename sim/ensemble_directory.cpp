#include "sim/ensemble_directory.hpp"

#include "sim/csv.hpp"
#include "sim/netcdf_writer.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

/// The finished runs as an array over (run, outcome), NaN where missing.
NetcdfData run_arrays(const Scenario& s, const Ensemble& e, const ManifestInput& manifest) {
  NetcdfData data;
  data.attributes = {{"Conventions", "CF-1.8"},
                     {"title", s.title.empty() ? s.name : s.title},
                     {"scenario", s.name},
                     {"seed", std::to_string(manifest.settings.seed)}};
  std::vector<std::string> names;
  for (const Outcome& outcome : e.outcomes) {
    names.push_back(outcome.name);
  }
  NetcdfVariable run{"run", {"run"}, "count", "number of the run, part of its random key", {}, ""};
  NetcdfVariable value{"value", {"run", "outcome"}, "", "value of the outcome, in its unit", {},
                       ""};
  for (std::size_t k = 0; k < e.values.size(); ++k) {
    if (e.done[k] != 0) {
      run.values.push_back(manifest.settings.run + static_cast<double>(k));
      value.values.insert(value.values.end(), e.values[k].begin(), e.values[k].end());
    }
  }
  data.dimensions = {{"run", run.values.size(), {}}, {"outcome", names.size(), names}};
  data.variables = {std::move(run), std::move(value)};
  return data;
}

}  // namespace

std::string_view unit_of(const Outcome& outcome) {
  return measure_catalog[index_of(outcome.measure)].unit;
}

std::vector<Summary> summarise_all(const Ensemble& e) {
  std::vector<Summary> all;
  for (std::size_t k = 0; k < e.outcomes.size(); ++k) {
    all.push_back(summarise(e, k));
  }
  return all;
}

std::string outcomes_csv(const Ensemble& e, const std::vector<Summary>& summaries) {
  CsvTable csv({"outcome", "unit", "runs", "present", "mean", "sd", "low", "high", "q05", "q25",
                "q50", "q75", "q95"});
  for (std::size_t k = 0; k < e.outcomes.size(); ++k) {
    const Summary& row = summaries[k];
    csv.add(e.outcomes[k].name).add(unit_of(e.outcomes[k]));
    csv.add(static_cast<int>(row.runs)).add(static_cast<int>(row.present));
    for (const double value : {row.mean, row.sd, row.low, row.high}) {
      csv.add(row.present > 0 ? value : std::nan(""));
    }
    for (const double value : row.quantile) {
      csv.add(row.present > 0 ? value : std::nan(""));
    }
  }
  return csv.text();
}

std::string runs_csv(const Ensemble& e, std::uint32_t first_run) {
  CsvTable csv({"run", "outcome", "value"});
  for (std::size_t k = 0; k < e.values.size(); ++k) {
    for (std::size_t o = 0; o < e.outcomes.size() && e.done[k] != 0; ++o) {
      if (!std::isnan(e.values[k][o])) {
        csv.add(static_cast<int>(first_run + k)).add(e.outcomes[o].name).add(e.values[k][o]);
      }
    }
  }
  return csv.text();
}

void write_ensemble(ResultDirectory& directory, const Scenario& s, const EnsembleResult& result,
                    const ManifestInput& manifest, bool with_runs) {
  const Ensemble& e = result.ensemble;
  directory.write("scenario.yaml", s.config_text);
  directory.write("outcomes.csv", outcomes_csv(e, result.summaries));
  const bool has_runs = std::find(e.done.begin(), e.done.end(), char{1}) != e.done.end();
  if (with_runs && has_runs) {
    directory.write("runs.csv", runs_csv(e, manifest.settings.run));
    write_netcdf(directory.folder() / "runs.nc", run_arrays(s, e, manifest));
  }
  directory.write("manifest.json", json_text(make_manifest(s, manifest, directory.files())));
  directory.commit();
}

}  // namespace tumen
