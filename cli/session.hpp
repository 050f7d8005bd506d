#pragma once
// What all subcommands share: exit codes, global flags, where files are looked for, how text goes
// out.
#include "sim/json_writer.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::cli {

/// Exit codes of the program, part of its contract.
enum class ExitCode : int { ok = 0, internal = 1, bad_input = 2, interrupted = 130 };

struct Session {
  std::vector<std::string> command;  ///< as given, the program's name first
  bool is_quiet = false;
  bool is_json = false;
  ExitCode exit_code = ExitCode::ok;

  /// Prints to stdout unless --quiet.
  void say(std::string_view text) const;
  /// Prints to stdout: what --json asks for, --quiet or not.
  void say(const Json& value) const;
};

/// Prints to stderr, with "tumen: " before the first line.
void complain(std::string_view text);

/// True where colour suits: stdout is a terminal and NO_COLOR (no-color.org) is not set.
[[nodiscard]] bool is_coloured();

/// Width of the terminal, 100 where stdout is none.
[[nodiscard]] std::size_t page_width();

/// Folders in which scenarios and included files are looked up, in order: the working directory,
/// its `configs`, the installed data.
[[nodiscard]] std::vector<std::filesystem::path> config_roots();

/// Throws InputError for a bad value of an option.
[[noreturn]] void refuse_option(std::string option, std::string found, std::string allowed,
                                std::string nearest = {});

}  // namespace tumen::cli
