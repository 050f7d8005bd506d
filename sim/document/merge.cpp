#include "sim/document/merge.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace tumen {

Node merge(Node base, Node over) {
  if (!base.is_map() || !over.is_map() || is_number_form(base) || is_number_form(over)) {
    return over;
  }
  std::vector<MapEntry> entries = base.entries();
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < base.entries().size(); ++i) {
    index.emplace(base.entries()[i].key, i);
  }
  for (const MapEntry& entry : over.entries()) {
    if (const auto known = index.find(entry.key); known == index.end()) {
      entries.push_back(entry);
    } else {
      MapEntry& target = entries[known->second];
      target.value = merge(target.value, entry.value);
      target.key_place = entry.key_place;
    }
  }
  return Node::make_map(std::move(entries), over.place());
}

Node without_key(const Node& map, std::string_view key) {
  if (!map.is_map()) {
    return map;
  }
  std::vector<MapEntry> entries;
  for (const MapEntry& entry : map.entries()) {
    if (entry.key != key) {
      entries.push_back(entry);
    }
  }
  return Node::make_map(std::move(entries), map.place());
}

}  // namespace tumen
