// tumen batch: many runs of one scenario, counted.
#include "cli/batch_job.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_options.hpp"
#include "sim/table.hpp"
#include "studies/designs/record.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct BatchOptions : ScenarioOptions {
  std::uint32_t runs = 1000;
  bool per_run = false;
  std::string shard = "1/1";
  std::vector<std::string> follow;
  std::vector<std::string> outcomes;
  std::string points;
  std::uint32_t replicates = 1;
  std::string resume;
  double keep_every = 10;
  int ranks = 1;
};

std::vector<Outcome> find_outcomes(const Scenario& scenario,
                                   const std::vector<std::string>& names) {
  std::vector<Outcome> found;
  for (const std::string& name : names) {
    if (name != "none") {
      found.push_back(find_outcome(scenario, name));
    }
  }
  return found;
}

/// What is followed unless it is said: nothing where the runs have different numbers.
std::vector<Outcome> followed_of(const Scenario& scenario, const BatchOptions& o) {
  return o.follow.empty() && o.points.empty() ? followed_outcomes(scenario)
                                              : find_outcomes(scenario, o.follow);
}

/// The points of --points, with how they were made where `tumen design` made them.
std::shared_ptr<const Points> points_of(const Scenario& scenario, const BatchOptions& o) {
  if (o.points.empty()) {
    return nullptr;
  }
  auto points =
      std::make_shared<Points>(parse_points(read_table_text(o.points), o.points, o.replicates));
  check_points(scenario, *points, o.points);
  if (const auto record = record_path(o.points); std::filesystem::exists(record)) {
    points->record = read_table_text(record);
  }
  return points;
}

BatchJob new_job(const BatchOptions& o) {
  BatchJob job;
  LoadedScenario loaded = load(o);
  job.scenario = std::move(loaded.scenario);
  job.scenario_file = loaded.file.generic_string();
  job.overrides = o.overrides;
  job.plan = {
      o.seed,
      o.runs,
      o.in_double,
      o.per_run,
      shard_of(o.shard),
      o.outcomes.empty() ? default_outcomes(job.scenario) : find_outcomes(job.scenario, o.outcomes),
      followed_of(job.scenario, o),
      points_of(job.scenario, o)};
  if (job.plan.points != nullptr) {
    job.plan.runs = job.plan.points->count() * o.replicates;
    job.plan.per_run = true;
    check_size(job.plan);
  }
  job.folder = output_folder(o, job.scenario.name);
  if (o.out.empty() && job.plan.shard.count > 1) {
    job.folder += fmt::format("-part-{}-of-{}", job.plan.shard.index, job.plan.shard.count);
  }
  return job;
}

/// The job of a folder; where a scenario is given too, it must be the folder's.
BatchFolder resume_job(const BatchOptions& o, BatchJob& job) {
  if (o.scenario.empty()) {
    return resume_batch(o.resume, job, false);
  }
  job = new_job(o);
  return resume_batch(o.resume, job, true);
}

/// Makes the folder of a new batch or opens that of an old one.
BatchFolder open_folder(const BatchOptions& o, BatchJob& job) {
  if (!o.resume.empty()) {
    return resume_job(o, job);
  }
  job = new_job(o);
  return BatchFolder::start(job.folder, o.force, job.scenario, job.plan);
}

void batch_command(const BatchOptions& o, Session& session) {
  if (o.scenario.empty() && o.resume.empty()) {
    refuse_option("SCENARIO", "nothing", "a scenario (tumen list scenarios), or --resume DIR");
  }
  static_cast<void>(run_batch(
      {"batch", o.threads, isa_of(o), o.keep_every, o.ranks},
      [&o](BatchJob& job) { return open_folder(o, job); }, session));
}

}  // namespace

void add_batch(CLI::App& app, Session& session) {
  auto options = std::make_shared<BatchOptions>();
  CLI::App& command = *app.add_subcommand("batch", "Run a scenario many times and count outcomes");
  add_scenario_options(command, *options);
  CLI::Option* scenario = command.get_option("SCENARIO")->required(false);
  add_isa_option(command, *options);
  CLI::Option* runs = command.add_option("--runs", options->runs, "Number of runs")
                          ->type_name("N")
                          ->check(whole_number(1, most_runs))
                          ->capture_default_str();
  CLI::Option* shard =
      command.add_option("--shard", options->shard, "Only part I of N of the runs")
          ->type_name("I/N")
          ->capture_default_str();
  CLI::Option* follow =
      command
          .add_option("--follow", options->follow,
                      "Outcome to count at every tick, repeatable; none for none of them")
          ->type_name("NAME")
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  CLI::Option* outcomes =
      command
          .add_option("--outcome", options->outcomes,
                      "Outcome to count, repeatable; else the main ones of everything")
          ->type_name("NAME")
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  CLI::Option* points =
      command
          .add_option("--points", options->points,
                      "Table (CSV) of settings to run, a column a path; tumen design makes them")
          ->type_name("FILE")
          ->excludes(runs);
  CLI::Option* replicates =
      command.add_option("--replicates", options->replicates, "Runs of every point")
          ->type_name("R")
          ->check(whole_number(1, 1'000'000))
          ->capture_default_str()
          ->needs(points);
  CLI::Option* per_run =
      command.add_flag("--per-run", options->per_run, "Also write the outcomes of every run");
  add_counting_options(command, options->keep_every, options->ranks);
  add_output_options(command, *options);
  CLI::Option* resume =
      command.add_option("--resume", options->resume, "Go on with the batch of this folder")
          ->type_name("DIR");
  resume->excludes(command.get_option("--out"))->excludes(command.get_option("--force"));
  // Without a scenario the folder alone says what is run.
  for (CLI::Option* setting :
       {runs, shard, follow, outcomes, points, replicates, per_run, command.get_option("--set"),
        command.get_option("--seed"), command.get_option("--double")}) {
    setting->needs(scenario);
  }
  command.footer(
      "Example:\n  tumen batch debt-only --runs 1000 --seed 7 --out results/many\n"
      "  tumen batch --resume results/many\n"
      "  tumen design latin-hypercube --factors \"rules.precedent:uniform:0.5:1\" --n 64 --out "
      "D.csv\n"
      "  tumen batch debt-only --points D.csv --replicates 16 --out results/points");
  command.callback([options, &session] { batch_command(*options, session); });
}

}  // namespace tumen::cli
