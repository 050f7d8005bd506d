// What people may compose from: the instruments of a scenario, read from its own document.
#include "server/rooms/draft.hpp"
#include "sim/document/parse.hpp"
#include "sim/document/scalar.hpp"
#include "sim/scenario/tree.hpp"

namespace tumen::server::rooms {
namespace {

/// A number written alone or as {value: ..}.
double number_at(const Node& map, const char* key) {
  const Node* const node = child(map, key);
  if (node == nullptr) {
    return 0;
  }
  const Node* const value = child(*node, "value");
  return parse_real((value == nullptr ? *node : *value).text()).value_or(0.0);
}

/// Entries of the map at a key; none if there is no map.
const std::vector<MapEntry>& entries_at(const Node& map, const char* key) {
  static const std::vector<MapEntry> nothing;
  const Node* const node = child(map, key);
  return node == nullptr ? nothing : node->entries();
}

RoleInfo role_of(const MapEntry& entry) {
  if (!entry.value.is_map()) {
    return {entry.key, entry.value.text(), true};
  }
  return {entry.key, child_text(entry.value, "meaning"),
          child_text(entry.value, "signs") != "false"};
}

TermInfo term_of(const MapEntry& entry) {
  const Node& term = entry.value;
  TermInfo info;
  info.name = entry.key;
  info.unit = child_text(term, "unit");
  info.from = child_text(term, "from");
  info.to = child_text(term, "to");
  info.lower = number_at(term, "lower");
  info.upper = number_at(term, "upper");
  info.start = number_at(term, "start");
  info.has_grid = child(term, "grid") != nullptr;
  return info;
}

InstrumentInfo instrument_of(const MapEntry& entry) {
  InstrumentInfo info{
      entry.key, child_text(entry.value, "title"), child_text(entry.value, "description"), {}, {},
      {}};
  for (const MapEntry& role : entries_at(entry.value, "roles")) {
    info.roles.push_back(role_of(role));
  }
  for (const MapEntry& thing : entries_at(entry.value, "things")) {
    info.things.push_back({thing.key, thing.value.text()});
  }
  for (const MapEntry& term : entries_at(entry.value, "terms")) {
    info.terms.push_back(term_of(term));
  }
  return info;
}

}  // namespace

Catalogue catalogue_of(const Scenario& scenario) {
  constexpr std::int64_t otherwise = 8;  // as sim/scenario/compose.cpp
  Problems ignored;                      // it has been compiled from this very text
  const Node root = parse_document(scenario.config_text, scenario.name, ignored);
  Catalogue out;
  for (const MapEntry& entry : entries_at(root, "instruments")) {
    out.instruments.push_back(instrument_of(entry));
  }
  const std::string slots = child_text(root, "spare_packages");
  out.slots = static_cast<int>(parse_integer(slots).value_or(otherwise));
  return out;
}

}  // namespace tumen::server::rooms
