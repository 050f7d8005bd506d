// tumen batch: many runs of one scenario, counted.
#include "cli/batch_report.hpp"
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/ensemble_directory.hpp"
#include "sim/interrupt.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct BatchOptions : ScenarioOptions {
  std::uint32_t runs = 1000;
  bool with_runs = false;
};

Ensemble run_with_progress(const Scenario& scenario, const BatchOptions& o, bool shows) {
  const EnsembleSettings settings{o.seed, 0, o.runs, o.threads, o.in_double, isa_of(o)};
  ProgressBar bar("runs", shows);
  return run_ensemble(scenario, default_outcomes(scenario), settings,
                      [&](std::size_t done, std::size_t of) {
                        bar.show(done, of);
                        return !InterruptGuard::is_interrupted();
                      });
}

void batch_command(const BatchOptions& o, Session& session) {
  const auto started = std::chrono::system_clock::now();
  const auto clock = std::chrono::steady_clock::now();
  const LoadedScenario loaded = load(o);
  const Scenario& scenario = loaded.scenario;
  const std::filesystem::path out = output_folder(o, scenario.name);
  const InterruptGuard guard;
  ResultDirectory directory(out, o.force);
  EnsembleResult result{run_with_progress(scenario, o, !session.is_quiet), {}};
  result.summaries = summarise_all(result.ensemble);
  const bool is_interrupted = result.ensemble.interrupted;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - clock;
  write_ensemble(directory, scenario, result,
                 {"batch",
                  session.command,
                  loaded.file.generic_string(),
                  o.overrides,
                  {o.seed, 0, 0, o.threads, o.in_double},
                  o.runs,
                  is_interrupted,
                  started,
                  passed.count(),
                  std::string(isa_name(isa_of(o)))},
                 o.with_runs);
  if (session.is_json) {
    session.say(batch_json(scenario, result, o.seed, out.generic_string()));
  } else {
    session.say(batch_text(scenario, result, page_width()));
    session.say(fmt::format("\nWritten to {}\n", out.generic_string()));
  }
  if (is_interrupted) {
    complain(fmt::format("interrupted; the finished runs are in {}", out.generic_string()));
    session.exit_code = ExitCode::interrupted;
  }
}

}  // namespace

void add_batch(CLI::App& app, Session& session) {
  auto options = std::make_shared<BatchOptions>();
  CLI::App& command = *app.add_subcommand("batch", "Run a scenario many times and count outcomes");
  add_scenario_options(command, *options);
  add_isa_option(command, *options);
  command.add_option("--runs", options->runs, "Number of runs")
      ->type_name("N")
      ->check(whole_number(1, 1000000))
      ->capture_default_str();
  command.add_flag("--per-run", options->with_runs, "Also write the outcomes of every run");
  add_output_options(command, *options);
  command.footer("Example:\n  tumen batch debt-only --runs 1000 --seed 7 --out results/many");
  command.callback([options, &session] { batch_command(*options, session); });
}

}  // namespace tumen::cli
