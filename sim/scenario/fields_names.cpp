#include "sim/scenario/fields.hpp"

#include <utility>

namespace tumen {
namespace {

std::vector<std::string> to_strings(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

}  // namespace

void Fields::record(std::string_view key, KeyRecord::Kind kind,
                    std::span<const std::string_view> names) {
  record(key, kind);
  if (binder_.recorder != nullptr) {
    binder_.recorder->records.back().choices = to_strings(names);
  }
}

int Fields::choice_index(std::string_view key, std::span<const std::string_view> names,
                         int fallback) {
  record(key, KeyRecord::Kind::choice, names);
  const std::vector<std::string> known = to_strings(names);
  const std::string name =
      fallback < 0 ? reader_.choice(key, known)
                   : reader_.choice_or(key, known, known[static_cast<std::size_t>(fallback)]);
  return std::max(0, static_cast<int>(find_name(known, name)));
}

std::vector<int> Fields::choice_indices(std::string_view key,
                                        std::span<const std::string_view> names) {
  record(key, KeyRecord::Kind::choices, names);
  const Node* const node = reader_.optional(key);
  std::vector<int> out;
  if (node == nullptr) {
    return out;
  }
  const std::vector<std::string> known = to_strings(names);
  if (!node->is_list()) {
    refuse(key, "found " + describe(*node), "a list of " + join_names(known));
  }
  for (const Node& item : node->items()) {
    const std::string name = read_name(item, path(key), known, binder_.problems);
    if (!name.empty()) {
      out.push_back(static_cast<int>(find_name(known, name)));
    }
  }
  return out;
}

Id Fields::reference(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::reference, section_names[index_of(section)]);
  const Node* const node = reader_.required(key);
  return node == nullptr ? no_id : binder_.resolve(*node, path(key), section);
}

Id Fields::optional_reference(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::reference, section_names[index_of(section)]);
  const Node* const node = reader_.optional(key);
  return node == nullptr ? no_id : binder_.resolve(*node, path(key), section);
}

std::vector<Id> Fields::resolve_list(const Node& node, std::string_view key, Section section) {
  std::vector<Id> out;
  if (!node.is_list()) {
    refuse(key, "found " + describe(node),
           "a list of names from " + std::string(section_names[index_of(section)]));
  }
  for (const Node& item : node.items()) {
    const Id id = binder_.resolve(item, path(key), section);
    if (id == no_id) {
      continue;
    }
    if (std::find(out.begin(), out.end(), id) != out.end()) {
      binder_.problems.add({item.place(), path(key), in_quotes(item.text()) + " stands twice",
                            "each name once", ""});
      continue;
    }
    out.push_back(id);
  }
  return out;
}

std::vector<Id> Fields::references(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::references, section_names[index_of(section)]);
  const Node* const node = reader_.optional(key);
  return node == nullptr ? std::vector<Id>{} : resolve_list(*node, key, section);
}

std::vector<Id> Fields::required_references(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::references, section_names[index_of(section)]);
  const Node* const node = reader_.required(key);
  return node == nullptr ? std::vector<Id>{} : resolve_list(*node, key, section);
}

}  // namespace tumen
