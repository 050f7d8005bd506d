#pragma once
// A file written beside what is printed.
#include <string>
#include <string_view>

namespace tumen::cli {

/// Throws InputError naming `option` if a page cannot go to `file`: its folder is not there, it is
/// a folder, or it exists and `force` is not given. An empty name is no page.
void check_page_file(const std::string& file, bool force, const char* option = "--html");

/// Writes the page at once or not at all. Throws std::runtime_error if the disk does not take it.
void write_page_file(const std::string& file, std::string_view text);

}  // namespace tumen::cli
