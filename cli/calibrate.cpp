// tumen calibrate: which runs of a study go as the record went, put under lock.
#include "cli/backtest_options.hpp"
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "sim/interrupt.hpp"
#include "sim/result_directory.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"
#include "studies/backtest/lock.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

struct CalibrateOptions : BacktestOptions {
  std::string study;
};

std::string targets_text(const Calibration& c, std::size_t width) {
  using Align = TextTable::Align;
  TextTable table({{"target"},
                   {"record", Align::right},
                   {"all runs", Align::right},
                   {"points left", Align::right},
                   {"kept", Align::right},
                   {"rules out", Align::right}});
  for (std::size_t o = 0; o < c.targets.size(); ++o) {
    const TargetFit& fit = c.targets[o];
    table.add({fit.target.name, rounded(fit.target.observed), rounded(fit.prior_mean),
               rounded(fit.matched_mean), rounded(fit.kept_mean),
               fmt::format("{}", c.match.ruled_out_by[o])});
  }
  return table.text(width);
}

std::string parameters_text(const Calibration& c, std::size_t width) {
  using Align = TextTable::Align;
  TextTable table({{"parameter"},
                   {"before", Align::right},
                   {"after", Align::right},
                   {"learned", Align::right},
                   {"p", Align::right},
                   {""}});
  for (const Identified& p : c.parameters) {
    table.add({p.name, fmt::format("{} to {}", rounded(p.prior_low), rounded(p.prior_high)),
               fmt::format("{} to {}", rounded(p.posterior_low), rounded(p.posterior_high)),
               fmt::format("{:.0f} %", 100 * p.contraction), rounded(p.p),
               p.is_constrained ? "" : "not constrained by the record"});
  }
  return table.text(width);
}

std::string told(const Calibration& c, std::size_t width) {
  return fmt::format(
             "{} runs of {} points; {} points ({:.0f} %) are not ruled out; of their runs the {} "
             "nearest to the record are kept, at a distance of at most {}.\n\n",
             c.runs, c.points->count(), c.match.kept.size(), 100 * c.match.kept_share,
             c.kept.size(), rounded(c.kept.back().distance)) +
         targets_text(c, width) +
         "\nParameters: 5 to 95 % before and after; learned = share of the variance that is "
         "gone\n" +
         parameters_text(c, width);
}

JsonObject as_json(const Calibration& c, const JsonObject& lock) {
  JsonArray targets;
  for (const TargetFit& fit : c.targets) {
    targets.push_back(JsonObject{{"outcome", fit.target.name},
                                 {"observed", fit.target.observed},
                                 {"prior_mean", fit.prior_mean},
                                 {"matched_mean", fit.matched_mean},
                                 {"kept_mean", fit.kept_mean}});
  }
  JsonArray parameters;
  for (const Identified& p : c.parameters) {
    parameters.push_back(
        JsonObject{{"path", p.name},
                   {"prior", JsonArray{p.prior_low, p.prior_median, p.prior_high}},
                   {"posterior", JsonArray{p.posterior_low, p.posterior_median, p.posterior_high}},
                   {"contraction", json_number(p.contraction)},
                   {"p", p.p},
                   {"is_constrained", p.is_constrained}});
  }
  return {{"runs", c.runs},
          {"points", c.points->count()},
          {"points_left", c.match.kept.size()},
          {"kept", c.kept.size()},
          {"targets", std::move(targets)},
          {"parameters", std::move(parameters)},
          {"lock", lock}};
}

void write(const CalibrateOptions& o, const Study& study, const Calibration& c,
           const JsonObject& lock) {
  const fs::path folder = o.out.empty() ? fs::path("results") / study.name : fs::path(o.out);
  ResultDirectory out(folder, o.force);
  out.write("study.yaml", study.text);
  out.write("runs.csv", kept_csv(c));
  out.write("targets.csv", targets_csv(c));
  out.write("parameters.csv", parameters_csv(c));
  out.write("manifest.json", json_text(lock));
  out.commit();
}

void calibrate_command(CalibrateOptions& o, Session& session) {
  const Study study = read_study(o.study);
  const HistoricalRecord record = load_record(o);
  const Scenario scenario = load_named(study.scenario, study.overrides);
  if (!o.out.empty() || !o.force) {
    check_result_directory(o.out.empty() ? fs::path("results") / study.name : fs::path(o.out),
                           o.force);
  }
  const InterruptGuard guard;
  ProgressBar bar("blocks of runs", !session.is_quiet);
  o.settings.batch.threads = o.threads;
  o.settings.progress = [&](auto done, auto of) {
    bar.show(done, of);
    return !InterruptGuard::is_interrupted();
  };
  const Calibration c = calibrate(study, scenario, record, o.settings);
  if (c.kept.empty()) {
    complain("interrupted; nothing is written");
    session.exit_code = ExitCode::interrupted;
    return;
  }
  const JsonObject lock = lock_of(study, scenario, record, c, o.settings);
  write(o, study, c, lock);
  if (session.is_json) {
    session.say(Json(as_json(c, lock)));
  } else {
    session.say(told(c, page_width()));
  }
}

}  // namespace

void add_calibrate(CLI::App& app, Session& session) {
  auto options = std::make_shared<CalibrateOptions>();
  CalibrateOptions& o = *options;
  CLI::App& command =
      *app.add_subcommand("calibrate", "Keep the runs of a study that go as the record went");
  command.add_option("STUDY", o.study, "The file of a study whose outcomes are targets (YAML)")
      ->required();
  add_calibration_options(command, o);
  command.footer("Example:\n  tumen calibrate configs/studies/calibration-1990-2007.yaml");
  command.callback([options, &session] { calibrate_command(*options, session); });
}

}  // namespace tumen::cli
