#pragma once
#include "policies/split/coalition_table.hpp"

#include <vector>

namespace tumen {

/// Nucleolus [unit of the table] of a game of `players` players: of all divisions of v(N) that give
/// nobody less than it has alone, the one whose complaints v(S) - x(S), sorted from the largest
/// down, come first in lexicographic order. It is unique and lies in the core where there is one.
/// Schmeidler, SIAM Journal on Applied Mathematics 17 (1969) 1163.
///
/// Exact to rounding (some 1e-15 of the largest value). Complaints that differ by less than 1e-9 of
/// the largest coalition value are taken for equal.
/// Throws std::invalid_argument if players is not in 1 to 6, if a value is not finite, if v of the
/// empty coalition is not 0, or if the players have more alone than together (no such division).
[[nodiscard]] std::vector<double> nucleolus(const CoalitionTable<double>& game, int players);

}  // namespace tumen
