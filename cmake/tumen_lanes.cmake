# tumen_lanes(<target> <source> <symbol> <caller> [<library>...]): compiles <source>, which uses the libraries,
# once for each instruction set in TUMEN_ISAS and adds the objects to <target>. Each unit keeps one symbol,
# tumen_<symbol>_<set>; everything else is made local, section groups included, so that no function compiled for
# AVX-512 can become the one copy that the linker keeps for the whole program (an illegal instruction on a
# processor without it). <caller>, the one source that calls the units, gets their list as TUMEN_UNITS.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  set(all_isas baseline avx2 avx512)
else()
  set(all_isas baseline)
endif()
set(TUMEN_ISAS ${all_isas} CACHE STRING "Instruction sets ensembles are built for: ${all_isas}")
mark_as_advanced(TUMEN_ISAS)

set(TUMEN_ISA_FLAGS_baseline)
set(TUMEN_ISA_FLAGS_avx2 -mavx2)
set(TUMEN_ISA_FLAGS_avx512
  -mavx512f -mavx512dq -mavx512bw -mavx512vl -mprefer-vector-width=512)

function(tumen_lanes target source symbol caller)
  set(units "")
  foreach(isa IN LISTS TUMEN_ISAS)
    if(NOT isa IN_LIST all_isas)
      message(FATAL_ERROR "TUMEN_ISAS has '${isa}'; allowed here are ${all_isas}.")
    endif()
    set(exported tumen_${symbol}_${isa})
    set(unit tumen_lanes_${symbol}_${isa})
    add_library(${unit} OBJECT "${source}")
    tumen_warnings(${unit})
    target_link_libraries(${unit} PRIVATE ${ARGN})
    target_compile_definitions(${unit} PRIVATE TUMEN_UNIT=${exported})
    # A unique symbol cannot be hidden. By its own limits GCC 12 leaves too many calls between
    # functions of a few vector instructions (docs/explanation/performance.md). Only where speed is asked
    # for: with sanitizers so much in one function takes the compiler many minutes.
    set(inlining -finline-limit=3000 --param=inline-unit-growth=1000 --param=large-function-growth=1000
      --param=large-stack-frame-growth=4000)
    target_compile_options(${unit} PRIVATE ${TUMEN_ISA_FLAGS_${isa}}
      "$<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>"
      "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:${inlining}>")
    set(object "${CMAKE_CURRENT_BINARY_DIR}/lanes_${symbol}_${isa}.o")
    add_custom_command(OUTPUT "${object}"
      COMMAND "${CMAKE_LINKER}" -r --force-group-allocation -o "${object}.all"
        $<TARGET_OBJECTS:${unit}>
      COMMAND "${CMAKE_OBJCOPY}" --keep-global-symbol=${exported} "${object}.all" "${object}"
      DEPENDS ${unit} $<TARGET_OBJECTS:${unit}>
      COMMENT "Hiding all symbols of a unit but ${exported}" VERBATIM)
    target_sources(${target} PRIVATE "${object}")
    set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    string(APPEND units "TUMEN_UNIT(${isa}) ")
  endforeach()
  set_source_files_properties(${caller} PROPERTIES COMPILE_DEFINITIONS "TUMEN_UNITS=${units}")
endfunction()
