// tumen explain: why a deal came or did not come about at one tick.
#include "cli/commands.hpp"
#include "cli/explain_report.hpp"
#include "cli/recorded_run.hpp"
#include "cli/scenario_options.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"
#include "sim/scenario/tree.hpp"

#include <cmath>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct ExplainOptions : ScenarioOptions {
  std::string deal;
  std::string agent;
  double tick = -1;  ///< a tick, or a calendar year; negative = the telling one
  std::uint32_t replicate = 0;
};

/// Calendar years and ticks do not overlap: no scenario has this many ticks.
constexpr double first_year = 1800;

/// Packages that are deals of this instrument.
std::vector<std::string> packages_of(const Scenario& s, const std::string& instrument) {
  Problems ignored;
  const Node root = parse_document(s.config_text, s.name, ignored);
  std::vector<std::string> found;
  for (const std::string& package : s.names.packages) {
    const Node* node = find_path(root, {"packages", package, "instrument"});
    if (node != nullptr && node->text() == instrument) {
      found.push_back(package);
    }
  }
  return found;
}

/// The package of that name, or the one deal of the instrument of that name.
Id find_deal(const Scenario& s, const std::string& deal) {
  const Id package = find_name(s.names.packages, deal);
  if (package != no_id) {
    return package;
  }
  const std::vector<std::string> deals = packages_of(s, deal);
  if (deals.size() != 1) {
    refuse_option("--deal", in_quotes(deal), join_names(deals.empty() ? s.names.packages : deals),
                  nearest_name(deal, s.names.packages));
  }
  return find_name(s.names.packages, deals.front());
}

Id find_agent(const Scenario& s, const std::string& agent) {
  const Id country = agent.empty() ? no_id : find_name(s.names.countries, agent);
  if (!agent.empty() && country == no_id) {
    refuse_option("--agent", in_quotes(agent), join_names(s.names.countries),
                  nearest_name(agent, s.names.countries));
  }
  return country;
}

Id find_tick(const Scenario& s, const RunSettings& settings, const ExplainOptions& o, Id package) {
  if (o.tick < 0) {
    return telling_tick(s, run(s, settings), package);
  }
  const double tick =
      o.tick < first_year ? o.tick : std::floor((o.tick - s.model.start_year) / s.model.dt + 1e-9);
  if (tick < 0 || tick >= s.model.ticks) {
    refuse_option(
        "--tick", fmt::format("{}", o.tick),
        fmt::format("0 to {}, or a year from {} on", s.model.ticks - 1, s.model.start_year));
  }
  return static_cast<Id>(tick);
}

void explain_command(ExplainOptions o, const Session& session) {
  RunSettings settings{o.seed, o.replicate, 0, o.threads, o.in_double};
  if (is_run_directory(o.scenario)) {
    const RecordedRun recorded = read_recorded_run(o.scenario);
    settings = recorded.settings;
    o.scenario = recorded.scenario_file;
    o.overrides.insert(o.overrides.begin(), recorded.overrides.begin(), recorded.overrides.end());
  }
  const LoadedScenario loaded = load(o);
  const Scenario& s = loaded.scenario;
  const Id package = find_deal(s, o.deal);
  const Id agent = find_agent(s, o.agent);
  const Explanation e = explain(s, settings, package, find_tick(s, settings, o, package));
  if (session.is_json) {
    session.say(explain_json(s, e, agent));
  } else {
    session.say(explain_text(s, e, agent, page_width()));
  }
}

}  // namespace

void add_explain(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App& command =
      *app.add_subcommand("explain", "Say why a deal was accepted, refused or blocked");
  add_scenario_options(command, *options);
  command.get_option("SCENARIO")->description("Folder of a run, or a scenario to run");
  command.add_option("--deal", options->deal, "Package, or instrument of which there is one")
      ->type_name("ID")
      ->required();
  command.add_option("--tick", options->tick, "Tick or calendar year [the most telling one]")
      ->type_name("T")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--agent", options->agent, "Only what this country made of it")
      ->type_name("ISO3");
  command.add_option("--run", options->replicate, "Run N of a batch with this seed")
      ->type_name("N")
      ->check(whole_number(0, 4294967295));
  command.footer(
      "Example:\n  tumen explain debt-only --seed 7 --deal debt_write_off --tick 2011.5");
  command.callback([options, &session] { explain_command(*options, session); });
}

}  // namespace tumen::cli
