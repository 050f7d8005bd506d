#include "sim/batch/durable_file.hpp"

#include "sim/document/problem.hpp"

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw std::runtime_error(path.string() + ": " + what + ": " +
                           std::system_category().message(errno));
}

/// False, with errno set, if the disk does not take all bytes.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

AppendFile::AppendFile(fs::path path, std::uintmax_t size)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)),
      size_(size) {
  if (descriptor_ < 0) {
    fail(path_, "cannot be opened");
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    Problems problems;
    problems.add({{path_.generic_string(), 0, 0},
                  "",
                  "another process writes this file",
                  "one batch at a time in a folder",
                  ""});
    throw InputError(problems);
  }
  const auto end = static_cast<off_t>(size);
  if (::ftruncate(descriptor_, end) != 0 || ::lseek(descriptor_, end, SEEK_SET) != end) {
    const int reason = errno;
    ::close(descriptor_);
    errno = reason;
    fail(path_, "cannot be written");
  }
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

void AppendFile::append(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) {
    const int reason = errno;
    const auto end = static_cast<off_t>(size_);
    static_cast<void>(::ftruncate(descriptor_, end) == 0 &&
                      ::lseek(descriptor_, end, SEEK_SET) == end);
    errno = reason;
    fail(path_, "cannot be written");
  }
  size_ += bytes.size();
}

fs::path part_of(const fs::path& path) {
  fs::path part = path;
  return part += ".part";
}

void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path part = part_of(path);
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    fail(part, "cannot be opened");
  }
  const bool is_written = write_all(descriptor, bytes);
  const int reason = errno;
  ::close(descriptor);
  if (!is_written) {
    ::unlink(part.c_str());
    errno = reason;
    fail(path, "cannot be written");
  }
  if (::rename(part.c_str(), path.c_str()) != 0) {
    fail(path, "cannot be replaced");
  }
}

}  // namespace tumen
