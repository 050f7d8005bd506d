#pragma once

#include "sim/document/node.hpp"

namespace tumen {

/// `base` overridden by `over`: maps merge key by key (the base's order first, new keys after it);
/// scalars, lists, nothing, and whole numbers and series (`is_number_form`) replace what was there,
/// so that a value never keeps the source of another. Every node keeps the place it was written at;
/// a merged map has the place of `over`.
[[nodiscard]] Node merge(Node base, Node over);

/// A map without one key; other nodes as they are.
[[nodiscard]] Node without_key(const Node& map, std::string_view key);

}  // namespace tumen
