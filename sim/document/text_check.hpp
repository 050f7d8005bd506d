#pragma once

#include "sim/document/limits.hpp"
#include "sim/document/problem.hpp"

#include <string>
#include <string_view>

namespace tumen {

/// Refuses bytes that are no configuration text, before any of them reaches the YAML parser:
/// more than `limits.max_bytes`, NUL and other control characters, invalid UTF-8, tabs that indent,
/// carriage returns that do not end a line. Tabs are reported line by line, the rest once.
/// (The parser would read 0x04 as the end of the file and drop what follows.)
/// Returns true if nothing was refused.
[[nodiscard]] bool check_text(std::string_view text, const std::string& file, Problems& problems,
                              const Limits& limits);

/// Characters (code points) in valid UTF-8 text.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace tumen
