#pragma once
// The variables of the state that results report, each with its unit and meaning: one catalogue for
// state.csv, state.nc and the reference page.
#include "sim/scenario/scenario.hpp"
#include "world/state.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Value of one variable for entity `id` of its table.
using StateReader = double (*)(const World<double>& world, Id id);

struct StateVariable {
  std::string_view table;  ///< singular: "country", "corridor" ...; "market" has one entity
  std::string_view name;   ///< unique in its table
  std::string_view unit;   ///< as in the unit list; "fuel/y" is the unit of the corridor's fuel
  std::string_view long_name;
  StateReader read;
};

/// All variables, tables together.
[[nodiscard]] std::span<const StateVariable> state_variables();

/// Names of the tables in the order of the catalogue.
[[nodiscard]] std::vector<std::string_view> state_tables();

/// Names of the entities of a table in a scenario; "world" for the market.
[[nodiscard]] std::vector<std::string> entities_of(const Scenario& scenario,
                                                   std::string_view table);

/// Unit of a variable for one entity: as in the catalogue, or that of the term.
[[nodiscard]] std::string unit_of(const Scenario& scenario, const StateVariable& variable,
                                  Id entity);

}  // namespace tumen
