#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <string_view>

namespace tumen {

/// Changes one node of a loaded document, as `--set countries.PRK.discount_rate=0.2` asks.
///
/// Each segment of the path names a key of a map, or in a list the index (from 0) or the `id` of an
/// item. The path must exist; where it does not, a problem offers the nearest name of that map. The
/// value is written as in YAML (`0.2`, `[a, b]`, `{value: 5, unit: percent, ...}`) and must be of
/// the kind it replaces, except that a scalar set on a number `{value, unit, ...}` replaces its
/// `value` and leaves unit and source. The new nodes' place is `--set PATH`. Returns true if `root`
/// was changed; otherwise it is as before.
bool apply_override(Node& root, std::string_view dotted_path, std::string_view value,
                    Problems& problems);

}  // namespace tumen
