#pragma once
// Files that survive a crash: appended to and written through, or replaced as a whole. The only
// user of POSIX files.
#include <filesystem>
#include <string_view>

namespace tumen {

/// A file that one process at a time appends to.
class AppendFile {
 public:
  /// Opens the file for appending, cut to `size` bytes (made if there is none), and locks it.
  /// Throws InputError if another process holds it, std::runtime_error if it cannot be opened.
  AppendFile(std::filesystem::path path, std::uintmax_t size);
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;
  AppendFile& operator=(AppendFile&&) = delete;

  /// Appends and writes through to the disk. Throws std::runtime_error with what the system says;
  /// then the file is as it was before.
  void append(std::string_view bytes);

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uintmax_t size_ = 0;
};

/// Name under which a file is prepared that will replace `path`.
[[nodiscard]] std::filesystem::path part_of(const std::filesystem::path& path);

/// Writes part_of(path) through to the disk and puts it in the file's place: at every moment the
/// old or the new file stands there, whole. Throws std::runtime_error with what the system says.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tumen
