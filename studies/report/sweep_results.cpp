#include "studies/report/sweep_results.hpp"

#include "sim/json_reader.hpp"
#include "sim/report.hpp"
#include "sim/report_folder.hpp"
#include "sim/table.hpp"
#include "studies/designs/saltelli.hpp"

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr const char* study_file = "study.yaml";

void check_whole(const fs::path& folder, const JsonObject& manifest) {
  const fs::path file = folder / "manifest.json";
  if (text_at(manifest, "interrupted") == "true") {
    report::refuse(file, "runs are missing, it was interrupted",
                   "a finished sweep: tumen sweep --resume " + folder.generic_string());
  }
  if (const std::string shard = text_at(manifest, "shard"); shard != "1/1") {
    report::refuse(file, "part " + shard + " of the runs",
                   "a whole sweep: tumen merge puts its parts together");
  }
}

void analyse_policies(SweepResults& sweep, const std::string& csv, const std::string& file) {
  std::vector<PolicyOutcomes> policies = outcomes_by_policy(csv, file, sweep.design.runs);
  sweep.decisions = decisions_of(policies, *sweep.study);
  for (std::size_t k = 0; k < policies.front().outcomes.size(); ++k) {
    for (PolicyOutcomes& policy : policies) {
      policy.outcomes[k].name += " under " + policy.policy;
      sweep.outcomes.push_back(analyse(sweep.design, policy.outcomes[k], sweep.settings));
      sweep.means.push_back(policy.outcomes[k].mean);
    }
  }
}

}  // namespace

std::vector<std::size_t> independent_points(const SweepResults& sweep) {
  const DesignPlan& plan = sweep.design.plan.value();
  std::vector<std::size_t> lines;
  if (plan.kind == "morris" || plan.kind == "one-at-a-time") {
    return lines;
  }
  const std::size_t step = plan.kind == "saltelli"
                               ? SaltelliLayout{plan.groups.size(), plan.has_second_order}.size()
                               : 1;
  for (std::size_t k = 0; k < sweep.design.runs; k += step) {
    lines.push_back(k);
  }
  return lines;
}

SweepResults read_sweep(const fs::path& folder, int threads) {
  SweepResults sweep;
  sweep.manifest = read_manifest(folder);
  check_whole(folder, sweep.manifest);
  const fs::path points = folder / "points.csv", runs = folder / "runs.csv";
  sweep.points =
      parse_table(report::read_unchanged_file(points, sweep.manifest), points.generic_string());
  const std::string values = report::read_unchanged_file(runs, sweep.manifest);
  sweep.scenario = report::read_scenario(folder / "scenario.yaml");
  std::error_code error;
  if (fs::exists(folder / study_file, error)) {
    static_cast<void>(report::read_unchanged_file(folder / study_file, sweep.manifest));
    sweep.study = read_study(folder / study_file);
  }
  if (const fs::path by_tick = folder / "by_tick.csv"; fs::exists(by_tick, error)) {
    sweep.fans = report::read_fans(report::read_unchanged_file(by_tick, sweep.manifest),
                                   by_tick.generic_string());
  }
  sweep.design = read_design(points.string());
  sweep.settings.threads = threads;
  sweep.settings.has_common_seeds = true;
  if (sweep.study && !sweep.study->policies.empty()) {
    analyse_policies(sweep, values, runs.generic_string());
    return sweep;
  }
  const DataTable table = parse_table(values, runs.generic_string(), Missing::masked);
  for (const DesignOutcome& outcome : outcomes_by_line(table, sweep.design.runs)) {
    sweep.outcomes.push_back(analyse(sweep.design, outcome, sweep.settings));
    sweep.means.push_back(outcome.mean);
  }
  return sweep;
}

}  // namespace tumen
