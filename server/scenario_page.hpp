#pragma once
// What a page must know of a scenario before it asks: GET /api/scenarios/NAME.
#include "server/scenarios.hpp"
#include "sim/json_writer.hpp"

namespace tumen::server {

/// Every scenario with its title, and how many futures a page counts.
[[nodiscard]] Json scenario_list_json(const Scenarios& scenarios, std::uint32_t runs);

/// Title, story, clock, countries, corridors with their ways, deals, debts, the first levers, what
/// is followed and asked first.
[[nodiscard]] Json scenario_json(const Scenario& scenario, const Provenance& sources);

/// Every lever of a scenario.
[[nodiscard]] Json levers_json(const Scenario& scenario, const Provenance& sources);

/// Paths of the levers that are shown first: those of featured.inc, then the scenario's own.
[[nodiscard]] std::vector<SuggestedLever> first_levers(const Scenario& scenario);

}  // namespace tumen::server
