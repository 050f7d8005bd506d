#pragma once
// What a sweep says of one outcome: a section of its page.
#include "studies/report/sweep_results.hpp"

#include <string>
#include <vector>

namespace tumen::report {

/// Bars, indices with intervals, tornado, boxes, convergence, the part of luck and cautions; says
/// why where there are no indices. `k`: place among the sweep's outcomes.
[[nodiscard]] std::string outcome_html(const SweepResults& sweep, std::size_t k);

/// A list, empty for none.
[[nodiscard]] std::string list_of(const std::vector<std::string>& items);

}  // namespace tumen::report
