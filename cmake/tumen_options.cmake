# Options, build type and compiler flags. A project that adds Tumen as a subfolder sees no option and
# gets the libraries alone.
include(CMakeDependentOption)
include(GNUInstallDirs)

cmake_dependent_option(TUMEN_TESTS "Build the tests" ON PROJECT_IS_TOP_LEVEL OFF)
cmake_dependent_option(TUMEN_INSTALL "Add install and package rules" ON PROJECT_IS_TOP_LEVEL OFF)
cmake_dependent_option(TUMEN_WERROR "Treat warnings as errors" ON PROJECT_IS_TOP_LEVEL OFF)
cmake_dependent_option(TUMEN_BENCH "Build the benchmark programs" OFF PROJECT_IS_TOP_LEVEL OFF)
cmake_dependent_option(TUMEN_FUZZ "Link the fuzz targets with libFuzzer (clang)" OFF
  PROJECT_IS_TOP_LEVEL OFF)

cmake_dependent_option(TUMEN_MPI "Let batches use MPI ranks (Debian: libopenmpi-dev openmpi-bin)" OFF
  PROJECT_IS_TOP_LEVEL OFF)

# ThreadSanitizer cannot see through Debian's uninstrumented TBB: it reports races that are none, and
# silencing those hides real ones. The jthread backend exists for that build.
set(TUMEN_BACKEND tbb CACHE STRING "What runs ensembles in parallel: tbb or jthread")
set_property(CACHE TUMEN_BACKEND PROPERTY STRINGS tbb jthread)
if(NOT TUMEN_BACKEND MATCHES "^(tbb|jthread)$")
  message(FATAL_ERROR "TUMEN_BACKEND is '${TUMEN_BACKEND}'; allowed are tbb and jthread.")
endif()
mark_as_advanced(TUMEN_BACKEND)

# Lanes must equal the scalar replay bit for bit, and one committed trace must hold on every machine:
# a fused multiply-add in one of two builds breaks both. The other two flags change no value; without
# them GCC and Clang do not vectorise the lane loops (15 against 70 ns a tick).
set(TUMEN_NUMERIC_FLAGS -ffp-contract=off -fno-math-errno -fno-trapping-math)

if(PROJECT_IS_TOP_LEVEL)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, RelWithDebInfo or Debug" FORCE)
  endif()
  set(CMAKE_CXX_EXTENSIONS OFF)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_BINDIR}")

  find_program(CCACHE_PROGRAM ccache)
  mark_as_advanced(CCACHE_PROGRAM)
  if(CCACHE_PROGRAM AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    # With paths below the source tree made relative, two clones of one commit share the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
      "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CCACHE_PROGRAM}")  # for precompiled headers
  endif()
endif()

# tumen_warnings(<target>): our own code compiles without a warning; what others install is not ours.
# GCC 12 at -O3 reports the last two falsely where a std::string stands in a temporary; clang's own
# warnings, clang-tidy and the sanitizer builds look for the same mistakes. Clang 19 calls what std::stable_sort
# of libstdc++ 12 uses deprecated, in our name.
function(tumen_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${TUMEN_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
endfunction()
