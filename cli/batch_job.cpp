#include "cli/batch_job.hpp"

#include "cli/batch_report.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/batch/tables.hpp"
#include "sim/interrupt.hpp"

#include <mutex>
#include <numeric>

#include <fmt/format.h>

namespace tumen::cli {

namespace {

Shard part_of(const Ranks& ranks) {
  return {static_cast<std::uint32_t>(ranks.rank()) + 1, static_cast<std::uint32_t>(ranks.count())};
}

/// Counts the runs that the folder misses, alone or as the leader of `ranks`, until an interrupt.
void run_missing(BatchJob& job, BatchFolder& folder, double keep_every, Ranks& ranks,
                 const Session& session) {
  const RunSpan asked = runs_of(job.plan.runs, job.plan.shard);
  const RunSet todo = folder.counts().runs.missing_from(asked);
  const std::size_t before = asked.size() - todo.size();
  static_cast<void>(ranks.share(job.folder.generic_string()));
  ByteWriter work;
  todo.write(work);
  static_cast<void>(ranks.share(work.bytes()));

  std::mutex guard;  // the folder and the counts by rank
  std::vector<std::uint64_t> by_rank(static_cast<std::size_t>(ranks.count()), 0);
  const auto keep = [&](int rank, BatchCounts&& counts) {
    const std::scoped_lock lock(guard);
    by_rank[static_cast<std::size_t>(rank)] += counts.runs.size();
    folder.keep(std::move(counts));
  };
  const auto take = [&](int rank, std::string&& bytes) {
    keep(rank, BatchCounts::read(bytes, job.plan, job.scenario.model.ticks));
  };
  ProgressBar bar("runs", !session.is_quiet);
  const auto progress = [&](std::size_t done, std::size_t) {
    ranks.receive(take, false);
    const std::scoped_lock lock(guard);
    bar.show(before + done + std::accumulate(by_rank.begin() + 1, by_rank.end(), std::size_t{0}),
             asked.size());
    return !InterruptGuard::is_interrupted();
  };
  static_cast<void>(count_runs(
      job.scenario, job.plan, tumen::part_of(todo, part_of(ranks)),
      {job.threads, job.isa, keep_every}, [&](BatchCounts&& counts) { keep(0, std::move(counts)); },
      progress));
  ranks.receive(take, true);
  if (ranks.count() > 1) {
    job.runs_by_rank = std::move(by_rank);
  }
}

/// Counts the part of a rank that does not lead and sends it to the one that does.
void help_leader(int threads, Isa isa, double keep_every, Ranks& ranks) {
  const std::string folder = ranks.share("");
  if (folder.empty()) {
    return;  // the leader could not start, and says why
  }
  const std::string work = ranks.share("");
  const RecordedCounts job = read_counts(folder);
  ByteReader in(work);
  static_cast<void>(count_runs(
      job.scenario, job.plan, tumen::part_of(RunSet::read(in), part_of(ranks)),
      {threads, isa, keep_every}, [&](BatchCounts&& counts) { ranks.send(counts.bytes()); },
      [](std::size_t, std::size_t) { return !InterruptGuard::is_interrupted(); }));
  ranks.send("");
}

std::uint64_t asked_of(const BatchPlan& plan) {
  return runs_of(plan.runs, plan.shard).size();
}

std::optional<BatchJob> lead(const BatchMeans& means,
                             const std::function<BatchFolder(BatchJob&)>& open, Ranks& ranks,
                             Session& session) {
  BatchJob job;
  std::optional<BatchFolder> folder;
  try {
    folder.emplace(open(job));
  } catch (...) {
    static_cast<void>(ranks.share(""));
    throw;
  }
  job.command = means.command;
  job.threads = means.threads;
  job.isa = means.isa;
  try {
    run_missing(job, *folder, means.keep_every, ranks, session);
    conclude(job, *folder, session);
  } catch (const std::runtime_error& error) {
    const std::string out = job.folder.generic_string();
    throw std::runtime_error(fmt::format(
        "{}\n{} of {} runs are kept in {}; when the cause is mended, go on with\n"
        "  tumen {} --resume {}",
        error.what(), folder->counts().runs.size(), asked_of(job.plan), out, job.command, out));
  }
  const bool is_done = folder->counts().runs.size() == asked_of(job.plan);
  return is_done ? std::optional(std::move(job)) : std::nullopt;
}

}  // namespace

void add_counting_options(CLI::App& command, double& keep_every, int& ranks) {
  command.add_option("--keep-every", keep_every, "Seconds between two writings to disk")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command.add_option("--ranks", ranks, "MPI ranks that mpirun or srun has started")
      ->type_name("N")
      ->check(whole_number(1, 1000000))
      ->capture_default_str();
}

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

void check_size(const BatchPlan& plan) {
  constexpr double most_values = 2e8;
  const double values = static_cast<double>(plan.runs) * static_cast<double>(plan.outcomes.size());
  if (values > most_values) {
    refuse_option("outcomes of single runs",
                  fmt::format("{:.3g} values: {} runs of {} outcomes", values, plan.runs,
                              plan.outcomes.size()),
                  fmt::format("at most {:.0g}: fewer outcomes, points or replicates", most_values));
  }
}

BatchFolder resume_batch(const std::filesystem::path& folder, BatchJob& job, bool is_checked) {
  RecordedCounts recorded = read_counts(folder);
  if (is_checked) {
    check_same_batch(folder, recorded.header, header_of(job.scenario, job.plan));
  }
  if (recorded.cut_off > 0) {
    complain(fmt::format("{}: the last segment was cut off ({} bytes); its runs are done again",
                         folder.generic_string(), recorded.cut_off));
  }
  job.scenario = std::move(recorded.scenario);
  job.plan = recorded.plan;
  job.folder = folder;
  return BatchFolder::resume(folder, std::move(recorded));
}

std::optional<BatchJob> run_batch(const BatchMeans& means,
                                  const std::function<BatchFolder(BatchJob&)>& open,
                                  Session& session) {
  const InterruptGuard guard;
  Ranks ranks(means.ranks);
  try {
    if (ranks.leads()) {
      return lead(means, open, ranks, session);
    }
    help_leader(means.threads, means.isa, means.keep_every, ranks);
    return std::nullopt;
  } catch (const std::exception& error) {
    if (ranks.count() > 1) {
      const bool is_input = dynamic_cast<const InputError*>(&error) != nullptr;
      complain(error.what());
      ranks.give_up(static_cast<int>(is_input ? ExitCode::bad_input : ExitCode::internal));
    }
    throw;
  }
}

void conclude(const BatchJob& job, BatchFolder& folder, Session& session) {
  const bool is_interrupted =
      folder.counts().runs.missing_from(runs_of(job.plan.runs, job.plan.shard)).size() > 0;
  const std::string out = job.folder.generic_string();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - job.clock;
  folder.publish(job.scenario, job.plan,
                 {job.command,
                  session.command,
                  job.scenario_file,
                  job.overrides,
                  {job.plan.seed, 0, 0, job.threads, job.plan.in_double},
                  job.plan.runs,
                  is_interrupted,
                  job.started,
                  passed.count(),
                  std::string(isa_name(job.isa)),
                  job.runs_by_rank});
  const std::vector<Summary> summaries = summaries_of(folder.counts());
  const BatchResult result{job.scenario, job.plan, summaries, folder.counts().runs.size(),
                           is_interrupted};
  if (session.is_json) {
    session.say(batch_json(result, out));
  } else {
    session.say(batch_text(result, page_width()));
    session.say(fmt::format("\nWritten to {}\n", out));
  }
  if (is_interrupted) {
    complain(
        fmt::format("interrupted; the finished runs are in {}; the others follow with\n"
                    "  tumen {} --resume {}",
                    out, job.command, out));
    session.exit_code = ExitCode::interrupted;
  }
}

}  // namespace tumen::cli
