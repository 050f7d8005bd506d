#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace tumen {
namespace fs = std::filesystem;
namespace {

// packages.gas_line.clauses.2.years with the clause's name in place of its position.
std::string name_clause(const Scenario& s, std::string_view path) {
  std::vector<std::string> parts = split_path(path);
  const bool is_clause = parts.size() > 4 && parts[0] == "packages" && parts[2] == "clauses";
  const auto position = is_clause ? parse_integer(parts[3]) : std::nullopt;
  const Id package = is_clause ? find_name(s.names.packages, parts[1]) : no_id;
  if (!position || package == no_id || *position < 0) {
    return std::string(path);
  }
  const Range rows = at(s.model.packages, package).clauses;
  if (*position >= rows.count) {
    return std::string(path);
  }
  const std::string& full = at(s.names.clauses, rows.first + static_cast<Id>(*position));
  std::string out = parts[0] + "." + parts[1] + ".clauses." + full.substr(parts[1].size() + 1);
  for (std::size_t i = 4; i < parts.size(); ++i) {
    out += "." + parts[i];
  }
  return out;
}

std::optional<Number> find_exact(const Scenario& s, std::string_view path) {
  const auto found = std::find_if(s.numbers.begin(), s.numbers.end(),
                                  [path](const NumberInfo& info) { return info.path == path; });
  if (found == s.numbers.end()) {
    return std::nullopt;
  }
  return Number{static_cast<std::int32_t>(found - s.numbers.begin())};
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

std::optional<Number> find_number(const Scenario& scenario, std::string_view path) {
  const std::optional<Number> exact = find_exact(scenario, path);
  return exact ? exact : find_exact(scenario, name_clause(scenario, path));
}

Id find_name(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? no_id : static_cast<Id>(found - names.begin());
}

std::vector<fs::path> list_scenarios(const std::vector<fs::path>& roots) {
  std::vector<fs::path> out;
  std::set<std::string> seen;
  for (const fs::path& root : roots) {
    std::error_code error;
    fs::directory_iterator it(root / "scenarios", error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      const bool is_scenario = it->path().extension() == ".yaml" && is_file(it->path());
      if (is_scenario && seen.insert(it->path().stem().string()).second) {
        out.push_back(it->path());
      }
    }
  }
  std::sort(out.begin(), out.end(),
            [](const fs::path& a, const fs::path& b) { return a.stem() < b.stem(); });
  return out;
}

fs::path find_scenario(const std::string& name_or_path, const std::vector<fs::path>& roots) {
  if (is_file(name_or_path)) {
    return name_or_path;
  }
  for (const fs::path& root : roots) {
    for (const fs::path& folder : {root / "scenarios", root}) {
      for (const std::string& name : {name_or_path, name_or_path + ".yaml"}) {
        if (!name_or_path.empty() && is_file(folder / name)) {
          return folder / name;
        }
      }
    }
  }
  std::vector<std::string> known;
  for (const fs::path& path : list_scenarios(roots)) {
    known.push_back(path.stem().string());
  }
  Problems problems;
  problems.add({{name_or_path, 0, 0},
                "",
                "no such scenario",
                known.empty() ? "the path of a YAML file" : join_names(known),
                nearest_name(name_or_path, known)});
  throw InputError(problems);
}

}  // namespace tumen
