#include "sim/result_directory.hpp"

#include "sim/document/problem.hpp"
#include "sim/document/refuse.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& target, std::string found, std::string allowed) {
  refuse_problem({{target.generic_string(), 0, 0}, "", std::move(found), std::move(allowed), ""});
}

/// The folder as an absolute path without a trailing slash.
fs::path normal(const fs::path& target) {
  fs::path full = fs::absolute(target).lexically_normal();
  return full.has_filename() ? full : full.parent_path();
}

fs::path make_hidden_folder(const fs::path& target) {
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  std::string hidden =
      (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  if (error || ::mkdtemp(hidden.data()) == nullptr) {
    refuse(target, "the folder cannot be made", "a place that can be written to, by --out");
  }
  // mkdtemp keeps others out; results are as readable as what the user's own commands make.
  fs::permissions(hidden,
                  fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                      fs::perms::others_exec,
                  fs::perm_options::add, error);
  return hidden;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash;
}

std::string fnv1a64(std::string_view bytes) {
  return fmt::format("{:016x}", fnv1a(bytes));
}

std::vector<ResultFile> files_of(const fs::path& folder) {
  std::vector<ResultFile> all;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file()) {
      continue;  // the folder `analysis` of a sweep that was done before
    }
    const std::string bytes = read_file(entry.path());
    all.push_back({entry.path().filename().string(), bytes.size(), fnv1a64(bytes)});
  }
  std::sort(all.begin(), all.end(),
            [](const ResultFile& a, const ResultFile& b) { return a.name < b.name; });
  return all;
}

void check_result_directory(const fs::path& target, bool force) {
  const fs::path full = normal(target);
  std::error_code error;
  if (!fs::exists(full, error)) {
    return;
  }
  if (!fs::is_directory(full, error)) {
    refuse(target, "a file of that name exists", "a folder, by --out");
  }
  if (fs::is_empty(full, error)) {
    return;
  }
  if (!force) {
    refuse(target, "the folder exists and is not empty",
           "another folder by --out, or --force to replace it");
  }
  if (!fs::exists(full / "manifest.json", error) && !fs::exists(full / segments_name, error)) {
    refuse(target, "the folder is not empty and holds no manifest.json",
           "--force replaces folders of results only");
  }
}

ResultDirectory::ResultDirectory(const fs::path& target, bool force) : target_(normal(target)) {
  check_result_directory(target, force);
  folder_ = make_hidden_folder(target_);
}

ResultDirectory::~ResultDirectory() {
  if (!is_committed_) {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
}

void ResultDirectory::write(std::string_view name, std::string_view bytes) const {
  const fs::path path = folder_ / name;
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    throw std::runtime_error(path.string() + ": cannot be written");
  }
}

std::vector<ResultFile> ResultDirectory::files() const {
  return files_of(folder_);
}

void ResultDirectory::commit() {
  const bool replaces = fs::exists(target_) && !fs::is_empty(target_);
  const fs::path old = folder_.string() + ".old";
  if (replaces) {
    fs::rename(target_, old);
  }
  fs::rename(folder_, target_);
  is_committed_ = true;
  if (replaces) {
    fs::remove_all(old);
  }
}

}  // namespace tumen
