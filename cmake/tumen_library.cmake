# tumen_library(<room> [DEPENDS <room>...] [PUBLIC <target>...] [PRIVATE <target>...])
#
# One library a room: INTERFACE while the room has headers only, STATIC once it has a .cpp; nothing at
# all for a room without a file. Adding a file to a room means editing no build file: a new instrument,
# law or rule is one file beside its neighbours, and a list kept by hand would be the one place where
# people who work on different files meet. The price of globbing (a directory scan before each build)
# is about 10 ms here.
#
# PUBLIC targets appear in the room's headers, PRIVATE ones only in its .cpp files.
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
  list(TRANSFORM ARG_DEPENDS PREPEND tumen::)
  target_link_libraries(${target} ${scope} ${ARG_DEPENDS} ${ARG_PUBLIC})
  if(ARG_PRIVATE)
    target_link_libraries(${target} PRIVATE ${ARG_PRIVATE})
  endif()
  set_property(GLOBAL APPEND PROPERTY TUMEN_LIBRARIES ${target})
endfunction()
