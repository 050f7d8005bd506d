#pragma once
// Designs: tables of runs to be made.
#include "studies/designs/plan.hpp"

namespace tumen {

/// Numbers a design may hold, lines times factors: some 2 GB of text.
inline constexpr double most_design_cells = 1e8;

/// All kinds, in the order of the catalogue.
[[nodiscard]] const std::vector<DesignKind>& design_kinds();

/// Throws InputError with the nearest name if there is none.
[[nodiscard]] const DesignKind& design_kind(const std::string& name);

/// Fills in what is left open (groups, scrambles) and checks the rest. Throws InputError: an option
/// that the kind does not take, a size that does not suit, a design of more than most_design_cells
/// numbers, with its size and how to get a smaller one. Nothing large is allocated before.
void complete(DesignPlan& plan);

/// Lines of the design of a completed plan. With constraints a grid has those that keep them.
[[nodiscard]] std::size_t rows_of(const DesignPlan& plan);

/// Times as many points as asked for are tried, at most, to find those that keep the constraints.
inline constexpr std::size_t most_tries = 1024;

/// The factors' values by columns; of a categorical factor the place of the value from 0. With
/// constraints a grid leaves out the lines that break one; random points, Sobol' points and Latin
/// hypercubes are the first `n` that keep them out of a design of n, 2 n, 4 n ... points, the
/// smallest that has as many. Throws InputError where there are too few.
[[nodiscard]] std::vector<std::vector<double>> design_values(const DesignPlan& plan);

/// The design as CSV: a line of names, a line a run; LF, for programs that read line by line.
[[nodiscard]] std::string design_csv(const DesignPlan& plan);

}  // namespace tumen
