// tumen sensitivity: which factors of a design an outcome depends on.
#include "cli/commands.hpp"
#include "cli/page_file.hpp"
#include "cli/scenario_options.hpp"
#include "cli/sensitivity_report.hpp"
#include "sim/table.hpp"
#include "studies/sensitivity/bars.hpp"
#include "studies/sensitivity/series.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct SensitivityOptions {
  std::string design, outcomes, outcome, csv, svg;
  std::string interval = "auto";
  bool allows_missing = false;
  bool force = false;
  AnalysisSettings settings;
};

AnalysisSettings settings_of(const SensitivityOptions& o) {
  AnalysisSettings settings = o.settings;
  if (o.interval == "bootstrap") {
    settings.interval = IntervalKind::bootstrap;
  } else if (o.interval == "scrambles") {
    settings.interval = IntervalKind::scrambles;
  } else if (o.interval != "auto") {
    refuse_option("--interval", in_quotes(o.interval), "auto, bootstrap, scrambles");
  }
  if (!(settings.level >= 0.5 && settings.level <= 0.999)) {
    refuse_option("--level", fmt::format("{}", settings.level), "from 0.5 to 0.999");
  }
  return settings;
}

std::vector<DesignOutcome> read_outcomes(const SensitivityOptions& o, std::size_t runs) {
  const DataTable table =
      read_table(o.outcomes, o.allows_missing ? Missing::masked : Missing::refused);
  std::vector<DesignOutcome> all = outcomes_by_line(table, runs);
  std::vector<DesignOutcome> series;  // the columns NAME@TIME of a NAME that is no column
  for (const DesignOutcome& outcome : all) {
    if (outcome.name == o.outcome) {
      series.clear();
      break;
    }
    if (outcome.name.starts_with(o.outcome + "@")) {
      series.push_back(outcome);
    }
  }
  return series.size() >= least_times ? series
                                      : choose_outcome(std::move(all), o.outcome, o.outcomes);
}

void write_pictures(const SensitivityOptions& o, const SensitivityReport& report) {
  const std::vector<std::string> names = analysed_names(report.design);
  if (!o.csv.empty()) {
    write_page_file(o.csv, index_csv(report.outcomes, names));
  }
  if (!o.svg.empty()) {
    const std::vector<OutcomeSeries> series = series_of(report.outcomes);
    write_page_file(
        o.svg, svg_file(series.empty()
                            ? index_bars(report.outcomes.front(), names)
                            : series_svg(series.front(),
                                         indices_over_time(series.front(), report.outcomes, names),
                                         names)));
  }
}

void sensitivity_command(const SensitivityOptions& o, Session& session) {
  const AnalysisSettings settings = settings_of(o);
  check_page_file(o.csv, o.force, "--csv");
  check_page_file(o.svg, o.force, "--svg");
  const AnalysedDesign design = read_design(o.design);
  SensitivityReport report{o.design, o.outcomes, design, settings, {}};
  const std::vector<DesignOutcome> outcomes = read_outcomes(o, design.runs);
  for (const DesignOutcome& outcome : outcomes) {
    report.outcomes.push_back(analyse(design, outcome, settings));
  }
  const std::vector<OutcomeSeries> series = series_of(report.outcomes);
  const bool is_series = series.size() == 1 && series.front().members.size() == outcomes.size();
  if (!o.svg.empty() && outcomes.size() > 1 && !is_series) {
    refuse_option("--svg", fmt::format("{} outcomes", outcomes.size()),
                  "one picture is of one outcome: add --outcome NAME");
  }
  write_pictures(o, report);
  if (session.is_json) {
    session.say(sensitivity_json(report));
  } else {
    session.say(sensitivity_text(report, page_width()));
  }
}

void add_analysis_options(CLI::App& command, SensitivityOptions& o) {
  command
      .add_option("--interval", o.interval,
                  "Intervals of Sobol' indices: scrambles (Student's t), bootstrap, or auto")
      ->type_name("KIND")
      ->capture_default_str();
  command.add_option("--level", o.settings.level, "Level of the intervals")
      ->type_name("P")
      ->capture_default_str();
  command.add_option("--resamples", o.settings.resamples, "Resamples of the bootstrap [1000]")
      ->type_name("N")
      ->check(whole_number(100, 1'000'000));
  command.add_option("--seed", o.settings.seed, "Seed of the bootstrap [1]")
      ->type_name("N")
      ->check(whole_number(0, std::uint64_t{1} << 63U));
  command.add_option("--threads", o.settings.threads, "Threads to use, 0 for all [0]")
      ->type_name("N")
      ->check(whole_number(0, 4096));
  command.add_flag("--common-seeds", o.settings.has_common_seeds,
                   "Replicate k has the same seed at all points: seed noise is not taken out");
  command.add_flag("--allow-missing", o.allows_missing,
                   "Empty cells are failed runs; what needs them is left out");
}

}  // namespace

void add_sensitivity(CLI::App& app, Session& session) {
  auto options = std::make_shared<SensitivityOptions>();
  SensitivityOptions& o = *options;
  CLI::App& command =
      *app.add_subcommand("sensitivity", "Which factors of a design an outcome depends on");
  command.add_option("--design", o.design, "The table that tumen design wrote, or any table")
      ->type_name("FILE")
      ->required();
  command
      .add_option("--outcomes", o.outcomes,
                  "A column an outcome, line k for line k of the design; columns point and "
                  "replicate where there are several runs a line")
      ->type_name("FILE")
      ->required();
  command.add_option("--outcome", o.outcome, "Only this column, or the columns NAME@TIME [all]")
      ->type_name("NAME");
  add_analysis_options(command, o);
  command.add_option("--csv", o.csv, "Write all indices as a table")->type_name("FILE");
  command
      .add_option("--svg", o.svg,
                  "Write a picture: bars with intervals; of columns NAME@TIME lines over time")
      ->type_name("FILE");
  command.add_flag("--force", o.force, "Replace files that exist");
  command.footer(
      "saltelli designs give S1, ST (and S2), morris designs elementary effects, one-at-a-time\n"
      "designs swings; all others regression, rank correlation and S1 from bins.\n"
      "Example:\n"
      "  tumen design saltelli --factors \"x1:uniform:0:1,x2:uniform:0:1\" --n 1024 --out D.csv\n"
      "  (run the model on every line of D.csv and write Y.csv)\n"
      "  tumen sensitivity --design D.csv --outcomes Y.csv\n"
      "  tumen sensitivity --design D.csv --outcomes Y.csv --outcome cost --svg cost.svg --json");
  command.callback([options, &session] { sensitivity_command(*options, session); });
}

}  // namespace tumen::cli
