# `cpack -G DEB` makes two packages: tumen (program and configs) and tumen-dev (library and headers).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tumen)
set(CPACK_PACKAGE_VENDOR "The Tumen developers")
set(CPACK_PACKAGE_CONTACT "The Tumen developers <developers@tumen.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION
  "Simulates how states negotiate over debts, pipelines, railways, sanctions and
security, and how policy levers shift the distribution of the deals they reach,
keep or break. This package holds the program and its scenarios.")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
  "The C++20 library behind the program tumen: headers, a static library and a
CMake package.")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME tumen)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME tumen-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libyaml-cpp-dev, libtbb-dev, libfmt-dev, libboost1.81-dev, libboost-json1.81-dev, \
librandom123-dev, libssl-dev, libnetcdf-c++4-dev, coinor-libclp-dev, libqrencode-dev, \
pkg-config")

# dpkg-shlibdeps reads the program's shared libraries; without it (not on Debian) no list of packages
# would be true, and none is written.
find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
mark_as_advanced(DPKG_SHLIBDEPS)
if(DPKG_SHLIBDEPS)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
endif()
foreach(package tumen tumen-dev)
  set(component runtime)
  if(package STREQUAL tumen-dev)
    set(component development)
  endif()
  install(FILES packaging/copyright DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}"
    COMPONENT ${component})
endforeach()
include(CPack)
