// tumen backtest: does the model know anything that five simple baselines do not?
#include "studies/backtest/backtest.hpp"

#include "cli/backtest_options.hpp"
#include "cli/commands.hpp"
#include "sim/document/load.hpp"
#include "sim/interrupt.hpp"
#include "sim/json_reader.hpp"
#include "sim/result_directory.hpp"
#include "studies/backtest/backtest_tables.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

struct BacktestCommand : BacktestOptions {
  std::string study = "calibration-1990-2007";
  std::string lock = "lock-1990-2007.json";
};

fs::path output_of(const BacktestCommand& o) {
  return o.out.empty() ? fs::path("results") / "backtest" : fs::path(o.out);
}

// The lock's entries against those of the calibration just made; none where no lock was asked for.
std::vector<LockCheck> check_lock(const BacktestCommand& o, const Study& study,
                                  const HistoricalRecord& record, const Calibration& calibration) {
  if (o.lock == "none") {
    return {};
  }
  const Scenario past = load_named(study.scenario, study.overrides);
  Problems problems;
  const std::string text = read_text_file(find_config("--lock", o.lock, "record"), problems, {});
  problems.throw_if_any();
  JsonObject written;
  try {
    written = parse_json_object(text);
  } catch (const JsonError& e) {
    refuse_option("--lock", e.what(), "a lock as tumen calibrate writes it");
  }
  return compare_locks(written, lock_of(study, past, record, calibration, o.settings));
}

void backtest_command(BacktestCommand& o, Session& session) {
  const Study study = read_study(find_config("--study", o.study, "studies"));
  const HistoricalRecord record = load_record(o);
  check_result_directory(output_of(o), o.force);
  const InterruptGuard guard;
  BacktestSettings settings;
  o.settings.batch.threads = o.threads;
  o.settings.progress = [](auto, auto) { return !InterruptGuard::is_interrupted(); };
  settings.calibration = o.settings;
  settings.load = load_named;
  settings.stage = [&session](const std::string& what) {
    if (!session.is_quiet && !session.is_json) {
      fmt::print(stderr, "{} ...\n", what);
    }
    return !InterruptGuard::is_interrupted();
  };
  const Backtest result = backtest(study, record, settings);
  if (!result.is_complete) {
    complain("interrupted; nothing is written");
    session.exit_code = ExitCode::interrupted;
    return;
  }
  const std::vector<LockCheck> lock = check_lock(o, study, record, result.calibration);
  const JsonObject json = backtest_json(result, lock);
  ResultDirectory out(output_of(o), o.force);
  for (const auto& [name, text] : backtest_files(result)) {
    out.write(name, text);
  }
  out.write("page.html", backtest_page(result, record, lock));
  out.write("backtest.txt", backtest_text(result, lock, 100));
  out.write("manifest.json", json_text(json));
  out.commit();
  if (session.is_json) {
    session.say(Json(json));
  } else {
    session.say(backtest_text(result, lock, page_width()));
    session.say(
        fmt::format("\nTables, pictures and page.html are in {}\n", output_of(o).generic_string()));
  }
  const bool holds = std::all_of(lock.begin(), lock.end(), [](const auto& c) { return c.holds; });
  session.exit_code = holds ? ExitCode::ok : ExitCode::bad_input;
}

}  // namespace

void add_backtest(CLI::App& app, Session& session) {
  auto options = std::make_shared<BacktestCommand>();
  BacktestCommand& o = *options;
  CLI::App& command = *app.add_subcommand(
      "backtest", "Calibrate on the past, forecast what came, score it beside baselines");
  command.add_option("STUDY", o.study, "A study for tumen calibrate: a file or a name")
      ->capture_default_str();
  add_calibration_options(command, o);
  command.add_option("--lock", o.lock, "Lock of the calibration: a file or a name, or none")
      ->type_name("FILE")
      ->capture_default_str();
  command.footer("Examples:\n  tumen backtest\n  tumen backtest my-study.yaml --lock none");
  command.callback([options, &session] { backtest_command(*options, session); });
}

}  // namespace tumen::cli
