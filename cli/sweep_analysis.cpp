#include "cli/sweep_analysis.hpp"

#include "cli/decide_report.hpp"
#include "cli/sensitivity_report.hpp"
#include "sim/batch/durable_file.hpp"
#include "sim/text_table.hpp"
#include "studies/report/decision_part.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;

namespace {

/// What `tumen decide` says of the table of runs.
DecideReport decisions_of(const SweepResults& sweep) {
  DecideReport report{"runs.csv", {}};
  for (const SweepDecision& d : sweep.decisions) {
    if (d.reason.empty()) {
      report.outcomes.push_back(d.judgement);
    }
  }
  return report;
}

/// The same in words, and the differences between policies.
std::string decisions_text(const SweepResults& sweep, const DecideReport& report) {
  std::string differences;
  for (const SweepDecision& d : sweep.decisions) {
    if (!d.reason.empty()) {
      differences += wrapped_text("Not compared: " + d.reason + ".", page_width());
      continue;
    }
    differences += "\n" + d.judgement.payoffs.outcome + ", means over the points:\n";
    for (const std::string& line : difference_words(d)) {
      differences += wrapped_text(line, page_width());
    }
  }
  return (report.outcomes.empty() ? "" : decide_text(report, page_width())) + differences;
}

}  // namespace

void analyse_sweep(const fs::path& folder, int threads, Session& session) {
  const SweepResults sweep = read_sweep(folder, threads);
  const fs::path analysis = folder / "analysis";
  const std::vector<AnalysisFile> files = sweep_files(sweep);
  const SensitivityReport report{"points.csv", "runs.csv", sweep.design, sweep.settings,
                                 sweep.outcomes};
  fs::create_directories(analysis);
  for (const AnalysisFile& file : files) {
    replace_file(analysis / file.name, file.text);
  }
  replace_file(analysis / "sensitivity.json", json_text(sensitivity_json(report)));
  const DecideReport decisions = decisions_of(sweep);
  if (!decisions.outcomes.empty()) {
    replace_file(analysis / "decisions.json", json_text(decide_json(decisions)));
  }
  if (!session.is_json) {
    session.say("\n" + (sweep.decisions.empty() ? sensitivity_text(report, page_width())
                                                : decisions_text(sweep, decisions)));
    session.say(fmt::format("\nA page of it: {}\n", (analysis / "page.html").generic_string()));
  }
}

}  // namespace tumen::cli
