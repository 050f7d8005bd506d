// tumen sweep: a designed experiment, from a question in a file to indices with intervals.
#include "cli/batch_job.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_options.hpp"
#include "cli/sweep_analysis.hpp"
#include "studies/study.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct SweepOptions : ScenarioOptions {
  std::string study, resume;
  std::string shard = "1/1";
  double keep_every = 10;
  int ranks = 1;
  bool is_dry = false;
};

BatchJob job_of(const SweepOptions& o, const Study& study) {
  ScenarioOptions options = o;
  options.scenario = study.scenario;
  options.overrides = study.overrides;
  options.seed = study.seed;
  BatchJob job;
  LoadedScenario loaded = load(options);
  job.scenario = std::move(loaded.scenario);
  job.scenario_file = loaded.file.generic_string();
  job.overrides = study.overrides;
  job.plan = study_plan(study, job.scenario);
  job.plan.in_double = o.in_double;
  job.plan.shard = shard_of(o.shard);
  if (study.outcomes.empty()) {
    refuse_option(o.study, "a study without outcomes", "a list of outcomes to sweep for");
  }
  check_size(job.plan);
  job.folder = output_folder(options, study.name);
  return job;
}

/// Seconds that the runs of a job will take, from some of them.
double expected_seconds(const BatchJob& job, const SweepOptions& o) {
  const RunSet some(RunSpan{0, std::min<std::uint32_t>(job.plan.runs, 1024)});
  const auto start = std::chrono::steady_clock::now();
  static_cast<void>(
      count_runs(job.scenario, job.plan, some, {o.threads, isa_of(o), 3600}, [](BatchCounts&&) {}));
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  return passed.count() * static_cast<double>(runs_of(job.plan.runs, job.plan.shard).size()) /
         static_cast<double>(some.size());
}

void dry_run(const SweepOptions& o, Session& session) {
  const Study study = read_study(o.study);
  const BatchJob job = job_of(o, study);
  const auto runs = static_cast<double>(runs_of(job.plan.runs, job.plan.shard).size());
  const double seconds = expected_seconds(job, o);
  // A value takes 8 bytes in segments.tumen and runs.nc, some 6 in runs.csv.
  const double megabytes = (runs * (static_cast<double>(job.plan.outcomes.size()) * 22 + 10)) / 1e6;
  if (session.is_json) {
    session.say(JsonObject{{"study", study.name},
                           {"points", job.plan.points->count()},
                           {"replicates", study.replicates},
                           {"policies", study.policies.size()},
                           {"runs", runs},
                           {"expected_seconds", seconds},
                           {"expected_megabytes", megabytes},
                           {"out", job.folder.generic_string()}});
    return;
  }
  session.say(fmt::format(
      "{}: {} points of {} replicates{}, {:.0f} runs of {} ticks, {} outcomes\n"
      "about {:.0f} s here and {:.0f} MB in {}\n",
      study.title, job.plan.points->count(), study.replicates,
      study.policies.empty() ? ""
                             : fmt::format(" under each of {} policies", study.policies.size()),
      runs, job.scenario.model.ticks, job.plan.outcomes.size(), std::max(1.0, seconds),
      std::max(1.0, megabytes), job.folder.generic_string()));
}

BatchFolder open_folder(const SweepOptions& o, BatchJob& job) {
  if (o.study.empty()) {
    return resume_batch(o.resume, job, false);
  }
  const Study study = read_study(o.study);
  job = job_of(o, study);
  if (!o.resume.empty()) {
    return resume_batch(o.resume, job, true);
  }
  return BatchFolder::start(job.folder, o.force, job.scenario, job.plan);
}

void sweep_command(const SweepOptions& o, Session& session) {
  if (o.study.empty() && o.resume.empty()) {
    refuse_option("STUDY", "nothing", "the file of a study, or --resume DIR");
  }
  if (o.is_dry) {
    dry_run(o, session);
    return;
  }
  const auto done = run_batch(
      {"sweep", o.threads, isa_of(o), o.keep_every, o.ranks},
      [&o](BatchJob& job) { return open_folder(o, job); }, session);
  if (done && done->plan.shard.count == 1) {
    analyse_sweep(done->folder, o.threads, session);
  }
}

}  // namespace

void add_sweep(CLI::App& app, Session& session) {
  auto options = std::make_shared<SweepOptions>();
  SweepOptions& o = *options;
  CLI::App& command = *app.add_subcommand("sweep", "Run the designed experiment of a study");
  CLI::Option* study = command.add_option("STUDY", o.study, "The file of a study (YAML)");
  command.add_option("--threads", o.threads, "Threads to use, 0 for all [0]")
      ->type_name("N")
      ->check(whole_number(0, 4096));
  add_isa_option(command, o);
  CLI::Option* in_double = command.add_flag("--double", o.in_double, "Compute in double precision");
  CLI::Option* shard = command.add_option("--shard", o.shard, "Only part I of N of the runs")
                           ->type_name("I/N")
                           ->capture_default_str();
  add_counting_options(command, o.keep_every, o.ranks);
  CLI::Option* dry = command.add_flag("--dry-run", o.is_dry,
                                      "Say how large it is and how long it will take, and stop");
  add_output_options(command, o);
  CLI::Option* resume =
      command.add_option("--resume", o.resume, "Go on with the sweep of this folder")
          ->type_name("DIR");
  resume->excludes(command.get_option("--out"))->excludes(command.get_option("--force"));
  for (CLI::Option* setting : {in_double, shard, dry}) {
    setting->needs(study);
  }
  command.footer(
      "Example:\n  tumen sweep configs/studies/first.yaml --dry-run\n"
      "  tumen sweep configs/studies/first.yaml --out results/first\n"
      "  tumen sweep --resume results/first");
  command.callback([options, &session] { sweep_command(*options, session); });
}

}  // namespace tumen::cli
