#include "sim/scenario/tree.hpp"

#include "sim/document/scalar.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20U || byte == 0x7FU) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

bool is_plain_key(std::string_view key) {
  for (const char c : key) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_letter && !is_digit && c != '_' && c != '.' && c != '-') {
      return false;
    }
  }
  return !key.empty() && key.front() != '-' && key.front() != '.';
}

std::string scalar_text(const Node& node) {
  const bool is_one_line = node.text().find_first_of("\n\r") == std::string::npos;
  return node.is_quoted() || node.text().empty() || !is_one_line ? double_quoted(node.text())
                                                                 : node.text();
}

void print(const Node& node, std::size_t depth, std::string& out);

// What follows "key:" or "-": a scalar on the same line, anything else on lines of its own.
void print_value(const Node& node, std::size_t depth, std::string& out) {
  const bool is_empty = node.items().empty() && node.entries().empty();
  if (node.is_scalar()) {
    out += ' ' + scalar_text(node) + '\n';
  } else if (node.is_null()) {
    out += " null\n";
  } else if (is_empty) {
    out += node.is_map() ? " {}\n" : " []\n";
  } else {
    out += '\n';
    print(node, depth + 1, out);
  }
}

void print(const Node& node, std::size_t depth, std::string& out) {
  const std::string indent(2 * depth, ' ');
  for (const MapEntry& entry : node.entries()) {
    out += indent + (is_plain_key(entry.key) ? entry.key : double_quoted(entry.key)) + ':';
    print_value(entry.value, depth, out);
  }
  for (const Node& item : node.items()) {
    out += indent + '-';
    print_value(item, depth, out);
  }
}

}  // namespace

Node with_key(const Node& map, std::string_view key, Node value) {
  std::vector<MapEntry> entries = map.entries();
  for (MapEntry& entry : entries) {
    if (entry.key == key) {
      entry.value = std::move(value);
      return Node::make_map(std::move(entries), map.place());
    }
  }
  const Place place = value.place();
  entries.push_back({std::string(key), place, std::move(value)});
  return Node::make_map(std::move(entries), map.place());
}

const Node* child(const Node& map, std::string_view key) {
  const MapEntry* const entry = map.find(key);
  return entry == nullptr ? nullptr : &entry->value;
}

std::string child_text(const Node& map, std::string_view key) {
  const Node* const node = child(map, key);
  return node == nullptr ? "" : node->text();
}

void append_named(std::vector<MapEntry>& entries, Node item, const std::vector<std::string>& keys) {
  std::string name;
  for (const std::string& key : keys) {
    name = name.empty() ? child_text(item, key) : name;
  }
  if (name.empty()) {
    name = "item";
  }
  const auto is_taken = [&entries](const std::string& candidate) {
    return std::any_of(entries.begin(), entries.end(),
                       [&candidate](const MapEntry& e) { return e.key == candidate; });
  };
  std::string unique = name;
  for (int i = 2; is_taken(unique); ++i) {
    unique = name + "_" + std::to_string(i);
  }
  const Place place = item.place();
  entries.push_back({unique, place, std::move(item)});
}

Node map_by_name(const Node& list, const std::vector<std::string>& keys) {
  std::vector<MapEntry> entries;
  for (const Node& item : list.items()) {
    append_named(entries, item, keys);
  }
  return Node::make_map(std::move(entries), list.place());
}

std::vector<std::string> child_texts(const Node& map, std::string_view key) {
  std::vector<std::string> out;
  const Node* const node = child(map, key);
  if (node == nullptr) {
    return out;
  }
  if (node->is_scalar()) {
    out.push_back(node->text());
  }
  for (const Node& item : node->items()) {
    if (item.is_scalar()) {
      out.push_back(item.text());
    }
  }
  return out;
}

const Node* find_path(const Node& root, const std::vector<std::string>& segments) {
  const Node* node = &root;
  for (const std::string& segment : segments) {
    if (node->is_list()) {
      const std::optional<std::int64_t> index = parse_integer(segment);
      const auto size = static_cast<std::int64_t>(node->items().size());
      if (!index || *index < 0 || *index >= size) {
        return nullptr;
      }
      node = &node->items()[static_cast<std::size_t>(*index)];
    } else if (node = child(*node, segment); node == nullptr) {
      return nullptr;
    }
  }
  return node;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    out.emplace_back(path.substr(0, dot));
    path.remove_prefix(dot + 1);
  }
  out.emplace_back(path);
  return out;
}

std::string print_canonical(const Node& root) {
  std::string out;
  print(root, 0, out);
  return out;
}

}  // namespace tumen
