#include "cli/sweep_analysis.hpp"

#include "cli/sensitivity_report.hpp"
#include "sim/batch/durable_file.hpp"
#include "studies/report/sweep_page.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;

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
  if (!session.is_json) {
    session.say("\n" + sensitivity_text(report, page_width()));
    session.say(fmt::format("\nA page of it: {}\n", (analysis / "page.html").generic_string()));
  }
}

}  // namespace tumen::cli
