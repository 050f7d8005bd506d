#pragma once
// Sections of a study's file.
#include "sim/document/map_reader.hpp"
#include "studies/study.hpp"

#include <string>
#include <vector>

namespace tumen {

/// Letters, digits, _, - and dots, no dot first.
[[nodiscard]] bool is_folder_name(const std::string& text);

/// The entries of a map whose values are texts.
[[nodiscard]] std::vector<StudyFactor> read_texts(const Node& node, const std::string& key,
                                                  Problems& problems);

/// PATH=VALUE of every entry of a map such as `set`.
[[nodiscard]] std::vector<std::string> read_settings(const Node& node, const std::string& key,
                                                     Problems& problems);

/// The section `forecasts`, if there is one.
void read_forecasts(MapReader& reader, Study& study);

/// The sections `policies` and `goals`, if there are any; after outcomes and forecasts.
void read_policies(MapReader& reader, Study& study);

}  // namespace tumen
