# tumen_library(<room> [DEPENDS <room>...] [PUBLIC <target>...] [PRIVATE <target>...])
#
# One library a room: INTERFACE while the room has headers only, STATIC once it has a .cpp; nothing at
# all for a room without a file. Adding a file to a room means editing no build file: a new instrument,
# law or rule is one file beside its neighbours, and a list kept by hand would be the one place where
# people who work on different files meet. The price of globbing (a directory scan before each build)
# is about 10 ms here.
#
# Beside a catalog.inc, whose lines name the files of its folder, `<folder>/members.hpp` is generated: the
# includes of all of them. An entry is so its file and its line, nothing else.
#
# PUBLIC targets appear in the room's headers, PRIVATE ones only in its .cpp files.

# tumen_precompile(<target>): reads what nearly every file includes once. Three quarters of the compile time
# of a small file are its headers.
function(tumen_precompile target)
  target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstdint> <filesystem> <fstream>
    <functional> <map> <memory> <optional> <set> <span> <sstream> <string> <string_view> <vector> ${ARGN})
  # GCC 12 forgets of precompiled headers that they are the system's, and reports in std::string what is none.
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-array-bounds>)
endfunction()

function(tumen_members catalog out)
  file(RELATIVE_PATH relative "${PROJECT_SOURCE_DIR}" "${catalog}")
  cmake_path(GET relative PARENT_PATH folder)
  file(STRINGS "${catalog}" entries REGEX "^TUMEN_[A-Z_]+\\([a-z_]+")
  list(TRANSFORM entries REPLACE "^TUMEN_[A-Z_]+\\(([a-z_]+).*" "#include \"${folder}/\\1.hpp\"\n")
  list(JOIN entries "" includes)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${folder}/members.hpp"
    CONTENT "#pragma once\n// Every entry of ${relative}; generated.\n${includes}" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${catalog}")
  set(${out} "${PROJECT_BINARY_DIR}/generated/${folder}/members.hpp" PARENT_SCOPE)
endfunction()

function(tumen_library room)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "DEPENDS;PUBLIC;PRIVATE;EXCLUDE")
  set(here "${CMAKE_CURRENT_SOURCE_DIR}")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${here}/*.hpp")
  file(GLOB_RECURSE catalogs CONFIGURE_DEPENDS "${here}/*.inc")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${here}/*.cpp")
  foreach(pattern IN LISTS ARG_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  if(NOT headers AND NOT sources)
    return()
  endif()

  set(target tumen_${room})
  if(sources)
    set(scope PUBLIC)
    add_library(${target} STATIC ${sources})
    tumen_warnings(${target})
  else()
    set(scope INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  add_library(tumen::${room} ALIAS ${target})
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${room}
    # Each header compiles alone; a catalogue does not. `cmake --build ... --target
    # all_verify_interface_header_sets` tries it.
    VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL} INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)
  target_compile_features(${target} ${scope} cxx_std_20)
  target_sources(${target} ${scope}
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${headers}
    FILE_SET catalogs TYPE HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${catalogs})
  set(members)
  foreach(catalog IN LISTS catalogs)
    if(catalog MATCHES "/catalog\\.inc$")
      tumen_members("${catalog}" file)
      list(APPEND members "${file}")
    endif()
  endforeach()
  if(members)
    target_sources(${target} ${scope}
      FILE_SET members TYPE HEADERS BASE_DIRS "${PROJECT_BINARY_DIR}/generated" FILES ${members})
  endif()
  list(TRANSFORM ARG_DEPENDS PREPEND tumen::)
  target_link_libraries(${target} ${scope} ${ARG_DEPENDS} ${ARG_PUBLIC})
  if(ARG_PRIVATE)
    target_link_libraries(${target} PRIVATE ${ARG_PRIVATE})
  endif()
  set_property(GLOBAL APPEND PROPERTY TUMEN_LIBRARIES ${target})
endfunction()
