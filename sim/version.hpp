// What this build is: the manifest of a run and `tumen --version` quote it.
#pragma once

#include <string_view>

namespace tumen {

/// Release number, for instance "0.1.0".
[[nodiscard]] std::string_view version();

/// `git describe` of the built tree with "-dirty" after uncommitted changes; "no commit" in a
/// repository without one; "not from a git tree" when built from an archive.
[[nodiscard]] std::string_view git_description();

/// Compiler and its version, for instance "GNU 12.2.0".
[[nodiscard]] std::string_view build_compiler();

/// CMake's build type: speed is quoted from "Release" only.
[[nodiscard]] std::string_view build_type();

/// Compiler flags that can change bits or speed, in the order given to the compiler.
[[nodiscard]] std::string_view build_flags();

/// What runs ensembles in parallel: "tbb" or "jthread".
[[nodiscard]] std::string_view parallel_backend();

/// Where the installed data stands, relative to the folder of the executable, for instance
/// "../share/tumen".
[[nodiscard]] std::string_view data_directory_from_binary();

}  // namespace tumen
