#include "sim/scenario/sources.hpp"

#include <algorithm>
#include <string>

namespace tumen {
namespace fs = std::filesystem;
namespace {

// Files sources.yaml and sources_*.yaml of a root, by name.
std::vector<fs::path> source_files(const fs::path& root) {
  std::vector<fs::path> out;
  std::error_code error;
  fs::directory_iterator it(root, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with("sources") && name.ends_with(".yaml")) {
      out.push_back(it->path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void add_all(Provenance& out, const Provenance& more) {
  for (const std::string& key : more.keys()) {
    out.add(key, *more.find(key));
  }
}

Provenance load_all_sources(const std::vector<fs::path>& roots, Problems& problems) {
  Provenance out;
  for (const fs::path& folder : roots) {
    for (const fs::path& file : source_files(folder)) {
      add_all(out, load_sources(file, problems));
    }
  }
  return out;
}

}  // namespace tumen
