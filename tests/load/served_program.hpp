#pragma once
// The built program, serving rooms in a process of its own.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

namespace tumen::load {

/// Invariant: runs while this lives.
class ServedProgram {
 public:
  /// Starts `path` serve on a free port; logs go to `logs`. Throws std::runtime_error if it ends at
  /// once.
  ServedProgram(const std::string& path, const std::filesystem::path& logs);
  ~ServedProgram();
  ServedProgram(const ServedProgram&) = delete;
  ServedProgram& operator=(const ServedProgram&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// With which rooms are opened.
  [[nodiscard]] const std::string& key() const { return key_; }
  /// Memory that it occupies [MiB].
  [[nodiscard]] double resident() const;
  /// Time that its threads have computed [s].
  [[nodiscard]] double busy() const;

 private:
  FILE* out_ = nullptr;
  int pid_ = 0;
  std::uint16_t port_ = 0;
  std::string key_;
};

}  // namespace tumen::load
