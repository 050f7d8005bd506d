// From the folder of a run back to its trace: the folder holds tables, the report needs the reasons
// too, and a run is cheap to make again.
#include "sim/document/parse.hpp"
#include "sim/json_reader.hpp"
#include "sim/report.hpp"
#include "sim/result_tables.hpp"
#include "sim/run.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace tumen {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& file, std::string found, std::string allowed) {
  Problems problems;
  problems.add({{file.generic_string(), 0, 0}, "", std::move(found), std::move(allowed), ""});
  throw InputError(problems);
}

std::string read_bytes(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    refuse(file, "no such file", "a folder that tumen run has written, with all its files");
  }
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Stands for every source that the document names: where a number comes from does not matter to
/// what is computed with it, and the folder needs no configs beside it.
void add_sources(const Node& node, Provenance& provenance) {
  if (node.is_map()) {
    for (const MapEntry& entry : node.entries()) {
      if (entry.key == "source") {
        for (const std::string& key : child_texts(node, "source")) {
          provenance.add(key, {key, "", "", "", "as in the configuration that was run", {}});
        }
      }
      add_sources(entry.value, provenance);
    }
  } else if (node.is_list()) {
    for (const Node& item : node.items()) {
      add_sources(item, provenance);
    }
  }
}

/// Numbers that stand nowhere in the document were noted behind it, as `set PATH: VALUE`: takes
/// those lines off the text and returns them as overrides.
std::vector<std::string> take_noted_numbers(std::string& text) {
  std::vector<std::string> overrides;
  for (auto line = text.find("\nset "); line != std::string::npos;
       line = text.find("\nset ", line)) {
    const auto end = std::min(text.find('\n', line + 1), text.size());
    const std::string note = text.substr(line + 5, end - line - 5);
    const auto colon = note.find(": ");
    if (colon != std::string::npos) {
      overrides.push_back(note.substr(0, colon) + "=" + note.substr(colon + 2));
    }
    text.erase(line, end - line);
  }
  return overrides;
}

Scenario read_scenario(const fs::path& file) {
  Problems problems;
  std::string text = read_bytes(file);
  const std::vector<std::string> overrides = take_noted_numbers(text);
  const Node root = parse_document(text, file.generic_string(), problems);
  problems.throw_if_any();
  Provenance provenance;
  add_sources(root, provenance);
  Scenario scenario = compile_scenario(root, provenance, overrides, problems);
  problems.throw_if_any();
  return scenario;
}

/// Ticks that were done: the tick of the last row, plus one.
Id ticks_in(const std::string& state_csv, const fs::path& file) {
  const auto end = state_csv.find_last_not_of("\r\n");
  const auto line = state_csv.rfind('\n', end);
  const auto comma = line == std::string::npos ? line : state_csv.find(',', line);
  Id tick = -1;
  if (comma != std::string::npos) {
    std::from_chars(state_csv.data() + comma + 1, state_csv.data() + state_csv.size(), tick);
  }
  if (tick < 0) {
    refuse(file, "no row of a state", "the file as tumen run has written it");
  }
  return tick + 1;
}

RunSettings settings_of(const JsonObject& m, const fs::path& file) {
  try {
    RunSettings settings;
    settings.seed = count_at(m, "seed");
    settings.run = static_cast<std::uint32_t>(count_at(m, "first_run"));
    settings.in_double = text_at(m, "number") == "double";
    return settings;
  } catch (const JsonError& error) {
    refuse(file, std::string("not the manifest of a run: ") + error.what(),
           "a folder that tumen run has written");
  }
}

void compare(const fs::path& file, const std::string& again) {
  if (read_bytes(file) != again) {
    refuse(file, "differs from what this build computes for the same scenario and seed",
           "the file unchanged, and the version named in manifest.json");
  }
}

}  // namespace

JsonObject read_manifest(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    refuse(folder, fs::exists(folder, error) ? "no folder" : "no such folder",
           "a folder that tumen run has written");
  }
  const fs::path file = folder / "manifest.json";
  if (!fs::is_regular_file(file, error)) {
    refuse(folder, "a folder without manifest.json", "a folder that tumen run has written");
  }
  try {
    return parse_json_object(read_bytes(file));
  } catch (const JsonError& reason) {
    refuse(file, std::string("not a manifest: ") + reason.what(),
           "a folder that tumen run has written");
  }
}

RebuiltRun rebuild_run(const fs::path& folder) {
  RebuiltRun run_again;
  run_again.manifest = read_manifest(folder);
  const fs::path manifest = folder / "manifest.json";
  if (text_at(run_again.manifest, "kind") != "run") {
    refuse(manifest, "results of another kind", "a folder that tumen run has written");
  }
  RunSettings settings = settings_of(run_again.manifest, manifest);
  const fs::path state = folder / "state.csv";
  const std::string state_text = read_bytes(state);
  settings.ticks = ticks_in(state_text, state);
  run_again.scenario = read_scenario(folder / "scenario.yaml");
  run_again.trace = run(run_again.scenario, settings);
  run_again.trace.interrupted = text_at(run_again.manifest, "interrupted") == "true";
  compare(state, state_csv(run_again.scenario, run_again.trace));
  compare(folder / "deals.csv", deals_csv(run_again.scenario, run_again.trace));
  compare(folder / "ledger.csv", ledger_csv(run_again.scenario, run_again.trace));
  return run_again;
}

}  // namespace tumen
