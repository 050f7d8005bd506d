#pragma once

#include "sim/document/limits.hpp"
#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <filesystem>
#include <vector>

namespace tumen {

/// Loads a file and what it includes. Each file is a map with `schema: 1` and may have
/// `include: [FILE, ...]` at its top: relative paths, looked up from the folder of the file that
/// names them, then from each of `roots` in order. Included files merge in the order listed (see
/// merge.hpp), and the file that includes them overrides them all. Refused: cycles (the chain is
/// told), files that are missing, and loads over `max_files` or `max_total_bytes`.
/// The result keeps `schema` and has no `include`.
[[nodiscard]] Node load_with_includes(const std::filesystem::path& path,
                                      const std::vector<std::filesystem::path>& roots,
                                      Problems& problems, const Limits& limits = {});

}  // namespace tumen
