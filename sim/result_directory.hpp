#pragma once
// A folder of results that appears at once or not at all: files are written into a hidden folder
// beside it, which takes its name when everything is there.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// The file in which a batch grows (sim/batch/segments.hpp); a folder with it holds results.
inline constexpr const char* segments_name = "segments.tumen";

/// Size and hash of a file of results.
struct ResultFile {
  std::string name;
  std::size_t bytes = 0;
  std::string fnv1a64;  ///< 16 hexadecimal digits
};

/// FNV-1a, 64 bits, as 16 hexadecimal digits: to see that two files are the same, not against
/// forgery.
[[nodiscard]] std::string fnv1a64(std::string_view bytes);

/// The same as a number.
[[nodiscard]] std::uint64_t fnv1a(std::string_view bytes);

/// Size and hash of the files of a folder, by name.
[[nodiscard]] std::vector<ResultFile> files_of(const std::filesystem::path& folder);

/// Throws InputError if results cannot go to `target`: it is no folder, it is not empty and `force`
/// is not given, or it is not empty and holds neither manifest.json nor segments (somebody else's
/// folder is never replaced).
void check_result_directory(const std::filesystem::path& target, bool force);

/// Invariant: until commit() nothing stands at the target that was not there before; a folder that
/// is not committed is removed.
class ResultDirectory {
 public:
  /// Throws InputError as check_result_directory does, or if the folder cannot be made.
  ResultDirectory(const std::filesystem::path& target, bool force);
  ~ResultDirectory();
  ResultDirectory(const ResultDirectory&) = delete;
  ResultDirectory& operator=(const ResultDirectory&) = delete;

  /// Where files go until commit().
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Writes a file. Throws std::runtime_error if the disk does not take it.
  void write(std::string_view name, std::string_view bytes) const;
  /// All files so far, by name.
  [[nodiscard]] std::vector<ResultFile> files() const;
  /// Moves the folder to its place. Throws std::filesystem::filesystem_error.
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path folder_;
  bool is_committed_ = false;
};

}  // namespace tumen
