#pragma once
// What there is by name: scenarios and what stands in them, clauses, split rules, outcomes.
#include "cli/scenario_options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen::cli {

/// Something with a name, and the scenarios that have it (empty where it belongs to none).
struct Item {
  std::string kind;  ///< singular: "country"
  std::string name, title;
  std::vector<std::string> scenarios;
};

/// Kinds that `list` knows, as it writes them: "scenarios", "countries" ...
[[nodiscard]] const std::vector<std::string>& list_kinds();

/// All scenarios that load, or the one named. Throws InputError if the one named does not load.
[[nodiscard]] std::vector<LoadedScenario> load_scenarios(const std::string& only);

/// Names and titles of the scenario files, read without binding them.
[[nodiscard]] std::vector<Item> scenario_items();

/// True for kinds that belong to scenarios, so that these must be loaded to list them.
[[nodiscard]] bool needs_scenarios(std::string_view kind);

/// Everything of a kind in these scenarios, each name once; all kinds but scenarios and levers.
[[nodiscard]] std::vector<Item> items_of(std::string_view kind,
                                         const std::vector<LoadedScenario>& scenarios);

/// The scenario with the most numbers: whose levers are listed when none is named.
[[nodiscard]] const LoadedScenario& richest(const std::vector<LoadedScenario>& scenarios);

/// "0.05 to 0.3", or "-" for a number without a range.
[[nodiscard]] std::string range_text(const NumberInfo& info);

/// A lever as JSON: path, value, unit, low, high, sources, assumption.
[[nodiscard]] JsonObject lever_json(const Scenario& scenario, std::size_t number);

}  // namespace tumen::cli
