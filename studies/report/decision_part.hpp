#pragma once
// What a sweep with policies says about the choice among them: the section of its page and the
// tables of the folder `analysis`.
#include "studies/report/sweep_page.hpp"

#include <string>
#include <vector>

namespace tumen {

/// The sections of the page, with headings; empty without policies.
[[nodiscard]] std::string decisions_html(const SweepResults& sweep);

/// policies.csv (means with intervals), differences.csv, rules.csv, payoffs.csv, regret.csv and a
/// regret map OUTCOME-regret.svg an outcome; nothing without policies.
[[nodiscard]] std::vector<AnalysisFile> decision_files(const SweepResults& sweep);

/// "a brings 0.12 less than b (95 % interval .. to ..)", one line a pair of policies.
[[nodiscard]] std::vector<std::string> difference_words(const SweepDecision& decision);

}  // namespace tumen
