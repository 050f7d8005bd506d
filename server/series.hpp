#pragma once
// What the page draws: outcomes followed through time, and outcomes of whole futures.
#include "sim/outcomes.hpp"

#include <string>
#include <vector>

namespace tumen::server {

/// Followed tick by tick: whether each corridor on the map runs and each debt is settled, gains and
/// dependence of each country, what was paid on each debt, Brent.
[[nodiscard]] std::vector<Outcome> page_series(const Scenario& scenario);

/// Yes or no of a whole future: deals signed, in force and blocked, corridors built, debts settled.
[[nodiscard]] std::vector<Outcome> page_outcomes(const Scenario& scenario);

/// True where the values are 0 or 1, so that the mean is how often.
[[nodiscard]] bool is_chance(const Outcome& outcome);

/// Those the page asks about first: the yes-or-no outcomes that the scenario makes claims of, by
/// name; of scenarios without such claims none.
[[nodiscard]] std::vector<std::string> headline_outcomes(const Scenario& scenario);

}  // namespace tumen::server
