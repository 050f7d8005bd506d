#include "cli/session.hpp"

#include "sim/data_directory.hpp"
#include "sim/document/problem.hpp"
#include "sim/document/refuse.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tumen::cli {
namespace fs = std::filesystem;

void Session::say(std::string_view text) const {
  if (!is_quiet) {
    fmt::print("{}", text);
  }
}

void Session::say(const Json& value) const {
  fmt::print("{}", json_text(value));
}

void complain(std::string_view text) {
  while (text.ends_with('\n')) {
    text.remove_suffix(1);
  }
  fmt::print(stderr, "tumen: {}\n", text);
}

bool is_coloured() {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

std::size_t page_width() {
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col >= 60) {
    return std::min<std::size_t>(window.ws_col, 140);
  }
  return 100;
}

std::vector<fs::path> config_roots() {
  std::vector<fs::path> roots;
  std::vector<fs::path> seen;
  const fs::path data = installed_data_directory();
  for (const fs::path& root : {fs::path("."), fs::path("configs"), data / "configs"}) {
    std::error_code error;
    const fs::path real = fs::canonical(root, error);
    if (!error && fs::is_directory(real) &&
        std::find(seen.begin(), seen.end(), real) == seen.end()) {
      roots.push_back(root);
      seen.push_back(real);
    }
  }
  return roots;
}

void refuse_option(std::string option, std::string found, std::string allowed,
                   std::string nearest) {
  refuse_problem(
      {{std::move(option), 0, 0}, "", std::move(found), std::move(allowed), std::move(nearest)});
}

}  // namespace tumen::cli
