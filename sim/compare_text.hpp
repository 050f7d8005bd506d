#pragma once
// A difference between two settings in one plain sentence.
#include "sim/compare.hpp"

#include <string>

namespace tumen {

/// "the deal "Trans-Korean gas line" is signed in 71 % of runs instead of 57 %: +15 points [13,
/// 17]", without its first words and its full stop: who writes it says with which setting.
[[nodiscard]] std::string finding_text(const Scenario& scenario, const ComparedOutcome& row);

/// What an outcome is about: "Trans-Korean gas line", "the ROK", "Russia and the DPRK".
[[nodiscard]] std::string subject_text(const Scenario& scenario, const Outcome& outcome);

}  // namespace tumen
