#include "cli/sweep_analysis.hpp"

#include "cli/sensitivity_report.hpp"
#include "sim/batch/durable_file.hpp"
#include "sim/table.hpp"
#include "studies/sensitivity/bars.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

/// The outcome's name with what a file name may have.
std::string file_name(std::string name) {
  for (char& c : name) {
    c = c == '/' || c == '@' ? '_' : c;
  }
  return name;
}

void write_files(const SensitivityReport& report, const fs::path& folder) {
  const std::vector<std::string> names = analysed_names(report.design);
  fs::create_directories(folder);
  replace_file(folder / "sensitivity.csv", index_csv(report.outcomes, names));
  replace_file(folder / "sensitivity.json", json_text(sensitivity_json(report)));
  for (const OutcomeAnalysis& outcome : report.outcomes) {
    replace_file(folder / (file_name(outcome.name) + ".svg"), index_bars(outcome, names));
  }
}

}  // namespace

void analyse_sweep(const fs::path& folder, int threads, Session& session) {
  const AnalysedDesign design = read_design((folder / "points.csv").string());
  AnalysisSettings settings;
  settings.threads = threads;
  settings.has_common_seeds = true;
  SensitivityReport report{"points.csv", "runs.csv", design, settings, {}};
  const DataTable table = read_table(folder / "runs.csv", Missing::masked);
  for (const DesignOutcome& outcome : outcomes_by_line(table, design.runs)) {
    report.outcomes.push_back(analyse(design, outcome, settings));
  }
  write_files(report, folder / "analysis");
  if (!session.is_json) {
    session.say("\n" + sensitivity_text(report, page_width()));
  }
}

}  // namespace tumen::cli
