// tumen decide: which policy, when nobody knows which scenario will come.
#include "cli/commands.hpp"
#include "cli/decide_report.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct DecideOptions {
  std::string table, policy, scenario;
  std::vector<std::string> outcomes, directions, thresholds;
  RuleSettings rules;
};

/// As many entries as there are outcomes: those given, or one for all of them.
void match_outcomes(std::vector<std::string>& list, std::size_t outcomes, const char* option) {
  if (list.size() > 1 && list.size() != outcomes) {
    refuse_option(option, fmt::format("{} values", list.size()),
                  fmt::format("one, or one for each of the {} outcomes", outcomes));
  }
  if (list.size() == 1) {
    list.resize(outcomes, list.front());
  }
}

/// A column has one part to play.
void check_columns(const DecideOptions& o) {
  std::vector<std::string> seen = {o.policy};
  std::vector<std::string> others = {o.scenario};
  others.insert(others.end(), o.outcomes.begin(), o.outcomes.end());
  for (const std::string& name : others) {
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      refuse_option("tumen decide", in_quotes(name) + " named twice",
                    "different columns for --policy, --scenario and --outcome");
    }
    seen.push_back(name);
  }
}

DecideReport report_of(DecideOptions& o) {
  check_columns(o);
  match_outcomes(o.directions, o.outcomes.size(), "--direction");
  match_outcomes(o.thresholds, o.outcomes.size(), "--satisfy");
  MixedReading reading{o.outcomes, {o.policy, o.scenario}, o.outcomes};
  reading.columns.push_back(o.policy);
  reading.columns.push_back(o.scenario);
  const MixedTable table = read_mixed_table(o.table, reading);
  DecideReport report{o.table, {}};
  for (std::size_t k = 0; k < o.outcomes.size(); ++k) {
    const bool is_min = !o.directions.empty() && o.directions[k] == "min";
    RuleSettings rules = o.rules;
    if (!o.thresholds.empty()) {
      rules.threshold = parse_target(o.thresholds[k], "--satisfy");
    }
    PayoffTable payoffs = payoffs_of(
        table, {o.policy, o.scenario, o.outcomes[k], is_min ? Direction::min : Direction::max});
    std::vector<RuleVerdict> verdicts = judge(payoffs, rules);
    report.outcomes.push_back({std::move(payoffs), std::move(verdicts)});
  }
  return report;
}

void decide_command(DecideOptions& o, const Session& session) {
  const DecideReport report = report_of(o);
  if (session.is_json) {
    session.say(decide_json(report));
  } else {
    session.say(decide_text(report, page_width()));
  }
}

CLI::Validator number_from(double low, double high) {
  return CLI::Validator(
      [low, high](std::string& text) {
        const std::optional<double> value = cell_number(text);
        return value && *value >= low && *value <= high
                   ? std::string()
                   : fmt::format("{}: allowed is a number from {} to {}", in_quotes(text), low,
                                 high);
      },
      "", "number");
}

void add_rule_options(CLI::App& command, DecideOptions& o) {
  command
      .add_option("--direction", o.directions,
                  "max or min: which end is good, for all outcomes or one each [max]")
      ->delimiter(',')
      ->check(CLI::IsMember({"max", "min"}))
      ->type_name("END,...");
  command
      .add_option("--satisfy", o.thresholds,
                  "What is good enough, for the rule of satisficing: \">=0.5\"")
      ->delimiter(',')
      ->type_name("BOUND,...");
  command.add_option("--optimism", o.rules.optimism, "Weight of the best scenario (Hurwicz) [0.5]")
      ->check(number_from(0, 1))
      ->type_name("A");
  command
      .add_option("--risk-weight", o.rules.risk_weight,
                  "Standard deviations taken off the mean (mean-variance) [1]")
      ->check(number_from(0, 1000))
      ->type_name("W");
}

}  // namespace

void add_decide(CLI::App& app, Session& session) {
  auto options = std::make_shared<DecideOptions>();
  DecideOptions& o = *options;
  CLI::App& command = *app.add_subcommand("decide", "Which policy holds up over scenarios");
  command.add_option("--table", o.table, "CSV file: one line a run, with a header")
      ->required()
      ->type_name("FILE");
  command.add_option("--policy", o.policy, "Column that names the policy")
      ->required()
      ->type_name("COLUMN");
  command.add_option("--scenario", o.scenario, "Column that names the scenario")
      ->required()
      ->type_name("COLUMN");
  command.add_option("--outcome", o.outcomes, "Columns of numbers to judge by")
      ->required()
      ->delimiter(',')
      ->type_name("COLUMN,...");
  add_rule_options(command, o);
  command.footer(
      "Examples:\n"
      "  tumen decide --table runs.csv --policy policy --scenario world --outcome gain\n"
      "  tumen decide --table runs.csv --policy policy --scenario world --outcome gain \\\n"
      "    --satisfy \">=100\"\n"
      "  tumen decide --table runs.csv --policy policy --scenario world --outcome gain,arrears \\\n"
      "    --direction max,min --json");
  command.callback([options, &session] { decide_command(*options, session); });
}

}  // namespace tumen::cli
