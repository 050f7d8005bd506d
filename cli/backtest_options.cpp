#include "cli/backtest_options.hpp"

#include "cli/session.hpp"
#include "sim/scenario/sources.hpp"

namespace tumen::cli {
namespace fs = std::filesystem;

void add_calibration_options(CLI::App& command, BacktestOptions& o) {
  command.add_option("--record", o.record, "What happened: a file, or a name in configs/record")
      ->type_name("RECORD")
      ->capture_default_str();
  command.add_option("--threads", o.threads, "Threads to use, 0 for all [0]")
      ->type_name("N")
      ->check(whole_number(0, 4096));
  command.add_option("--keep", o.settings.keep, "Runs to keep [400]")
      ->check(whole_number(10, 1'000'000))
      ->type_name("N");
  command
      .add_option("--cutoff", o.settings.history.cutoff,
                  "Implausibility above which a target rules a point out [3]")
      ->check(CLI::PositiveNumber)
      ->type_name("I");
  command
      .add_option("--failing", o.settings.history.nth_worst,
                  "The target, from the worst one, that must be below it [4]")
      ->check(whole_number(1, 1000))
      ->type_name("N");
  command.add_option("--out", o.out, "Folder for the result")->type_name("DIR");
  command.add_flag("--force", o.force, "Replace a result that is there");
}

fs::path find_config(const std::string& option, const std::string& name,
                     const std::string& folder) {
  if (fs::exists(name)) {
    return name;
  }
  for (const fs::path& root : config_roots()) {
    for (const fs::path& file : {root / folder / name, root / folder / (name + ".yaml")}) {
      if (fs::exists(file)) {
        return file;
      }
    }
  }
  refuse_option(option, "no file " + name, "a path, or a name in configs/" + folder);
}

HistoricalRecord load_record(const BacktestOptions& o) {
  Problems problems;
  const Provenance sources = load_all_sources(config_roots(), problems);
  problems.throw_if_any();
  return read_record(find_config("--record", o.record, "record"), sources);
}

Scenario load_named(const std::string& name, const std::vector<std::string>& overrides) {
  ScenarioOptions options;
  options.scenario = name;
  options.overrides = overrides;
  return load(options).scenario;
}

}  // namespace tumen::cli
