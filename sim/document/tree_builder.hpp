#pragma once

#include "sim/document/limits.hpp"
#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tumen {

/// Builds a Node from a stream of begin, end and scalar events, and checks keys and limits as the
/// events arrive, so that a bomb is refused before it is built.
/// Invariant: `frames_` holds the lists and maps that have begun and not ended, the outermost
/// first.
class TreeBuilder {
 public:
  TreeBuilder(Problems& problems, const Limits& limits) : problems_(problems), limits_(limits) {}

  /// Each event returns false once a limit is passed: the reading has to end there.
  [[nodiscard]] bool add_null(const Place& place);
  [[nodiscard]] bool add_scalar(std::string text, bool is_quoted, const Place& place);
  [[nodiscard]] bool begin(Node::Kind kind, const Place& place);
  void end();

  /// The tree; null if no event arrived.
  [[nodiscard]] Node take_root();

 private:
  struct Frame {
    Node::Kind kind = Node::Kind::list;
    Place place = {};
    std::vector<Node> items = {};
    std::vector<MapEntry> entries = {};
    std::unordered_map<std::string, Place> first_places = {};
    std::optional<MapEntry> pending = {};  // the key that waits for its value
  };

  bool count_node(const Place& place);
  void add(Node node);
  void add_key(Frame& frame, const Node& node);
  void add_value(Frame& frame, Node node);

  Problems& problems_;
  const Limits& limits_;
  std::vector<Frame> frames_;
  std::size_t nodes_ = 0;
  Node root_;
};

}  // namespace tumen
