#include "sim/document/override.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tumen {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    out.emplace_back(path.substr(0, dot));
    path.remove_prefix(dot + 1);
  }
  out.emplace_back(path);
  return out;
}

std::string id_of(const Node& item) {
  const MapEntry* const id = item.find("id");
  return id == nullptr ? "" : id->value.text();
}

std::vector<std::string> child_names(const Node& node) {
  if (node.is_map()) {
    return node.keys();
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < node.items().size(); ++i) {
    const std::string id = id_of(node.items()[i]);
    out.push_back(id.empty() ? std::to_string(i) : id);
  }
  return out;
}

std::optional<std::size_t> child_index(const Node& node, const std::string& segment) {
  for (std::size_t i = 0; i < node.entries().size(); ++i) {
    if (node.entries()[i].key == segment) {
      return i;
    }
  }
  for (std::size_t i = 0; i < node.items().size(); ++i) {
    if (!segment.empty() && id_of(node.items()[i]) == segment) {
      return i;
    }
  }
  std::size_t index = 0;
  const char* const end = segment.data() + segment.size();
  const auto [stop, error] = std::from_chars(segment.data(), end, index);
  const bool is_index = error == std::errc() && stop == end && index < node.items().size();
  return is_index ? std::optional(index) : std::nullopt;
}

class Override {
 public:
  Override(std::string_view path, Node value, Problems& problems)
      : path_(path), segments_(split(path)), value_(std::move(value)), problems_(problems) {}

  // The node with the change made below it, or nothing if a problem was added.
  std::optional<Node> apply(const Node& node, std::size_t depth = 0) {
    if (depth == segments_.size()) {
      return replace(node);
    }
    const std::string& segment = segments_[depth];
    const std::optional<std::size_t> index = child_index(node, segment);
    if (!index) {
      const std::vector<std::string> names = child_names(node);
      return refuse("no " + in_quotes(segment) + " in " + place_name(depth, node),
                    join_names(names), nearest_name(segment, names));
    }
    return node.is_map() ? in_map(node, *index, depth) : in_list(node, *index, depth);
  }

 private:
  std::optional<Node> in_map(const Node& node, std::size_t index, std::size_t depth) {
    std::optional<Node> child = apply(node.entries()[index].value, depth + 1);
    if (!child) {
      return std::nullopt;
    }
    std::vector<MapEntry> entries = node.entries();
    entries[index].value = std::move(*child);
    return Node::make_map(std::move(entries), node.place());
  }

  std::optional<Node> in_list(const Node& node, std::size_t index, std::size_t depth) {
    std::optional<Node> child = apply(node.items()[index], depth + 1);
    if (!child) {
      return std::nullopt;
    }
    std::vector<Node> items = node.items();
    items[index] = std::move(*child);
    return Node::make_list(std::move(items), node.place());
  }

  std::optional<Node> replace(const Node& old) {
    if (old.is_null() || old.kind() == value_.kind()) {
      return value_;
    }
    if (is_number_form(old) && value_.is_scalar()) {
      if (const std::optional<std::size_t> index = child_index(old, "value")) {
        std::vector<MapEntry> entries = old.entries();
        entries[*index].value = value_;
        return Node::make_map(std::move(entries), old.place());
      }
    }
    return refuse(describe(value_) + " where " + describe(old) + " stands",
                  old.is_map() ? "a value for one of its keys: " + join_names(old.keys())
                               : "a value of that kind",
                  "");
  }

  std::string place_name(std::size_t depth, const Node& node) const {
    if (!node.is_map() && !node.is_list()) {
      return describe(node) + ", which has no parts";
    }
    if (depth == 0) {
      return "the document";
    }
    return "this " + std::string(node.is_map() ? "map" : "list") + " (" + to_string(node.place()) +
           ")";
  }

  std::nullopt_t refuse(std::string found, std::string allowed, std::string nearest) {
    problems_.add({value_.place(), printable(path_), std::move(found), std::move(allowed),
                   std::move(nearest)});
    return std::nullopt;
  }

  std::string path_;
  std::vector<std::string> segments_;
  Node value_;
  Problems& problems_;
};

}  // namespace

bool apply_override(Node& root, std::string_view dotted_path, std::string_view value,
                    Problems& problems) {
  const std::size_t before = problems.size();
  Node parsed = parse_document(value, "--set " + printable(dotted_path), problems);
  if (problems.size() != before) {
    return false;
  }
  std::optional<Node> changed = Override(dotted_path, std::move(parsed), problems).apply(root);
  if (!changed) {
    return false;
  }
  root = std::move(*changed);
  return true;
}

}  // namespace tumen
