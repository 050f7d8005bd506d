#include "sim/document/tree_builder.hpp"

#include <utility>

namespace tumen {
namespace {

bool has_control_character(const std::string& text) {
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if ((code < 0x20U && byte != '\n' && byte != '\t') || code == 0x7FU) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool TreeBuilder::count_node(const Place& place) {
  if (++nodes_ <= limits_.max_nodes) {
    return true;
  }
  problems_.add({place, "", "more than " + std::to_string(limits_.max_nodes) + " nodes",
                 "a document of at most " + std::to_string(limits_.max_nodes) + " nodes", ""});
  return false;
}

bool TreeBuilder::add_null(const Place& place) {
  if (!count_node(place)) {
    return false;
  }
  add(Node::make_null(place));
  return true;
}

bool TreeBuilder::add_scalar(std::string text, bool is_quoted, const Place& place) {
  if (!count_node(place)) {
    return false;
  }
  if (has_control_character(text)) {
    problems_.add({place, "", "a control character in " + in_quotes(text), "printable text", ""});
  }
  add(Node::make_scalar(std::move(text), is_quoted, place));
  return true;
}

bool TreeBuilder::begin(Node::Kind kind, const Place& place) {
  if (!count_node(place)) {
    return false;
  }
  if (frames_.size() >= limits_.max_depth) {
    problems_.add({place, "", "lists and maps nested too deep",
                   "at most " + std::to_string(limits_.max_depth) + " levels", ""});
    return false;
  }
  Frame frame;
  frame.kind = kind;
  frame.place = place;
  frames_.push_back(std::move(frame));
  return true;
}

void TreeBuilder::end() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  add(frame.kind == Node::Kind::list ? Node::make_list(std::move(frame.items), frame.place)
                                     : Node::make_map(std::move(frame.entries), frame.place));
}

Node TreeBuilder::take_root() {
  return std::move(root_);
}

void TreeBuilder::add(Node node) {
  if (frames_.empty()) {
    root_ = std::move(node);
  } else if (Frame& frame = frames_.back(); frame.kind == Node::Kind::list) {
    frame.items.push_back(std::move(node));
  } else if (!frame.pending) {
    add_key(frame, node);
  } else {
    add_value(frame, std::move(node));
  }
}

void TreeBuilder::add_key(Frame& frame, const Node& node) {
  frame.pending = MapEntry{node.text(), node.place(), {}};
  if (!node.is_scalar() || node.text().empty()) {
    frame.pending->key.clear();
    problems_.add({node.place(), "", describe(node) + " as a key", "a text", ""});
  } else if (node.text() == "<<" && !node.is_quoted()) {
    frame.pending->key.clear();
    problems_.add({node.place(), "<<", "a merge key", "include: [FILE, ...] at the top", ""});
  }
}

void TreeBuilder::add_value(Frame& frame, Node node) {
  MapEntry entry = std::move(*frame.pending);
  frame.pending.reset();
  if (entry.key.empty()) {
    return;  // refused as a key: nothing more to say about it
  }
  const auto [first, is_new] = frame.first_places.emplace(entry.key, entry.key_place);
  if (!is_new) {
    problems_.add({entry.key_place, printable(entry.key),
                   "duplicate key, first written at " + to_string(first->second), "", ""});
    return;
  }
  // The parser places an absent value at the token after it: its key is what the author looks for.
  entry.value = node.is_null() ? Node::make_null(entry.key_place) : std::move(node);
  frame.entries.push_back(std::move(entry));
}

}  // namespace tumen
