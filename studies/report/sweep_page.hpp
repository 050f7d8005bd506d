#pragma once
#include "studies/report/sweep_results.hpp"

#include <string>
#include <vector>

namespace tumen {

/// A sweep as one page: the question, what was varied, and for every outcome bars, indices with
/// intervals, whether they have settled, what luck has of it and what to beware of. Well-formed
/// XML; loads nothing and needs no script.
[[nodiscard]] std::string sweep_page_html(const SweepResults& sweep);

/// A file of the folder `analysis`.
struct AnalysisFile {
  std::string name, text;
};

/// An outcome's name as that of a file: "/" and "@" are "_", a blank is "-".
[[nodiscard]] std::string outcome_file(std::string name);

/// The page (page.html), its pictures as SVG files and their numbers as CSV files:
/// sensitivity.csv, convergence.csv, seeds.csv, OUTCOME.svg, OUTCOME-S1-by-points.svg ..., and
/// those of decision_files.
[[nodiscard]] std::vector<AnalysisFile> sweep_files(const SweepResults& sweep);

}  // namespace tumen
