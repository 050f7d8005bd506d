// tumen run: one run, told on stdout and kept in a folder.
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "cli/run_json.hpp"
#include "cli/scenario_options.hpp"
#include "sim/chronicle_text.hpp"
#include "sim/interrupt.hpp"
#include "sim/run_directory.hpp"
#include "sim/trace_text.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct RunOptions : ScenarioOptions {
  Id ticks = 0;
  std::uint32_t replicate = 0;
  bool with_trace = false;
};

void check_ticks(const RunOptions& o, const Scenario& scenario) {
  if (o.ticks > scenario.model.ticks) {
    refuse_option("--ticks", std::to_string(o.ticks),
                  fmt::format("1 to {}, the length of the scenario", scenario.model.ticks));
  }
}

Trace run_with_progress(const Scenario& scenario, const RunSettings& settings, bool shows) {
  ProgressBar bar("ticks", shows);
  return run(scenario, settings, [&](std::size_t done, std::size_t of) {
    bar.show(done, of);
    return !InterruptGuard::is_interrupted();
  });
}

void run_command(const RunOptions& o, Session& session) {
  const auto started = std::chrono::system_clock::now();
  const auto clock = std::chrono::steady_clock::now();
  const LoadedScenario loaded = load(o);
  const Scenario& scenario = loaded.scenario;
  check_ticks(o, scenario);
  const std::filesystem::path out = output_folder(o, scenario.name);
  const InterruptGuard guard;
  ResultDirectory directory(out, o.force);

  const RunSettings settings{o.seed, o.replicate, o.ticks, o.threads, o.in_double};
  const Trace trace = run_with_progress(scenario, settings, !session.is_quiet);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - clock;
  if (o.with_trace) {
    directory.write("trace.txt", trace_text(scenario, trace));
  }
  write_run(directory, scenario, trace,
            {"run", session.command, loaded.file.generic_string(), o.overrides, settings, 1,
             trace.interrupted, started, passed.count()});

  if (session.is_json) {
    session.say(run_json(scenario, trace, out.generic_string()));
  } else {
    for (const std::string& note : scenario.notes) {
      session.say("Note: " + note + "\n");
    }
    session.say(run_text(scenario, trace, {page_width(), is_coloured()}));
    session.say(fmt::format("\nWritten to {}\n", out.generic_string()));
  }
  if (trace.interrupted) {
    complain(fmt::format("interrupted after {} ticks; what was done is in {}", trace.after.size(),
                         out.generic_string()));
    session.exit_code = ExitCode::interrupted;
  }
}

}  // namespace

void add_run(CLI::App& app, Session& session) {
  auto options = std::make_shared<RunOptions>();
  CLI::App& command = *app.add_subcommand("run", "Run a scenario once and tell what happened");
  add_scenario_options(command, *options);
  command.add_option("--ticks", options->ticks, "Stop after N ticks [as many as the scenario has]")
      ->type_name("N")
      ->check(whole_number(1, 1000000));
  command.add_option("--run", options->replicate, "Replay run N of a batch with this seed")
      ->type_name("N")
      ->check(whole_number(0, 4294967295));
  command.add_flag("--trace", options->with_trace,
                   "Also write trace.txt: how every deal stood at every tick");
  add_output_options(command, *options);
  command.footer("Example:\n  tumen run debt-only --seed 7 --set rules.rest=2 --out results/first");
  command.callback([options, &session] { run_command(*options, session); });
}

}  // namespace tumen::cli
