#include "cli/batch_job.hpp"

#include "cli/batch_report.hpp"
#include "cli/progress_bar.hpp"
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

}  // namespace

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

void conclude(const BatchJob& job, BatchFolder& folder, Session& session) {
  const bool is_interrupted =
      folder.counts().runs.missing_from(runs_of(job.plan.runs, job.plan.shard)).size() > 0;
  const std::string out = job.folder.generic_string();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - job.clock;
  folder.publish(job.scenario, job.plan,
                 {"batch",
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
                    "  tumen batch --resume {}",
                    out, out));
    session.exit_code = ExitCode::interrupted;
  }
}

}  // namespace tumen::cli
