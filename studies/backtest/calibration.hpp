#pragma once
// Calibration on a record, in two steps. History matching rules out points whose outcomes are
// further from the record than chance in the model, errors of the record and a discrepancy allow;
// approximate Bayesian computation then keeps, of the runs of the points that are left, those whose
// own history is nearest to the record. What is kept is a set of runs, each with its numbers and
// its luck: futures that begin as the past went.
#include "studies/backtest/futures.hpp"
#include "studies/backtest/record.hpp"
#include "studies/calibration/history_matching.hpp"
#include "studies/calibration/identifiability.hpp"
#include "studies/study.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tumen {

struct KeptRun {
  ChosenRun run;
  double distance = 0;  ///< from the record, as in reject()
};

struct CalibrationSettings {
  std::size_t keep = 400;  ///< runs
  HistorySettings history = {.cutoff = 3, .nth_worst = 4};
  /// Where no point is left, let one target more fail until one is.
  bool may_relax = false;
  BatchSettings batch = {};
  Progress progress = {};
};

struct TargetFit {
  RecordTarget target;
  double prior_mean = 0;    ///< over all runs
  double matched_mean = 0;  ///< over runs of the points that are left
  double kept_mean = 0;     ///< over the runs that are kept
};

struct Calibration {
  std::shared_ptr<const Points> points;
  std::uint64_t seed = 1;
  std::size_t runs = 0;  ///< that were made
  std::vector<TargetFit> targets;
  HistoryMatch match;
  std::size_t nth_worst = 1;           ///< as asked for, or what it was relaxed to
  std::vector<KeptRun> kept;           ///< by distance, then by run
  std::vector<Identified> parameters;  ///< what the record says of each
};

/// Runs the study over its scenario and compares its outcomes, each a target of the record, with
/// the record. Empty `kept` if it was stopped. Throws InputError: an outcome that the record has
/// not, one that looks beyond the end of the calibration period, no point left.
[[nodiscard]] Calibration calibrate(const Study& study, const Scenario& scenario,
                                    const HistoricalRecord& record,
                                    const CalibrationSettings& settings);

/// The same over given points.
[[nodiscard]] Calibration calibrate(const Study& study, const Scenario& scenario,
                                    std::shared_ptr<const Points> points,
                                    const HistoricalRecord& record,
                                    const CalibrationSettings& settings);

/// The kept runs as CSV: point, run, distance, a column a parameter.
[[nodiscard]] std::string kept_csv(const Calibration& calibration);
/// A line a target: observed, means.
[[nodiscard]] std::string targets_csv(const Calibration& calibration);
/// A line a parameter: prior and posterior quantiles, contraction, p.
[[nodiscard]] std::string parameters_csv(const Calibration& calibration);

}  // namespace tumen
