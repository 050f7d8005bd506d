#pragma once
// Reading the files of a folder of results for a report.
#include "sim/report.hpp"

namespace tumen::report {

/// Throws InputError about a file of the folder.
[[noreturn]] void refuse(const std::filesystem::path& file, std::string found, std::string allowed);

/// All bytes of a file. Throws InputError if there is none.
[[nodiscard]] std::string read_folder_file(const std::filesystem::path& file);

/// The same of a file that must have the hash that the manifest names for it. Throws InputError.
[[nodiscard]] std::string read_unchanged_file(const std::filesystem::path& file,
                                              const JsonObject& manifest);

/// The scenario as the folder has it, without any other file. Throws InputError.
[[nodiscard]] Scenario read_scenario(const std::filesystem::path& file);

/// The scenario of a `config_text`, with overrides ("PATH=VALUE") laid over it. Problems are added,
/// and the scenario is of use only if there was none.
[[nodiscard]] Scenario compile_config(std::string text, const std::string& file,
                                      const std::vector<std::string>& overrides,
                                      Problems& problems);

}  // namespace tumen::report
