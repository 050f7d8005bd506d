#include "sim/data_directory.hpp"

#include "sim/version.hpp"

#include <system_error>

namespace tumen {

std::filesystem::path installed_data_directory() {
  std::error_code failure;
  const auto executable = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (failure) {
    return {};
  }
  auto data = (executable.parent_path() / data_directory_from_binary()).lexically_normal();
  return std::filesystem::is_directory(data / "configs", failure) ? data : std::filesystem::path{};
}

}  // namespace tumen
