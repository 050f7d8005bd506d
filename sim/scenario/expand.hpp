#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <string>
#include <vector>

namespace tumen {

/// Key of an expanded package under which the declarations of its instruments stand: `roles` and
/// `things`, each a map from name to meaning or table.
inline constexpr const char* declares_key = "declares";

/// The document with every entity complete, so that one path addresses what one entity uses:
/// * `default` of a map of entities is merged under each entity and taken away;
/// * lists of doctrines become maps by name;
/// * packages hold a copy of their instruments' terms, clauses and properties (see
///   `expand_package`), so that a number can differ between two packages of one instrument.
[[nodiscard]] Node expand(const Node& root, Problems& problems);

/// One package with its instruments merged under it. `clauses` becomes a map by name: a clause's
/// own `name`, or else its kind, numbered from the second of that name on (see `map_by_name`).
/// Where two instruments declare a term of the same name, both are prefixed with their instrument:
/// `price` becomes `gas_line_price`. A package's `terms` and `clauses` maps override the
/// instruments' key by key; a list of clauses replaces them.
[[nodiscard]] Node expand_package(const Node& package, const Node& instruments,
                                  const std::string& path, Problems& problems);

/// The document without what has `enabled: false` (packages, acts, regimes, firms of corridors) and
/// what cannot happen without it: packages over a disabled regime, packages that wait for a
/// disabled package, acts on a disabled regime. `notes` says what was left out and why.
[[nodiscard]] Node drop_disabled(const Node& root, std::vector<std::string>& notes,
                                 Problems& problems);

}  // namespace tumen
