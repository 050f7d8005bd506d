#pragma once
#include "cli/session.hpp"

#include <filesystem>

namespace tumen::cli {

/// Which factors the outcomes of a finished sweep depend on: prints it and writes a page,
/// indices and pictures into the folder `analysis` of the sweep's folder. Says why where the points
/// are no design.
void analyse_sweep(const std::filesystem::path& folder, int threads, Session& session);

}  // namespace tumen::cli
