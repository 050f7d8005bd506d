#pragma once
// What is forecast: events and numbers of the record after the calibration period, what every
// forecaster says of them, and how that scores.
#include "studies/backtest/baselines.hpp"
#include "studies/backtest/record.hpp"
#include "studies/scores/event_scores.hpp"
#include "studies/scores/skill.hpp"

#include <string>
#include <vector>

namespace tumen {

/// An event that came or did not, with a chance by each forecaster.
struct EventCase {
  std::string kind;     ///< "deal", "line" or "test"
  std::string name;     ///< "packages.daqing.signed@2008-2012"
  std::string outcome;  ///< whose value above 0 is the event
  std::string block;
  bool came = false;
  std::vector<double> chances = {};  ///< by forecaster
};

/// A number of a year, with a score by each forecaster.
struct NumberCase {
  std::string outcome;  ///< "pairs.RUS-PRK.trade@2010-2011"
  std::string series, block;
  int year = 0;
  double came = 0, persisted = 0;
  std::vector<double> crps = {};         ///< by forecaster
  double median = 0, low = 0, high = 0;  ///< of the first forecaster: 50, 5 and 95 %
};

/// Every event of the record after its calibration period: deals and lines by window, tests by
/// year.
[[nodiscard]] std::vector<EventCase> event_cases(const HistoricalRecord& record);
/// Every number, by year.
[[nodiscard]] std::vector<NumberCase> number_cases(const HistoricalRecord& record);

/// Chances of every event case by a baseline, fitted to the calibration period.
struct BaselineChances {
  std::string name;  ///< "constant hazard", "persistence", "Hawkes process"
  std::vector<double> chances;
};
/// In the order of event_cases.
[[nodiscard]] std::vector<BaselineChances> baseline_chances(const HistoricalRecord& record);

/// How a forecaster did on some events.
struct EventScore {
  std::string forecaster;
  double brier = 0, log = 0;
  BrierParts parts;  ///< with ten bins
  Sharpness sharpness;
};

/// Skill of the first forecaster over another; the interval is of 90 %, blocks drawn as wholes.
struct SkillComparison {
  std::string over;
  SkillScore brier, log;
  double least = 0;     ///< Brier skill without the one block that it rests on most
  std::string without;  ///< that block
};

struct EventScores {
  std::vector<std::string> kinds;  ///< the kinds of cases that are scored
  std::size_t cases = 0, came = 0, blocks = 0;
  std::vector<EventScore> scores;            ///< by forecaster
  std::vector<SkillComparison> comparisons;  ///< with each of the others
  std::vector<ReliabilityBin> reliability;   ///< of the first forecaster
};

/// Scores the cases of some kinds.
[[nodiscard]] EventScores score_events(const std::vector<EventCase>& cases,
                                       const std::vector<std::string>& forecasters,
                                       const std::vector<std::string>& kinds);

struct NumberScores {
  std::string series;
  std::size_t cases = 0;
  std::vector<double> crps;  ///< mean, by forecaster
  double covered = 0;        ///< share of the years within the first forecaster's 90 %
};
[[nodiscard]] std::vector<NumberScores> score_numbers(const std::vector<NumberCase>& cases,
                                                      std::size_t forecasters);

}  // namespace tumen
