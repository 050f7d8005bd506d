#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// One work or data file that numbers refer to.
struct Source {
  std::string title = {};
  std::string author = {};
  std::string year = {};
  std::string url = {};
  std::string note = {};
  Place place = {};
};

/// The sources that numbers may name, by key.
class Provenance {
 public:
  void add(std::string key, Source source);
  [[nodiscard]] const Source* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::size_t size() const { return sources_.size(); }

 private:
  std::map<std::string, Source, std::less<>> sources_;
};

/// Reads `schema: 1` and `sources: {KEY: {title, url or note, ...}}`. Every source has a title and
/// at least one of `url` and `note`; `author`, `year`, `publisher`, `doi`, `accessed`, `licence`
/// and `data` (a file of the repository) are optional texts.
[[nodiscard]] Provenance read_sources(const Node& root, Problems& problems);

/// The same from a file, usually configs/sources.yaml.
[[nodiscard]] Provenance load_sources(const std::filesystem::path& path, Problems& problems);

}  // namespace tumen
