// tumen merge: the parts of a batch that were run apart, as one.
#include "cli/batch_job.hpp"
#include "cli/commands.hpp"
#include "cli/sweep_analysis.hpp"
#include "sim/document/refuse.hpp"

#include <memory>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct MergeOptions {
  std::vector<std::string> folders;
  std::string out;
  bool force = false;
};

[[noreturn]] void refuse(const std::string& place, std::string found, std::string allowed) {
  refuse_problem({{place, 0, 0}, "", std::move(found), std::move(allowed), ""});
}

/// The header of the whole batch of which a folder has a part.
JsonObject whole_header(const RecordedCounts& part) {
  BatchPlan plan = part.plan;
  plan.shard = {};
  return header_of(part.scenario, plan);
}

RecordedCounts merge_parts(const std::vector<std::string>& folders) {
  std::optional<RecordedCounts> sum;
  for (const std::string& folder : folders) {
    RecordedCounts part = read_counts(folder);
    if (!sum) {
      sum = std::move(part);
      continue;
    }
    check_same_batch(folder, whole_header(part), whole_header(*sum));
    const RunSet twice = part.counts.runs.shared_with(sum->counts.runs);
    if (twice.size() > 0) {
      refuse(folder, "runs " + twice.text() + ", which a folder before it has too",
             "every run in one folder");
    }
    sum->counts.merge(std::move(part.counts));
  }
  sum->plan.shard = {};
  const RunSet missing = sum->counts.runs.missing_from({0, sum->plan.runs});
  if (missing.size() > 0) {
    refuse(folders.back(), "no folder has the runs " + missing.text(),
           fmt::format("folders that have all {} runs together", sum->plan.runs));
  }
  return std::move(*sum);
}

void merge_command(const MergeOptions& o, Session& session) {
  BatchJob job;
  RecordedCounts merged = merge_parts(o.folders);
  job.scenario = std::move(merged.scenario);
  job.plan = std::move(merged.plan);
  job.folder = o.out;
  const bool is_sweep = job.plan.points != nullptr && !job.plan.points->study.empty();
  job.command = is_sweep ? "sweep" : "batch";
  BatchFolder folder = BatchFolder::start(job.folder, o.force, job.scenario, job.plan);
  folder.keep(std::move(merged.counts));
  conclude(job, folder, session);
  if (job.plan.points != nullptr && !job.plan.points->record.empty()) {
    analyse_sweep(job.folder, 0, session);
  }
}

}  // namespace

void add_merge(CLI::App& app, Session& session) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App& command =
      *app.add_subcommand("merge", "Put parts of a batch (--shard) together into one");
  command.add_option("DIR", options->folders, "Folders of the parts, in any order")->required();
  command.add_option("--out", options->out, "Folder of the whole batch")
      ->type_name("DIR")
      ->required();
  command.add_flag("--force", options->force, "Replace an existing folder of results");
  command.footer(
      "Example:\n  tumen batch debt-only --runs 1000 --shard 1/2 --out a\n"
      "  tumen batch debt-only --runs 1000 --shard 2/2 --out b\n  tumen merge a b --out whole");
  command.callback([options, &session] { merge_command(*options, session); });
}

}  // namespace tumen::cli
