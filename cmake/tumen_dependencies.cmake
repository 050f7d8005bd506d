# Everything Tumen links; Debian 12 packages all of it (tools/setup installs them). Nothing is
# downloaded here. Each third party has one door in the code; tools/check_layers.py lists the doors.
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(CLI11 2.1 REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
if(TUMEN_BACKEND STREQUAL tbb)
  find_package(TBB 2021 REQUIRED COMPONENTS tbb)
endif()
if(TUMEN_MPI)
  # The C interface; FindMPI wants the language that it is looked up for.
  enable_language(C)
  find_package(MPI REQUIRED COMPONENTS C)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(tumen_clp REQUIRED IMPORTED_TARGET clp)
pkg_check_modules(tumen_netcdf REQUIRED IMPORTED_TARGET netcdf-cxx4)
pkg_check_modules(tumen_qrencode REQUIRED IMPORTED_TARGET libqrencode)

find_path(RANDOM123_INCLUDE_DIR Random123/philox.h)
mark_as_advanced(RANDOM123_INCLUDE_DIR)
if(NOT RANDOM123_INCLUDE_DIR)
  message(FATAL_ERROR "Random123/philox.h was not found; Debian has it in librandom123-dev.")
endif()
