#pragma once
// Runs the built program as a user does.
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tumen::test {

/// Whether `text` holds `part`.
[[nodiscard]] bool has(const std::string& text, const std::string& part);

struct Finished {
  int code = -1;  ///< exit code; 128 + signal where a signal ended it
  std::string out, err;
};

/// Runs `tumen ARGUMENTS...` in `folder` and waits for it.
[[nodiscard]] Finished run_program(const std::vector<std::string>& arguments,
                                   const std::filesystem::path& folder);

/// Starts the program and leaves it running; its output goes to nobody.
[[nodiscard]] pid_t start_program(const std::vector<std::string>& arguments,
                                  const std::filesystem::path& folder);

/// Waits for a started program and returns its code as in Finished.
[[nodiscard]] int wait_for(pid_t program);

/// True while a started program has not ended.
[[nodiscard]] bool is_running(pid_t program);

}  // namespace tumen::test
