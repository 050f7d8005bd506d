#pragma once
// Scenes that tests share: the scenarios of the tree, random variants of them, and relabelled ones.
#include "sim/simulation.hpp"

#include <string>
#include <vector>

namespace tumen::scenes {

/// The scenario NAME of configs/, with `overrides` ("PATH=VALUE").
[[nodiscard]] Scenario load(const std::string& name,
                            const std::vector<std::string>& overrides = {});

/// The same with deals composed into its spare slots.
[[nodiscard]] Scenario load(const std::string& name, const std::vector<std::string>& overrides,
                            const std::vector<ComposedDeal>& composed);

/// Names of all scenarios in the tree.
[[nodiscard]] std::vector<std::string> all_names();

/// `scenario` with every number that has a range drawn from it, by `seed`.
[[nodiscard]] Scenario randomised(const Scenario& scenario, std::uint64_t seed);

/// `scenario` with its countries in another order: new index order[k] holds old country k. Names,
/// data and random keys go with the country.
[[nodiscard]] Scenario relabelled(const Scenario& scenario, const std::vector<Id>& order);

/// Value of a number by path.
[[nodiscard]] double value(const Scenario& scenario, std::string_view path);

/// Sets a number by path.
void set(Scenario& scenario, std::string_view path, double to);

}  // namespace tumen::scenes
