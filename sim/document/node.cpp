#include "sim/document/node.hpp"

#include <utility>

namespace tumen {

struct Node::Content {
  Kind kind = Kind::null;
  Place place = {};
  bool is_quoted = false;
  std::string text = {};
  std::vector<Node> items = {};
  std::vector<MapEntry> entries = {};
};

Node::Node(Content content) : content_(std::make_shared<const Content>(std::move(content))) {}

const Node::Content& Node::content() const {
  static const Content nothing;
  return content_ == nullptr ? nothing : *content_;
}

Node Node::make_null(Place place) {
  return Node(Content{.kind = Kind::null, .place = std::move(place)});
}

Node Node::make_scalar(std::string text, bool is_quoted, Place place) {
  return Node(Content{.kind = Kind::scalar,
                      .place = std::move(place),
                      .is_quoted = is_quoted,
                      .text = std::move(text)});
}

Node Node::make_list(std::vector<Node> items, Place place) {
  return Node(Content{.kind = Kind::list, .place = std::move(place), .items = std::move(items)});
}

Node Node::make_map(std::vector<MapEntry> entries, Place place) {
  return Node(Content{.kind = Kind::map, .place = std::move(place), .entries = std::move(entries)});
}

Node::Kind Node::kind() const {
  return content().kind;
}

const std::string& Node::text() const {
  return content().text;
}

bool Node::is_quoted() const {
  return content().is_quoted;
}

const Place& Node::place() const {
  return content().place;
}

const std::vector<Node>& Node::items() const {
  return content().items;
}

const std::vector<MapEntry>& Node::entries() const {
  return content().entries;
}

const MapEntry* Node::find(std::string_view key) const {
  for (const MapEntry& entry : entries()) {
    if (entry.key == key) {
      return &entry;
    }
  }
  return nullptr;
}

std::vector<std::string> Node::keys() const {
  std::vector<std::string> out;
  out.reserve(entries().size());
  for (const MapEntry& entry : entries()) {
    out.push_back(entry.key);
  }
  return out;
}

std::size_t Node::tree_size() const {
  std::size_t size = 1;
  for (const Node& item : items()) {
    size += item.tree_size();
  }
  for (const MapEntry& entry : entries()) {
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
