#include "sim/document/load.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace tumen {
namespace fs = std::filesystem;
namespace {

// Names looked at in a folder before the search for a near one is given up.
constexpr std::size_t most_neighbours = 2000;

void refuse(const fs::path& path, std::string found, std::string allowed, Problems& problems) {
  problems.add({{path.generic_string(), 0, 0},
                "",
                std::move(found),
                std::move(allowed),
                nearest_file(path)});
}

bool check_kind(const fs::path& path, Problems& problems) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status)) {
    return true;
  }
  if (!fs::exists(status)) {
    refuse(path, "no such file", "", problems);
  } else {
    refuse(path, fs::is_directory(status) ? "a folder" : "not a regular file", "a YAML file",
           problems);
  }
  return false;
}

}  // namespace

std::string nearest_file(const fs::path& path) {
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  fs::directory_iterator it(folder, error);
  for (; !error && it != fs::directory_iterator() && names.size() < most_neighbours;
       it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());  // the order of a folder differs between machines
  const std::string own = path.filename().string();
  std::erase(names, own);
  const std::string name = nearest_name(own, names);
  return name.empty() ? name : (path.parent_path() / name).generic_string();
}

std::string read_text_file(const fs::path& path, Problems& problems, const Limits& limits) {
  if (!check_kind(path, problems)) {
    return {};
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    refuse(path, "the file cannot be opened", "a file you may read", problems);
    return {};
  }
  // Read in pieces, to one byte more than allowed: a file may be larger than its size claims.
  std::string text;
  constexpr std::size_t piece = 64U * 1024U;
  while (stream && text.size() <= limits.max_bytes) {
    const std::size_t before = text.size();
    text.resize(std::min(before + piece, limits.max_bytes + 1));
    stream.read(text.data() + before, static_cast<std::streamsize>(text.size() - before));
    text.resize(before + static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) {
    refuse(path, "the file cannot be read", "", problems);
    return {};
  }
  if (text.size() > limits.max_bytes) {
    refuse(path, "more than " + std::to_string(limits.max_bytes) + " bytes",
           "at most " + std::to_string(limits.max_bytes) + " bytes", problems);
    return {};
  }
  return text;
}

Node load_document(const fs::path& path, Problems& problems, const Limits& limits) {
  const std::size_t before = problems.size();
  const std::string text = read_text_file(path, problems, limits);
  if (problems.size() != before) {
    return {};
  }
  return parse_document(text, path.generic_string(), problems, limits);
}

bool check_schema(const Node& root, Problems& problems) {
  if (!root.is_map()) {
    problems.add({root.place(), "", describe(root), "a map with schema: 1", ""});
    return false;
  }
  const MapEntry* const schema = root.find("schema");
  if (schema == nullptr) {
    problems.add(
        {root.place(), "schema", "missing", "schema: 1", nearest_name("schema", root.keys())});
    return false;
  }
  if (schema->value.is_scalar() && !schema->value.is_quoted() && schema->value.text() == "1") {
    return true;
  }
  problems.add({schema->value.place(), "schema", "version " + describe(schema->value), "1", ""});
  return false;
}

}  // namespace tumen
