#include "cli/page_file.hpp"

#include "cli/session.hpp"
#include "sim/document/problem.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tumen::cli {
namespace fs = std::filesystem;

void check_page_file(const std::string& file, bool force, const char* option) {
  if (file.empty()) {
    return;
  }
  const fs::path path = file;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    refuse_option(option, in_quotes(file), "a file in a folder that exists");
  }
  if (fs::is_directory(path, error)) {
    refuse_option(option, in_quotes(file) + " is a folder", "a file");
  }
  if (fs::exists(path, error) && !force) {
    refuse_option(option, in_quotes(file) + " exists", "another name, or --force to replace it");
  }
}

void write_page_file(const std::string& file, std::string_view text) {
  const fs::path path = file;
  fs::path part = path;
  part += ".part";
  std::ofstream out(part, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  std::error_code error;
  if (out) {
    fs::rename(part, path, error);
  }
  if (!out || error) {
    std::error_code ignored;
    fs::remove(part, ignored);
    throw std::runtime_error("cannot write " + file);
  }
}

}  // namespace tumen::cli
