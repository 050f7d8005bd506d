#include "sim/compare_directory.hpp"

namespace tumen {
namespace {

JsonObject setting_json(const ComparedSetting& setting) {
  JsonArray set;
  for (const std::string& text : setting.overrides) {
    set.emplace_back(text);
  }
  return {{"set", std::move(set)}, {"config_fnv1a64", fnv1a64(setting.scenario.config_text)}};
}

}  // namespace

void write_comparison(ResultDirectory& directory, const ComparedSettings& settings,
                      const Comparison& comparison, const ManifestInput& input,
                      const std::string& findings) {
  directory.write("compare.csv", compare_csv(comparison));
  directory.write("findings.txt", findings);
  directory.write("scenario_a.yaml", settings.a.scenario.config_text);
  directory.write("scenario_b.yaml", settings.b.scenario.config_text);
  JsonObject manifest = make_manifest(settings.b.scenario, input, directory.files());
  manifest["a"] = setting_json(settings.a);
  manifest["b"] = setting_json(settings.b);
  directory.write("manifest.json", json_text(manifest));
  directory.commit();
}

}  // namespace tumen
