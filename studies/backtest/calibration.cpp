#include "studies/backtest/calibration.hpp"

#include "sim/csv.hpp"
#include "sim/document/nearest.hpp"
#include "studies/calibration/rejection.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

using Values = std::vector<std::vector<double>>;  // [run][outcome]

[[noreturn]] void refuse(const std::string& place, std::string found, std::string allowed,
                         std::string nearest = "") {
  Problems problems;
  problems.add(
      {{place, 0, 0}, "outcomes", std::move(found), std::move(allowed), std::move(nearest)});
  throw InputError(problems);
}

RecordTarget target_of(const Study& study, const HistoricalRecord& record,
                       const std::string& outcome) {
  std::vector<std::string> known;
  for (const RecordedTarget& target : record.targets) {
    if (target.outcome == outcome) {
      return {outcome, target.observed, target.error * target.error,
              target.discrepancy * target.discrepancy};
    }
    known.push_back(target.outcome);
  }
  refuse(study.name, "no target " + in_quotes(outcome) + " in " + record.name,
         "targets of the record", nearest_name(outcome, known));
}

void check_period(const Study& study, const Scenario& scenario, const HistoricalRecord& record) {
  if (scenario.model.year(scenario.model.ticks) > record.until + 1e-9) {
    refuse(study.name, fmt::format("runs to {}", scenario.model.year(scenario.model.ticks)),
           fmt::format("runs that end where the calibration ends, {} (set: ticks)", record.until));
  }
}

// Runs are [replicate][point]: mean and variance a point, the variance that of one run, as the
// record is one.
void add_point_statistics(const Values& values, std::size_t points, std::size_t outcome,
                          SimulatedOutcomes& out) {
  const std::size_t replicates = values.size() / points;
  std::vector<double> mean(points, 0.0);
  std::vector<double> variance(points, 0.0);
  for (std::size_t r = 0; r < values.size(); ++r) {
    mean[r % points] += values[r][outcome] / static_cast<double>(replicates);
  }
  for (std::size_t r = 0; r < values.size(); ++r) {
    const double d = values[r][outcome] - mean[r % points];
    variance[r % points] += d * d / static_cast<double>(std::max<std::size_t>(replicates - 1, 1));
  }
  out.mean.push_back(std::move(mean));
  out.variance.push_back(std::move(variance));
}

// The runs of the points that history matching left.
std::vector<std::size_t> runs_left(const HistoryMatch& match, const std::vector<ChosenRun>& runs,
                                   std::size_t points) {
  std::vector<char> is_left(points, 0);
  for (const std::size_t point : match.kept) {
    is_left[point] = 1;
  }
  std::vector<std::size_t> left;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    if (is_left[runs[r].point] != 0) {
      left.push_back(r);
    }
  }
  return left;
}

double mean_over(const Values& values, std::size_t outcome, const std::vector<std::size_t>& rows) {
  double sum = 0;
  for (const std::size_t r : rows) {
    sum += values[r][outcome];
  }
  return rows.empty() ? 0.0 : sum / static_cast<double>(rows.size());
}

// The places in `left` of the runs that are nearest to the record.
Rejection nearest_runs(const std::vector<RecordTarget>& targets, const Values& values,
                       const std::vector<std::size_t>& left, std::size_t keep) {
  SimulatedOutcomes own;
  for (std::size_t o = 0; o < targets.size(); ++o) {
    std::vector<double>& column = own.mean.emplace_back();
    for (const std::size_t r : left) {
      column.push_back(values[r][o]);
    }
  }
  RejectionSettings settings;
  settings.kept_share = std::min(1.0, static_cast<double>(keep) / static_cast<double>(left.size()));
  return reject(targets, own, settings);
}

std::vector<Identified> identified(const Points& points, const std::vector<ChosenRun>& runs,
                                   const std::vector<std::size_t>& kept) {
  std::vector<ParameterColumn> prior;
  for (std::size_t n = 0; n < points.paths.size(); ++n) {
    ParameterColumn& column = prior.emplace_back();
    column.name = points.paths[n];
    for (const ChosenRun& run : runs) {
      column.values.push_back(points.columns[n][run.point]);
    }
  }
  return identify(prior, kept);
}

}  // namespace

Calibration calibrate(const Study& study, const Scenario& scenario, const HistoricalRecord& record,
                      const CalibrationSettings& settings) {
  return calibrate(study, scenario, study_plan(study, scenario).points, record, settings);
}

Calibration calibrate(const Study& study, const Scenario& scenario,
                      std::shared_ptr<const Points> points, const HistoricalRecord& record,
                      const CalibrationSettings& settings) {
  check_period(study, scenario, record);
  std::vector<RecordTarget> targets;
  std::vector<Outcome> outcomes;
  for (const std::string& name : study.outcomes) {
    targets.push_back(target_of(study, record, name));
    outcomes.push_back(find_outcome(scenario, name));
  }
  Calibration c;
  c.points = std::move(points);
  c.seed = study.seed;
  const std::vector<ChosenRun> runs = all_runs(*c.points);
  const Values values = run_chosen(scenario, *c.points, runs, outcomes,
                                   {study.seed, settings.batch, settings.progress});
  if (values.empty()) {
    return c;
  }
  c.runs = runs.size();
  SimulatedOutcomes simulated;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    add_point_statistics(values, c.points->count(), o, simulated);
  }
  HistorySettings history = settings.history;
  c.match = match_history(targets, simulated, history);
  while (c.match.kept.empty() && settings.may_relax && history.nth_worst < targets.size()) {
    ++history.nth_worst;
    c.match = match_history(targets, simulated, history);
  }
  c.nth_worst = history.nth_worst;
  const std::vector<std::size_t> left = runs_left(c.match, runs, c.points->count());
  if (left.empty()) {
    refuse(study.name, "no point is left by history matching",
           "a larger cut-off, discrepancy or number of targets that may fail");
  }
  const Rejection nearest = nearest_runs(targets, values, left, settings.keep);
  std::vector<std::size_t> kept;
  for (const std::size_t place : nearest.kept) {
    c.kept.push_back({runs[left[place]], nearest.distance[place]});
    kept.push_back(left[place]);
  }
  std::vector<std::size_t> all(runs.size());
  for (std::size_t r = 0; r < all.size(); ++r) {
    all[r] = r;
  }
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    c.targets.push_back({targets[o], mean_over(values, o, all), mean_over(values, o, left),
                         mean_over(values, o, kept)});
  }
  c.parameters = identified(*c.points, runs, kept);
  return c;
}

std::string kept_csv(const Calibration& c) {
  std::string text = "point,run,distance";
  for (const std::string& path : c.points->paths) {
    text += "," + path;
  }
  text += "\n";
  for (const KeptRun& kept : c.kept) {
    text += fmt::format("{},{},{}", kept.run.point, kept.run.run, exact_text(kept.distance));
    for (const std::vector<double>& column : c.points->columns) {
      text += "," + exact_text(column[kept.run.point]);
    }
    text += "\n";
  }
  return text;
}

std::string targets_csv(const Calibration& c) {
  std::string text = "outcome,observed,prior_mean,matched_mean,kept_mean,points_ruled_out\n";
  for (std::size_t o = 0; o < c.targets.size(); ++o) {
    const TargetFit& fit = c.targets[o];
    text += fmt::format("{},{},{},{},{},{}\n", fit.target.name, exact_text(fit.target.observed),
                        exact_text(fit.prior_mean), exact_text(fit.matched_mean),
                        exact_text(fit.kept_mean), c.match.ruled_out_by[o]);
  }
  return text;
}

std::string parameters_csv(const Calibration& c) {
  std::string text =
      "parameter,prior_05,prior_50,prior_95,posterior_05,posterior_50,posterior_95,contraction,p,"
      "is_constrained\n";
  for (const Identified& p : c.parameters) {
    text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", p.name, exact_text(p.prior_low),
                        exact_text(p.prior_median), exact_text(p.prior_high),
                        exact_text(p.posterior_low), exact_text(p.posterior_median),
                        exact_text(p.posterior_high), exact_text(p.contraction), exact_text(p.p),
                        p.is_constrained ? 1 : 0);
  }
  return text;
}

}  // namespace tumen
