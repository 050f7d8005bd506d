#pragma once
// A folder of a test's own, removed with what is in it.
#include <filesystem>
#include <string>

namespace tumen::test {

/// Invariant: the folder exists while this does.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] bool is_empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

/// All bytes of a file; empty if it cannot be read.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& file);

void write_bytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace tumen::test
