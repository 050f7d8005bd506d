#pragma once

#include "sim/document/limits.hpp"
#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <string>
#include <string_view>

namespace tumen {

/// Parses one YAML document. `file` names the text in messages.
///
/// Refused, each with its place: what `check_text` refuses, syntax errors, an empty text or a
/// second document, duplicate keys (the first one counts), keys that are no plain text, anchors,
/// aliases, merge keys (`<<`) and tags, control characters behind escapes, and documents over the
/// limits. Apart from syntax errors and limits, which end the reading, all problems of the text are
/// found in one go. Returns what could be read; it is of use only if no problem was added. Throws
/// nothing but std::bad_alloc.
[[nodiscard]] Node parse_document(std::string_view text, std::string file, Problems& problems,
                                  const Limits& limits = {});

}  // namespace tumen
