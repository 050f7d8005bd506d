#pragma once
// What a seat is measured by: what its agreements were worth to it, and how far it came with the
// objective that it alone was told. Read from the world, the same way for people and policies.
#include "sim/scenario/scenario.hpp"
#include "world/state.hpp"

#include <string>
#include <vector>

namespace tumen::server::rooms {

/// Sums over the ticks played.
struct Tally {
  Id ticks = 0;
  std::vector<double> utility;  ///< by country: gains less cost of sanctions [M USD/y], summed
};

/// Counts the tick just done.
void count_tick(const World<double>& world, Tally& tally);

/// Mean utility of a country over the ticks played [M USD/y]; 0 before the first.
[[nodiscard]] double mean_utility(const Tally& tally, Id country);

/// How far a country has come with its hidden objective, 0 to 100, and by what.
struct Reached {
  int value = 0;
  std::string text;  ///< "corridor of three in force: yes; China alone has gas: no"
};

/// `first` is the world before the first tick, `tally` that of the ticks since. Countries without
/// an objective reach 0.
[[nodiscard]] Reached objective_of(const Scenario& scenario, const World<double>& first,
                                   const World<double>& now, const Tally& tally,
                                   std::string_view country);

}  // namespace tumen::server::rooms
