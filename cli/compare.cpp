// tumen compare: two settings of one scenario under the same luck.
#include "cli/commands.hpp"
#include "cli/compare_report.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/interrupt.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct CompareOptions : ScenarioOptions {
  std::vector<std::string> a, b;
  std::uint32_t runs = 1000;
  std::size_t most_findings = 12;
};

/// The scenario with the shared overrides and then those of one side.
LoadedScenario load_side(const CompareOptions& o, const std::vector<std::string>& side) {
  ScenarioOptions both = o;
  both.overrides.insert(both.overrides.end(), side.begin(), side.end());
  return load(both);
}

Comparison compare_with_progress(const ComparedSettings& settings, const CompareOptions& o,
                                 bool shows) {
  ProgressBar bar("runs", shows);
  return compare(settings.a.scenario, settings.b.scenario,
                 {o.seed, 0, o.runs, o.threads, o.in_double, isa_of(o)},
                 [&](std::size_t done, std::size_t of) {
                   bar.show(done, of);
                   return !InterruptGuard::is_interrupted();
                 });
}

std::filesystem::path folder_of(const CompareOptions& o, const std::string& scenario) {
  return o.out.empty()
             ? std::filesystem::path("results") / fmt::format("{}-{}-compare", scenario, o.seed)
             : std::filesystem::path(o.out);
}

void compare_command(const CompareOptions& o, Session& session) {
  if (o.a == o.b) {
    refuse_option("--a, --b", o.a.empty() ? "neither" : "the same on both sides",
                  "settings that differ, like --b rules.split_rule=shapley");
  }
  const auto started = std::chrono::system_clock::now();
  const auto clock = std::chrono::steady_clock::now();
  const LoadedScenario of_a = load_side(o, o.a);
  const LoadedScenario of_b = load_side(o, o.b);
  const ComparedSettings settings{{of_a.scenario, o.a}, {of_b.scenario, o.b}};
  const std::filesystem::path out = folder_of(o, of_b.scenario.name);
  const InterruptGuard guard;
  ResultDirectory directory(out, o.force);
  const Comparison result = compare_with_progress(settings, o, !session.is_quiet);
  const CompareReport report{settings, result, o.seed, o.most_findings};
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - clock;
  write_comparison(directory, settings, result,
                   {"compare",
                    session.command,
                    of_b.file.generic_string(),
                    o.overrides,
                    {o.seed, 0, 0, o.threads, o.in_double},
                    o.runs,
                    result.interrupted,
                    started,
                    passed.count(),
                    std::string(isa_name(isa_of(o)))},
                   compare_text(report, 100));
  if (session.is_json) {
    session.say(compare_json(report, out.generic_string()));
  } else {
    session.say(compare_text(report, page_width()));
    session.say(fmt::format("\nWritten to {}\n", out.generic_string()));
  }
  if (result.interrupted) {
    complain(fmt::format("interrupted; the finished pairs are in {}", out.generic_string()));
    session.exit_code = ExitCode::interrupted;
  }
}

void add_side(CLI::App& command, const char* name, std::vector<std::string>& side,
              const char* text) {
  command.add_option(name, side, text)
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

void add_compare(CLI::App& app, Session& session) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App& command =
      *app.add_subcommand("compare", "Compare two settings of a scenario under the same luck");
  add_scenario_options(command, *options);
  add_isa_option(command, *options);
  add_side(command, "--a", options->a, "What setting A changes; repeatable; none: nothing");
  add_side(command, "--b", options->b, "What setting B changes; repeatable; none: nothing");
  command.add_option("--runs", options->runs, "Number of pairs of runs")
      ->type_name("N")
      ->check(whole_number(2, 1000000))
      ->capture_default_str();
  command.add_option("--top", options->most_findings, "Print at most so many findings")
      ->type_name("N")
      ->check(whole_number(1, 100000))
      ->capture_default_str();
  add_output_options(command, *options);
  command.footer(
      "Example:\n"
      "  tumen compare debt-only --b rules.precedent=0.8 --runs 500\n"
      "  tumen compare permissive-world --a rules.split_rule=nash --b "
      "rules.split_rule=egalitarian\n"
      "A difference is that of B to A.");
  command.callback([options, &session] { compare_command(*options, session); });
}

}  // namespace tumen::cli
