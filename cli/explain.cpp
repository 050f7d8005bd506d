// tumen explain: why a deal came or did not come about at one tick.
#include "cli/commands.hpp"
#include "cli/explain_report.hpp"
#include "cli/page_file.hpp"
#include "cli/progress_bar.hpp"
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

constexpr std::string_view best_failed_name = "best-failed";

struct ExplainOptions : ScenarioOptions {
  std::string deal = std::string(best_failed_name);
  std::string agent;
  double tick = -1;  ///< a tick, or a calendar year; negative = the telling one
  std::uint32_t replicate = 0;
  std::vector<std::string> levers;
  bool all_flips = false;
  bool without_flips = false;
  std::string page;  ///< file of the HTML page, empty = none
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
    refuse_option("--deal", in_quotes(deal),
                  "best-failed, " + join_names(deals.empty() ? s.names.packages : deals),
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

/// The tick asked for, or a negative number.
Id tick_asked_for(const Scenario& s, const ExplainOptions& o) {
  if (o.tick < 0) {
    return -1;
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

/// The deal and tick to explain.
FlipQuestion find_question(const Scenario& s, const RunSettings& settings,
                           const ExplainOptions& o) {
  const Id tick = tick_asked_for(s, o);
  if (o.deal == best_failed_name) {
    const auto failed = best_failed(s, run(s, settings), tick);
    if (!failed) {
      refuse_option("--deal", "every deal of this run entered into force",
                    join_names(s.names.packages));
    }
    return {failed->package, failed->tick, o.levers};
  }
  const Id package = find_deal(s, o.deal);
  return {package, tick < 0 ? telling_tick(s, run(s, settings), package) : tick, o.levers};
}

Flips find_with_progress(const Scenario& s, const RunSettings& settings, const FlipQuestion& q,
                         bool shows) {
  ProgressBar bar("levers", shows);
  return find_flips(s, settings, q, [&](std::size_t done, std::size_t of) {
    bar.show(done, of);
    return true;
  });
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
  const Id agent = find_agent(s, o.agent);
  check_page_file(o.page, o.force);
  const FlipQuestion question = find_question(s, settings, o);
  const Explanation e = explain(s, settings, question.package, question.tick);
  const Flips flips =
      o.without_flips ? Flips{} : find_with_progress(s, settings, question, !session.is_quiet);
  const Explained explained{
      s, e, o.without_flips ? nullptr : &flips, settings.seed, settings.run, agent, o.all_flips};
  if (session.is_json) {
    session.say(explain_json(explained));
  } else {
    session.say(explain_text(explained, page_width()));
  }
  if (!o.page.empty()) {
    write_page_file(o.page, explain_page(explained));
    session.say(session.is_json ? "" : fmt::format("\nWritten to {}\n", o.page));
  }
}

}  // namespace

void add_explain(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App& command =
      *app.add_subcommand("explain", "Say why a deal was accepted, refused or blocked");
  add_scenario_options(command, *options);
  command.get_option("SCENARIO")->description("Folder of a run, or a scenario to run");
  command
      .add_option("--deal", options->deal,
                  "Package, instrument of which there is one, or best-failed: the most valuable "
                  "deal that failed")
      ->type_name("ID")
      ->capture_default_str();
  command.add_option("--tick", options->tick, "Tick or calendar year [the most telling one]")
      ->type_name("T")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--agent", options->agent, "Only what this country made of it")
      ->type_name("ISO3");
  command.add_option("--run", options->replicate, "Run N of a batch with this seed")
      ->type_name("N")
      ->check(whole_number(0, 4294967295));
  command
      .add_option("--lever", options->levers, "Look for flips among these paths; * for any text")
      ->type_name("PATH")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_flag("--all-flips", options->all_flips, "Print every flip, not the nearest alone");
  command.add_flag("--no-flips", options->without_flips, "Do not look for flips");
  command.add_option("--html", options->page, "Also write a page with waterfalls and flips")
      ->type_name("FILE");
  command.add_flag("--force", options->force, "Replace an existing page");
  command.footer(
      "Example:\n  tumen explain debt-only --seed 7 --deal debt_write_off --tick 2011.5\n"
      "  tumen explain debt-for-pipeline-2011 --html failed.html\n"
      "  tumen explain hindcast-1990-2024 --deal gas_line --lever 'state.*' --lever 'rules.*'");
  command.callback([options, &session] { explain_command(*options, session); });
}

}  // namespace tumen::cli
