#pragma once
// Words for what was typed wrong.
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace tumen::cli {

/// What is wrong with the command line, the nearest known word, and where to read more.
[[nodiscard]] std::string usage_message(const CLI::App& app, const CLI::ParseError& error,
                                        const std::vector<std::string>& command);

}  // namespace tumen::cli
