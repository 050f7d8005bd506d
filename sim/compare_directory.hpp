#pragma once
// The folder of a comparison: manifest.json, compare.csv, findings.txt, and the documents of both
// settings, scenario_a.yaml and scenario_b.yaml. All but the manifest depend on settings and seed
// alone.
#include "sim/compare.hpp"
#include "sim/manifest.hpp"

#include <string>
#include <vector>

namespace tumen {

/// One side of a comparison: the scenario and what made it differ, PATH=VALUE in order.
struct ComparedSetting {
  const Scenario& scenario;  ///< not owned
  const std::vector<std::string>& overrides;
};

struct ComparedSettings {
  ComparedSetting a, b;
};

/// Writes all files and moves the folder into place. `findings` is what people read. Throws
/// std::runtime_error if the disk does not take them.
void write_comparison(ResultDirectory& directory, const ComparedSettings& settings,
                      const Comparison& comparison, const ManifestInput& manifest,
                      const std::string& findings);

}  // namespace tumen
