#pragma once
// Under which values of the numbers an outcome is high: a PRIM box of a sweep's points.
#include "studies/discovery/prim.hpp"
#include "studies/report/sweep_results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tumen {

/// The box of one outcome, with the table that it was found in.
struct SweepBox {
  std::string outcome;
  std::string question;  ///< what a case is
  CaseTable cases;
  PrimBox box;
};

/// Fewest points in which a box is looked for.
inline constexpr std::size_t least_points_of_box = 64;

/// Cases are the points at which it is more likely than not, of an outcome that is a share (from 0
/// to 1) with 5 to 95 % of such points; else the quarter of the points with the highest means.
/// Nothing with one factor, with too few independent points, or where nothing is restricted.
[[nodiscard]] std::optional<SweepBox> box_of(const SweepResults& sweep, std::size_t outcome);

/// outcome, case, coverage, density, mass, factor, low, high, quasi_p: a line a restriction.
[[nodiscard]] std::string boxes_csv(const std::vector<SweepBox>& boxes);

namespace report {
/// The figure with its heading and numbers; empty where there is no box.
[[nodiscard]] std::string box_html(const SweepResults& sweep, std::size_t outcome);
}  // namespace report

}  // namespace tumen
