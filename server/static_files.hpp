#pragma once
// The built page: read whole at the start and checked against its list of hashes. Only what stands
// in the list is served, from memory, so no request ever becomes a path.
#include "server/http.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace tumen::server {

/// Name of the list in the folder of the page: lines as sha256sum writes them.
inline constexpr const char* list_of_files = "SHA256SUMS";

/// Answers by path: "/" and "/assets/index.js".
using StaticFiles = std::map<std::string, Response, std::less<>>;

/// Reads the files of a folder. Throws InputError if the list is missing or ill-formed, a file is
/// missing, has another hash or an unknown kind, or there is no index.html.
[[nodiscard]] StaticFiles read_static_files(const std::filesystem::path& folder);

}  // namespace tumen::server
