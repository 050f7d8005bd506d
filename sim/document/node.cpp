#include "sim/document/node.hpp"

#include <utility>

namespace tumen {

Node::Node() = default;
Node::~Node() = default;
Node::Node(const Node&) = default;
Node::Node(Node&&) noexcept = default;
Node& Node::operator=(const Node&) = default;
Node& Node::operator=(Node&&) noexcept = default;

Node::Node(Kind kind, Place place) : kind_(kind), place_(std::move(place)) {}

Node Node::make_null(Place place) {
  return Node(Kind::null, std::move(place));
}

Node Node::make_scalar(std::string text, bool is_quoted, Place place) {
  Node node(Kind::scalar, std::move(place));
  node.text_ = std::move(text);
  node.is_quoted_ = is_quoted;
  return node;
}

Node Node::make_list(std::vector<Node> items, Place place) {
  Node node(Kind::list, std::move(place));
  node.items_ = std::move(items);
  return node;
}

Node Node::make_map(std::vector<MapEntry> entries, Place place) {
  Node node(Kind::map, std::move(place));
  node.entries_ = std::move(entries);
  return node;
}

const MapEntry* Node::find(std::string_view key) const {
  for (const MapEntry& entry : entries_) {
    if (entry.key == key) {
      return &entry;
    }
  }
  return nullptr;
}

std::vector<std::string> Node::keys() const {
  std::vector<std::string> out;
  out.reserve(entries_.size());
  for (const MapEntry& entry : entries_) {
    out.push_back(entry.key);
  }
  return out;
}

std::size_t Node::tree_size() const {
  std::size_t size = 1;
  for (const Node& item : items_) {
    size += item.tree_size();
  }
  for (const MapEntry& entry : entries_) {
    size += entry.value.tree_size();
  }
  return size;
}

std::string describe(const Node& node) {
  switch (node.kind()) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
    case Node::Kind::scalar:
      break;
  }
  return (node.is_quoted() ? "the quoted text " : "") + in_quotes(node.text());
}

bool is_number_form(const Node& node) {
  if (node.find("unit") == nullptr) {
    return false;
  }
  for (const char* key : {"value", "quarterly", "steps", "points"}) {
    if (node.find(key) != nullptr) {
      return true;
    }
  }
  return false;
}

}  // namespace tumen
