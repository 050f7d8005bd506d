// tumen batch: many runs of one scenario, counted.
#include "cli/batch_job.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_options.hpp"
#include "sim/interrupt.hpp"

#include <memory>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

constexpr std::uint32_t most_runs = 4'000'000'000;

struct BatchOptions : ScenarioOptions {
  std::uint32_t runs = 1000;
  bool per_run = false;
  std::string shard = "1/1";
  std::vector<std::string> follow;
  std::string resume;
  double keep_every = 10;
  int ranks = 1;
};

/// "I/N" with 1 <= I <= N.
Shard shard_of(const std::string& text) {
  Shard shard;
  const auto slash = text.find('/');
  const auto check = whole_number(1, most_runs);
  if (slash == std::string::npos || !check(text.substr(0, slash)).empty() ||
      !check(text.substr(slash + 1)).empty()) {
    refuse_option("--shard", in_quotes(text), "I/N, the part I of N, such as 1/4");
  }
  shard.index = static_cast<std::uint32_t>(std::stoul(text.substr(0, slash)));
  shard.count = static_cast<std::uint32_t>(std::stoul(text.substr(slash + 1)));
  if (shard.index > shard.count) {
    refuse_option("--shard", in_quotes(text), fmt::format("1 to {}", shard.count));
  }
  return shard;
}

std::vector<Outcome> followed_of(const Scenario& scenario, const BatchOptions& o) {
  if (o.follow.empty()) {
    return followed_outcomes(scenario);
  }
  std::vector<Outcome> followed;
  for (const std::string& name : o.follow) {
    if (name != "none") {
      followed.push_back(find_outcome(scenario, name));
    }
  }
  return followed;
}

BatchJob new_job(const BatchOptions& o) {
  BatchJob job;
  LoadedScenario loaded = load(o);
  job.scenario = std::move(loaded.scenario);
  job.scenario_file = loaded.file.generic_string();
  job.overrides = o.overrides;
  job.plan = {o.seed,
              o.runs,
              o.in_double,
              o.per_run,
              shard_of(o.shard),
              default_outcomes(job.scenario),
              followed_of(job.scenario, o)};
  job.folder = output_folder(o, job.scenario.name);
  if (o.out.empty() && job.plan.shard.count > 1) {
    job.folder += fmt::format("-part-{}-of-{}", job.plan.shard.index, job.plan.shard.count);
  }
  return job;
}

/// The job of a folder; where a scenario is given too, it must be the folder's.
BatchFolder resume_job(const BatchOptions& o, BatchJob& job) {
  RecordedCounts recorded = read_counts(o.resume);
  if (!o.scenario.empty()) {
    job = new_job(o);
    check_same_batch(o.resume, recorded.header, header_of(job.scenario, job.plan));
  }
  if (recorded.cut_off > 0) {
    complain(fmt::format("{}: the last segment was cut off ({} bytes); its runs are done again",
                         o.resume, recorded.cut_off));
  }
  job.scenario = std::move(recorded.scenario);
  job.plan = recorded.plan;
  job.folder = o.resume;
  return BatchFolder::resume(o.resume, std::move(recorded));
}

/// Makes the folder of a new batch or opens that of an old one.
BatchFolder open_folder(const BatchOptions& o, BatchJob& job) {
  if (!o.resume.empty()) {
    return resume_job(o, job);
  }
  job = new_job(o);
  return BatchFolder::start(job.folder, o.force, job.scenario, job.plan);
}

void lead(const BatchOptions& o, Ranks& ranks, Session& session) {
  BatchJob job;
  std::optional<BatchFolder> folder;
  try {
    folder.emplace(open_folder(o, job));
  } catch (...) {
    static_cast<void>(ranks.share(""));
    throw;
  }
  job.threads = o.threads;
  job.isa = isa_of(o);
  try {
    run_missing(job, *folder, o.keep_every, ranks, session);
    conclude(job, *folder, session);
  } catch (const std::runtime_error& error) {
    const std::string out = job.folder.generic_string();
    throw std::runtime_error(
        fmt::format("{}\n{} of {} runs are kept in {}; when the cause is mended, go on with\n"
                    "  tumen batch --resume {}",
                    error.what(), folder->counts().runs.size(),
                    runs_of(job.plan.runs, job.plan.shard).size(), out, out));
  }
}

void batch_command(const BatchOptions& o, Session& session) {
  if (o.scenario.empty() && o.resume.empty()) {
    refuse_option("SCENARIO", "nothing", "a scenario (tumen list scenarios), or --resume DIR");
  }
  const InterruptGuard guard;
  Ranks ranks(o.ranks);
  try {
    ranks.leads() ? lead(o, ranks, session)
                  : help_leader(o.threads, isa_of(o), o.keep_every, ranks);
  } catch (const std::exception& error) {
    if (ranks.count() > 1) {
      const bool is_input = dynamic_cast<const InputError*>(&error) != nullptr;
      complain(error.what());
      ranks.give_up(static_cast<int>(is_input ? ExitCode::bad_input : ExitCode::internal));
    }
    throw;
  }
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
  CLI::Option* per_run =
      command.add_flag("--per-run", options->per_run, "Also write the outcomes of every run");
  command.add_option("--keep-every", options->keep_every, "Seconds between two writings to disk")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command.add_option("--ranks", options->ranks, "MPI ranks that mpirun or srun has started")
      ->type_name("N")
      ->check(whole_number(1, 1000000))
      ->capture_default_str();
  add_output_options(command, *options);
  CLI::Option* resume =
      command.add_option("--resume", options->resume, "Go on with the batch of this folder")
          ->type_name("DIR");
  resume->excludes(command.get_option("--out"))->excludes(command.get_option("--force"));
  // Without a scenario the folder alone says what is run.
  for (CLI::Option* setting : {runs, shard, follow, per_run, command.get_option("--set"),
                               command.get_option("--seed"), command.get_option("--double")}) {
    setting->needs(scenario);
  }
  command.footer(
      "Example:\n  tumen batch debt-only --runs 1000 --seed 7 --out results/many\n"
      "  tumen batch --resume results/many");
  command.callback([options, &session] { batch_command(*options, session); });
}

}  // namespace tumen::cli
