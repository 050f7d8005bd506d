# tumen_add_version_source(<target>): adds the one source file that knows the version, the state of the
# git tree, the compiler and its flags. Each build asks git again, and the file is rewritten only when
# the answer differs, so that a commit recompiles this file and nothing else.
function(tumen_add_version_source target)
  set(output "${PROJECT_BINARY_DIR}/generated/sim/version.cpp")
  string(TOUPPER "${CMAKE_BUILD_TYPE}" configuration)
  list(JOIN TUMEN_NUMERIC_FLAGS " " numeric_flags)
  string(STRIP "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${configuration}} ${numeric_flags}" flags)
  file(RELATIVE_PATH data_from_binary
    "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/tumen")
  add_custom_target(tumen_version_source
    COMMAND "${CMAKE_COMMAND}"
      "-D" "template=${PROJECT_SOURCE_DIR}/sim/version.cpp.in" "-D" "output=${output}"
      "-D" "source_directory=${PROJECT_SOURCE_DIR}" "-D" "version=${PROJECT_VERSION}"
      "-D" "compiler=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
      "-D" "flags=${flags}" "-D" "build_type=${CMAKE_BUILD_TYPE}" "-D" "backend=${TUMEN_BACKEND}"
      "-D" "data_from_binary=${data_from_binary}"
      -P "${PROJECT_SOURCE_DIR}/cmake/write_version_source.cmake"
    BYPRODUCTS "${output}"
    COMMENT "Looking at the state of the git tree"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  add_dependencies(${target} tumen_version_source)
endfunction()
