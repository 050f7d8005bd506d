#include "sim/scenario/expand.hpp"

#include "sim/document/merge.hpp"
#include "sim/scenario/tree.hpp"

#include <array>
#include <utility>

namespace tumen {
namespace {

constexpr std::array entity_maps = {"countries", "pairs",    "fields", "corridors",  "debts",
                                    "regimes",   "packages", "acts",   "instruments"};
// Nodes that defaults and templates may add up to: ten times what a document may hold.
constexpr std::size_t most_nodes = 2'000'000;

// An entity written as nothing (`CHN-KOR:`) is one that the default describes in full.
Node complete(const Node& base, const MapEntry& entry) {
  const Node own = entry.value.is_null() ? Node::make_map({}, entry.key_place) : entry.value;
  return merge(base, own);
}

Node with_defaults(const Node& section, const std::string& name, Problems& problems) {
  const Node* const base = child(section, "default");
  if (base == nullptr) {
    return section;
  }
  if (!base->is_map()) {
    problems.add({base->place(), name + ".default", "found " + describe(*base), "a map", ""});
    return without_key(section, "default");
  }
  if (base->tree_size() * section.entries().size() > most_nodes) {
    problems.add({base->place(), name + ".default", "too large for so many entries", "", ""});
    return without_key(section, "default");
  }
  std::vector<MapEntry> entries;
  for (const MapEntry& entry : section.entries()) {
    if (entry.key != "default") {
      entries.push_back({entry.key, entry.key_place, complete(*base, entry)});
    }
  }
  return Node::make_map(std::move(entries), section.place());
}

Node expand_packages(const Node& root, const Node& packages, Problems& problems) {
  const Node* const declared = child(root, "instruments");
  const Node none = Node::make_map({}, root.place());
  const Node& instruments = declared == nullptr ? none : *declared;
  std::vector<MapEntry> entries;
  std::size_t nodes = 0;
  for (const MapEntry& entry : packages.entries()) {
    const std::string path = "packages." + entry.key;
    Node package = expand_package(entry.value, instruments, path, problems);
    nodes += package.tree_size();
    if (nodes > most_nodes) {
      problems.add({entry.key_place, path, "too many clauses and terms in all packages", "", ""});
      break;
    }
    entries.push_back({entry.key, entry.key_place, std::move(package)});
  }
  return Node::make_map(std::move(entries), packages.place());
}

// Doctrines are written as a list, in which order counts, and addressed by name.
Node name_doctrines(const Node& country) {
  const Node* const doctrines = child(country, "doctrines");
  if (doctrines == nullptr || !doctrines->is_list()) {
    return country;
  }
  return with_key(country, "doctrines", map_by_name(*doctrines, {"name"}));
}

Node name_all_doctrines(const Node& countries) {
  std::vector<MapEntry> entries = countries.entries();
  for (MapEntry& entry : entries) {
    entry.value = name_doctrines(entry.value);
  }
  return Node::make_map(std::move(entries), countries.place());
}

}  // namespace

Node expand(const Node& root, Problems& problems) {
  Node out = root;
  for (const char* const name : entity_maps) {
    const Node* const section = child(out, name);
    if (section != nullptr && section->is_map()) {
      out = with_key(out, name, with_defaults(*section, name, problems));
    }
  }
  const Node* const countries = child(out, "countries");
  if (countries != nullptr && countries->is_map()) {
    out = with_key(out, "countries", name_all_doctrines(*countries));
  }
  const Node* const packages = child(out, "packages");
  if (packages != nullptr && packages->is_map()) {
    out = with_key(out, "packages", expand_packages(out, *packages, problems));
  }
  return out;
}

}  // namespace tumen
