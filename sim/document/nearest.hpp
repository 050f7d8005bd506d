#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tumen {

/// Smallest number of insertions, deletions, replacements and swaps of neighbours (each stretch
/// edited once: optimal string alignment) that turn one text into the other. Counts bytes; letters
/// that differ only in case are equal.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, or an empty text if none is near: more than a third of the
/// longer name (and more than one letter) would have to change. Ties go to the earlier candidate.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       std::span<const std::string> candidates);

}  // namespace tumen
