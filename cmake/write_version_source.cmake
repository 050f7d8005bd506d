# Run at build time by tumen_version_source; see tumen_version.cmake.
cmake_minimum_required(VERSION 3.25)

function(git result)
  execute_process(COMMAND git --no-optional-locks -C "${source_directory}" ${ARGN}
    OUTPUT_VARIABLE output RESULT_VARIABLE failure ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failure)
    set(output "")
  endif()
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

# An unpacked archive inside somebody else's repository must not report that repository's state.
git(top rev-parse --show-toplevel)
file(REAL_PATH "${source_directory}" source_directory)
if(top STREQUAL source_directory)
  git(git_description describe --tags --always --abbrev=12)
  git(changes status --porcelain --untracked-files=no)
  if(NOT git_description)
    set(git_description "no commit")
  elseif(changes)
    string(APPEND git_description "-dirty")
  endif()
else()
  set(git_description "not from a git tree")
endif()

configure_file("${template}" "${output}" @ONLY)
