#pragma once

#include "sim/document/limits.hpp"
#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <filesystem>
#include <string>

namespace tumen {

/// Reads and parses one file; messages name it as `path` is written. What cannot be opened, is no
/// regular file (a folder, a device) or is too large adds a problem without a line, and the name of
/// a neighbour in the same folder where one is near. Throws nothing but std::bad_alloc.
[[nodiscard]] Node load_document(const std::filesystem::path& path, Problems& problems,
                                 const Limits& limits = {});

/// The file's text. On failure adds a problem and returns an empty text.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path, Problems& problems,
                                         const Limits& limits);

/// The file in the folder of `path` whose name is nearest to it, with that folder; or empty.
[[nodiscard]] std::string nearest_file(const std::filesystem::path& path);

/// Adds a problem unless the root is a map with `schema: 1`. Returns true if it is.
bool check_schema(const Node& root, Problems& problems);

}  // namespace tumen
