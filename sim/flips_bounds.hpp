#pragma once
// How far the numbers of a scenario may be turned: what the loader would accept, and within that
// what still means something.
#include "sim/scenario/scenario.hpp"

#include <map>
#include <string>

namespace tumen::flips {

struct Bounds {
  double low = 0, high = 0;
};

/// The bounds of every key the loader knows, by path without the names of entities:
/// "countries.strategy.margin". Of two keys that read alike the tighter bounds hold.
[[nodiscard]] std::map<std::string, Bounds> accepted_bounds();

/// The path without the names of entities, as in accepted_bounds().
[[nodiscard]] std::string key_of(std::string_view path);

/// Bounds of a number by what it is: a share from 0 to 1, a stance from -1 to 1, a factor from a
/// third to three times, anything else from 0 to three times; never beyond what is accepted.
[[nodiscard]] Bounds widest(const NumberInfo& info, double value,
                            const std::map<std::string, Bounds>& accepted);

/// True for numbers that are no amount of anything: the name of an issue, the period of solving.
[[nodiscard]] bool is_code(const std::string& path);

}  // namespace tumen::flips
