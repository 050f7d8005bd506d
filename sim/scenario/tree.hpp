#pragma once

#include "sim/document/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

// Nodes are immutable: these make changed copies.

/// The map with `key` set to `value`, at its old position or at the end.
[[nodiscard]] Node with_key(const Node& map, std::string_view key, Node value);

/// The value at a key of a map, or null.
[[nodiscard]] const Node* child(const Node& map, std::string_view key);

/// The text of a scalar at a key of a map; empty if there is none.
[[nodiscard]] std::string child_text(const Node& map, std::string_view key);

/// Puts an item into a list of entries under the first text it has at one of `keys`; the second of
/// that name becomes NAME_2 and so on.
void append_named(std::vector<MapEntry>& entries, Node item, const std::vector<std::string>& keys);

/// A list as a map by name, in its order.
[[nodiscard]] Node map_by_name(const Node& list, const std::vector<std::string>& keys);

/// The texts of a list of scalars (or of one scalar) at a key of a map.
[[nodiscard]] std::vector<std::string> child_texts(const Node& map, std::string_view key);

/// The node at a path of map keys (list items by index), or null.
[[nodiscard]] const Node* find_path(const Node& root, const std::vector<std::string>& segments);

/// "a.b.c" in its parts.
[[nodiscard]] std::vector<std::string> split_path(std::string_view path);

/// The tree as YAML text, one way for one tree: block maps and lists, plain texts as they were
/// read, the others in double quotes. Places are left out.
[[nodiscard]] std::string print_canonical(const Node& root);

}  // namespace tumen
