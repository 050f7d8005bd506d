#include "sim/flips_bounds.hpp"

#include "sim/scenario/key_record.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <array>

namespace tumen::flips {
namespace {

/// Keys whose next segment is the name of an entity.
constexpr std::array<std::string_view, 12> holders = {
    "countries", "pairs", "fields",    "corridors", "debts",  "regimes",
    "packages",  "acts",  "doctrines", "firms",     "stance", "clauses"};

Bounds by_nature(const NumberInfo& info, double v) {
  if (info.unit == "share" && v >= 0 && v <= 1) {
    return {0, 1};
  }
  if (info.path.find(".stance.") != std::string::npos) {
    return {-1, 1};
  }
  if (info.path.ends_with(".scale")) {
    return {v / 3, 3 * v};
  }
  return {std::min(0.0, 3 * v), std::max(0.0, 3 * v)};
}

}  // namespace

std::string key_of(std::string_view path) {
  std::string key;
  bool is_name = false;
  for (const std::string& part : split_path(path)) {
    if (!is_name) {
      key += (key.empty() ? "" : ".") + part;
    }
    is_name = !is_name && std::find(holders.begin(), holders.end(), part) != holders.end();
  }
  return key;
}

std::map<std::string, Bounds> accepted_bounds() {
  std::map<std::string, Bounds> all;
  for (const KeyRecord& record : record_keys()) {
    if (record.high > record.low) {
      const auto [place, is_new] = all.try_emplace(key_of(record.path), record.low, record.high);
      if (!is_new) {
        place->second.low = std::max(place->second.low, record.low);
        place->second.high = std::min(place->second.high, record.high);
      }
    }
  }
  return all;
}

Bounds widest(const NumberInfo& info, double value, const std::map<std::string, Bounds>& accepted) {
  Bounds bounds = by_nature(info, value);
  const auto found = accepted.find(key_of(info.path));
  if (found != accepted.end()) {
    bounds.low = std::max(bounds.low, found->second.low);
    bounds.high = std::min(bounds.high, found->second.high);
  }
  return bounds;
}

bool is_code(const std::string& path) {
  return path == "rules.resolve_years" || key_of(path) == "packages.clauses.issue";
}

}  // namespace tumen::flips
