#pragma once
// Pages of `tumen describe`, one function a kind of thing.
#include "cli/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tumen::cli {

/// A described thing, as text and as JSON.
struct Page {
  std::string text;
  JsonObject json;
};

/// A number: value, unit, range, sources with their titles.
[[nodiscard]] Page describe_lever(const LoadedScenario& loaded, std::size_t number);

/// A clause with its slots, or nothing if there is none of this name.
[[nodiscard]] std::optional<Page> describe_clause(std::string_view name);

/// A scenario: its story and what it holds.
[[nodiscard]] Page describe_scenario(const LoadedScenario& loaded);

/// An entry of a section ("countries", "KOR"): what its document says of it and its numbers;
/// nothing if the scenario has no such entry.
[[nodiscard]] std::optional<Page> describe_entity(const LoadedScenario& loaded,
                                                  std::string_view section, std::string_view name);

/// All numbers below a path ("countries.PRK.strategy"); nothing if there are none.
[[nodiscard]] std::optional<Page> describe_path(const LoadedScenario& loaded,
                                                std::string_view path);

}  // namespace tumen::cli
