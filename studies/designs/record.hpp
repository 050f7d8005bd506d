#pragma once
// The file beside a design that says how it was made: D.csv.json for D.csv.
#include "sim/json_writer.hpp"
#include "studies/designs/plan.hpp"

#include <filesystem>
#include <string_view>

namespace tumen {

/// D.csv.json for D.csv.
[[nodiscard]] std::filesystem::path record_path(const std::filesystem::path& design);

/// Kind, factors, options, seed, lines and the hash of the text of the design.
[[nodiscard]] JsonObject design_record(const DesignPlan& plan, std::string_view csv);

/// The completed plan of a record. Throws InputError naming `file` if the text is no record, or if
/// the design's text `csv` is not the one it was written for.
[[nodiscard]] DesignPlan read_record(std::string_view json, const std::string& file,
                                     std::string_view csv);

}  // namespace tumen
