// tumen seal: a forecast with its rubric, put where it cannot be changed unseen.
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/batch/durable_file.hpp"
#include "sim/interrupt.hpp"
#include "sim/json_reader.hpp"
#include "sim/text_table.hpp"
#include "sim/version.hpp"
#include "sim/wording.hpp"
#include "studies/seal/forecast.hpp"
#include "studies/seal/ledger.hpp"
#include "studies/seal/sha256.hpp"

#include <ctime>
#include <memory>

#include <fmt/chrono.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

struct SealOptions {
  std::string study;
  std::string ledger = "forecasts/ledger.jsonl";
  int threads = 0;
};

void check_new(const fs::path& ledger, const Study& study) {
  for (const LedgerEntry& entry : read_ledger(ledger)) {
    if (text_at(entry.content, "study") == study.name) {
      refuse_option(ledger.generic_string(),
                    fmt::format("{} on line {}", in_quotes(study.name), entry.line),
                    "a study is sealed once; a new forecast gets a new name");
    }
  }
}

JsonObject entry_of(const Study& study, const Scenario& scenario, const ForecastRun& run) {
  return {{"schema", 1},
          {"study", study.name},
          {"title", study.title},
          {"sealed", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)))},
          {"version", fmt::format("{} ({})", version(), git_description())},
          {"scenario", scenario.name},
          {"scenario_sha256", sha256(scenario.config_text)},
          {"study_sha256", sha256(study.text)},
          {"design_sha256", sha256(run.plan.points->text)},
          {"seed", study.seed},
          {"points", run.plan.points->count()},
          {"replicates", study.replicates},
          {"quantile_levels", JsonArray{0.05, 0.25, 0.5, 0.75, 0.95}},
          {"forecasts", forecasts_json(study, run)}};
}

std::string told(const JsonObject& entry, std::size_t width) {
  TextTable table({{"forecast"}, {"question"}, {"mean", TextTable::Align::right}, {"resolves"}});
  for (const Json& forecast : entry.at("forecasts").as_array()) {
    const JsonObject& f = forecast.as_object();
    const Json& mean = f.at("mean");
    table.add({text_at(f, "id"), text_at(f, "question"),
               mean.is_null() ? "-" : rounded(mean.to_number<double>()), text_at(f, "resolves")});
  }
  return table.text(width);
}

void seal_command(const SealOptions& o, Session& session) {
  const Study study = read_study(o.study);
  check_new(o.ledger, study);
  ScenarioOptions options;
  options.scenario = study.scenario;
  options.overrides = study.overrides;
  const Scenario scenario = load(options).scenario;

  const InterruptGuard guard;
  ProgressBar bar("runs", !session.is_quiet);
  const ForecastRun run = run_forecasts(study, scenario, {o.threads}, [&](auto done, auto of) {
    bar.show(done, of);
    return !InterruptGuard::is_interrupted();
  });
  if (run.counts.runs.size() < run.plan.runs) {
    complain("interrupted; nothing is sealed");
    session.exit_code = ExitCode::interrupted;
    return;
  }
  const JsonObject entry = entry_of(study, scenario, run);
  const fs::path folder = fs::path(o.ledger).parent_path() / study.name;
  fs::create_directories(folder);
  replace_file(folder / "study.yaml", study.text);
  replace_file(folder / "scenario.yaml", scenario.config_text);
  append_to_ledger(o.ledger, entry);
  if (session.is_json) {
    session.say(Json(entry));
  } else {
    session.say(told(entry, page_width()));
    session.say(fmt::format("\nSealed in {}, inputs in {}; check it with\n  tumen verify {}\n",
                            o.ledger, folder.generic_string(), o.ledger));
  }
}

}  // namespace

void add_seal(CLI::App& app, Session& session) {
  auto options = std::make_shared<SealOptions>();
  CLI::App& command = *app.add_subcommand("seal", "Put forecasts into an append-only ledger");
  command.add_option("STUDY", options->study, "The file of a study with forecasts (YAML)")
      ->required();
  command.add_option("--ledger", options->ledger, "The ledger; inputs go to folders beside it")
      ->type_name("FILE")
      ->capture_default_str();
  command.add_option("--threads", options->threads, "Threads to use, 0 for all [0]")
      ->type_name("N")
      ->check(whole_number(0, 4096));
  command.footer("Example:\n  tumen seal configs/studies/outlook-2030.yaml");
  command.callback([options, &session] { seal_command(*options, session); });
}

}  // namespace tumen::cli
