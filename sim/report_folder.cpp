#include "sim/report_folder.hpp"

#include "sim/document/parse.hpp"
#include "sim/document/refuse.hpp"
#include "sim/json_reader.hpp"
#include "sim/result_directory.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tumen {
namespace fs = std::filesystem;
namespace report {
namespace {

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

/// Hash that a manifest names for a file; empty if it names none.
std::string hash_of(const JsonObject& manifest, std::string_view name) {
  const Json* files = manifest.if_contains("files");
  if (files != nullptr && files->is_array()) {
    for (const Json& file : files->as_array()) {
      if (file.is_object() && text_at(file.as_object(), "name") == name) {
        return text_at(file.as_object(), "fnv1a64");
      }
    }
  }
  return {};
}

}  // namespace

void refuse(const fs::path& file, std::string found, std::string allowed) {
  refuse_problem({{file.generic_string(), 0, 0}, "", std::move(found), std::move(allowed), ""});
}

std::string read_folder_file(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    refuse(file, "no such file", "a folder that tumen run has written, with all its files");
  }
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_unchanged_file(const fs::path& file, const JsonObject& manifest) {
  std::string text = read_folder_file(file);
  if (fnv1a64(text) != hash_of(manifest, file.filename().string())) {
    refuse(file, "differs from what was written: it has another hash than in manifest.json",
           "the file unchanged");
  }
  return text;
}

Scenario compile_config(std::string text, const std::string& file,
                        const std::vector<std::string>& overrides, Problems& problems) {
  std::vector<std::string> all = take_noted_numbers(text);
  all.insert(all.end(), overrides.begin(), overrides.end());
  const Node root = parse_document(text, file, problems);
  if (!problems.empty()) {
    return {};
  }
  Provenance provenance;
  add_sources(root, provenance);
  return compile_scenario(root, provenance, all, problems);
}

Scenario read_scenario(const fs::path& file) {
  Problems problems;
  Scenario scenario = compile_config(read_folder_file(file), file.generic_string(), {}, problems);
  problems.throw_if_any();
  return scenario;
}

}  // namespace report

JsonObject read_manifest(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    report::refuse(folder, fs::exists(folder, error) ? "no folder" : "no such folder",
                   "a folder that tumen run has written");
  }
  const fs::path file = folder / "manifest.json";
  if (!fs::is_regular_file(file, error)) {
    report::refuse(folder, "a folder without manifest.json", "a folder that tumen run has written");
  }
  try {
    return parse_json_object(report::read_folder_file(file));
  } catch (const JsonError& reason) {
    report::refuse(file, std::string("not a manifest: ") + reason.what(),
                   "a folder that tumen run has written");
  }
}

}  // namespace tumen
