#pragma once

#include "sim/document/problem.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

struct MapEntry;

/// A value of a parsed document: nothing, a scalar, a list or a map, with the place it is written.
/// Invariant: immutable once made (changes make new nodes), and the keys of a map are unique.
/// Copies share what they hold, so that a document that includes others costs what it adds.
class Node {
 public:
  enum class Kind { null, scalar, list, map };

  Node() = default;

  [[nodiscard]] static Node make_null(Place place);
  [[nodiscard]] static Node make_scalar(std::string text, bool is_quoted, Place place);
  [[nodiscard]] static Node make_list(std::vector<Node> items, Place place);
  /// The caller answers for unique keys.
  [[nodiscard]] static Node make_map(std::vector<MapEntry> entries, Place place);

  [[nodiscard]] Kind kind() const;
  [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind() == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind() == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind() == Kind::map; }

  /// The scalar's text without quotation marks and escapes; empty for other kinds.
  [[nodiscard]] const std::string& text() const;
  /// True for a scalar in quotation marks or a block text: never a number or a bool.
  [[nodiscard]] bool is_quoted() const;
  [[nodiscard]] const Place& place() const;
  /// The items of a list; empty for other kinds.
  [[nodiscard]] const std::vector<Node>& items() const;
  /// The entries of a map in the order written; empty for other kinds.
  [[nodiscard]] const std::vector<MapEntry>& entries() const;
  /// The entry of a map with this key, or null. Linear in the number of entries.
  [[nodiscard]] const MapEntry* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Nodes of the tree with this one, keys not counted.
  [[nodiscard]] std::size_t tree_size() const;

 private:
  struct Content;

  explicit Node(Content content);
  [[nodiscard]] const Content& content() const;

  std::shared_ptr<const Content> content_;  // null stands for nothing, at no place
};

/// One key of a map with its value.
struct MapEntry {
  std::string key = {};
  Place key_place = {};
  Node value = {};
};

/// What a message says of a node that is not what was asked for: `a list`, `"abc"`, `nothing`.
[[nodiscard]] std::string describe(const Node& node);

/// True for the written form of a number or a series: a map with `unit` and one of `value`,
/// `quarterly`, `steps`, `points`. Such a map stands for one thing and is replaced as a whole.
[[nodiscard]] bool is_number_form(const Node& node);

}  // namespace tumen
