#pragma once
// The backtest: a model calibrated on the years before a date forecasts what came after it, beside
// five baselines that know less, in two arms. In the unconditional arm nothing observed after the
// date enters; in the conditional arm the declared exogenous series go on, and what follows from
// them is not scored.
#include "studies/backtest/calibration.hpp"
#include "studies/backtest/cases.hpp"
#include "studies/backtest/patterns.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tumen {

/// The forecaster that is the model with talks closed by a coin.
inline constexpr const char* coin_forecaster = "coin of equal rate";

struct BacktestSettings {
  CalibrationSettings calibration = {};
  /// Loads a scenario by name with overrides.
  std::function<Scenario(const std::string&, const std::vector<std::string>&)> load;
  /// Called before each stage with what it does; returning false stops.
  std::function<bool(const std::string&)> stage = {};
};

struct Arm {
  std::string name;  ///< "unconditional" or "conditional"
  std::string scenario;
  bool is_conditional = false;
  std::vector<EventCase> events;
  std::vector<NumberCase> numbers;  ///< empty in the conditional arm
  EventScores deals;                ///< deals and lines
  EventScores tests;                ///< no cases in the conditional arm
  std::vector<NumberScores> series;
  std::vector<Pattern> patterns;
};

/// How a variant of the model was calibrated.
struct Variant {
  std::string name;           ///< "tumen", "coin", "compromise"
  double agreement_rate = 0;  ///< of the coin [1/y]; 0 where it is a parameter
  double signatures = 0;  ///< deals of the record signed in a run before the end of the calibration
  std::size_t points_left = 0;
  std::size_t may_fail = 0;  ///< targets that a point may miss
  double distance = 0;       ///< of the last run kept
};

struct Backtest {
  Calibration calibration;
  std::vector<std::string> forecasters;  ///< the model first
  std::vector<Variant> variants;
  std::vector<Arm> arms;
  bool is_complete = false;  ///< false where it was stopped
};

/// Calibrates the model and the two variants of it that are baselines, makes their forecasts and
/// those of the other baselines, scores them. Throws InputError as calibrate does.
[[nodiscard]] Backtest backtest(const Study& study, const HistoricalRecord& record,
                                const BacktestSettings& settings);

/// What the scores say, in plain words: a sentence or two an arm.
[[nodiscard]] std::vector<std::string> verdict(const Backtest& result);

}  // namespace tumen
