#include "cli/batch_job.hpp"

#include "cli/batch_report.hpp"
#include "sim/batch/tables.hpp"

#include <fmt/format.h>

namespace tumen::cli {

void conclude(const BatchJob& job, BatchFolder& folder, bool is_interrupted, Session& session) {
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
                  std::string(isa_name(job.isa))});
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
