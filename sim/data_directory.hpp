// Where the configs that came with the program stand.
#pragma once

#include <filesystem>

namespace tumen {

/// The folder that holds the installed `configs`, looked for beside the running executable so that
/// an installation may be moved. Empty when the executable stands alone or cannot be told (another
/// program that embeds the library).
[[nodiscard]] std::filesystem::path installed_data_directory();

}  // namespace tumen
