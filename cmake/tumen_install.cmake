# `cmake --install`: program, configs, page and licence (component runtime); headers, libraries and the CMake
# package (component development).
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/tumen")
get_property(libraries GLOBAL PROPERTY TUMEN_LIBRARIES)

install(TARGETS tumen RUNTIME COMPONENT runtime)
install(DIRECTORY configs DESTINATION "${CMAKE_INSTALL_DATADIR}/tumen" COMPONENT runtime)
install(DIRECTORY web/dist/ DESTINATION "${CMAKE_INSTALL_DATADIR}/tumen/web" COMPONENT runtime)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT runtime)

install(TARGETS ${libraries} EXPORT tumenTargets
  ARCHIVE COMPONENT development
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tumen" COMPONENT development
  FILE_SET catalogs DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tumen" COMPONENT development
  FILE_SET members DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tumen" COMPONENT development)
install(EXPORT tumenTargets NAMESPACE tumen::
  DESTINATION "${package_directory}" COMPONENT development)

configure_package_config_file(cmake/tumenConfig.cmake.in "${PROJECT_BINARY_DIR}/tumenConfig.cmake"
  INSTALL_DESTINATION "${package_directory}" NO_SET_AND_CHECK_MACRO)
# Below 1.0 a minor release may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tumenConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tumenConfig.cmake"
    "${PROJECT_BINARY_DIR}/tumenConfigVersion.cmake"
  DESTINATION "${package_directory}" COMPONENT development)
