#pragma once
#include "sim/compare_directory.hpp"

#include <string>

namespace tumen::cli {

/// What a comparison is told with: the settings, the seed, and how many findings people read.
struct CompareReport {
  const ComparedSettings& settings;
  const Comparison& comparison;
  std::uint64_t seed = 1;
  std::size_t most_findings = 12;
};

/// Both settings, a sentence a finding, the strongest evidence first, and how they were judged.
[[nodiscard]] std::string compare_text(const CompareReport& report, std::size_t width);

/// What `compare --json` prints: every outcome, findings with their sentence.
[[nodiscard]] Json compare_json(const CompareReport& report, const std::string& out);

}  // namespace tumen::cli
