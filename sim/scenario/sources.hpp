#pragma once

#include "sim/document/problem.hpp"
#include "sim/document/provenance.hpp"

#include <filesystem>
#include <vector>

namespace tumen {

/// The sources of sources.yaml and sources_*.yaml in each root, in the order of their names.
[[nodiscard]] Provenance load_all_sources(const std::vector<std::filesystem::path>& roots,
                                          Problems& problems);

/// Adds all sources of `more` to `out`.
void add_all(Provenance& out, const Provenance& more);

}  // namespace tumen
