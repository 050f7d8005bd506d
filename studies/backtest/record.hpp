#pragma once
// The record: what happened, as targets for a calibration and as cases for a score. A YAML file
// (configs/record/), each entry with its source and the rule by which a text became a number.
#include "sim/document/provenance.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// Something that happened, dated in years (1993.25 is 1 April 1993).
struct DatedFact {
  double date = 0;
  std::string source, note;
};

/// An outcome of the calibration period.
struct RecordedTarget {
  std::string outcome;
  double observed = 0;
  double error = 0;          ///< standard deviation of the record about the truth
  double discrepancy = 0.1;  ///< standard deviation of the model at its best about the truth
  std::string source, rule;
};

/// A package (dates of signature) or a corridor (dates of opening). Entries of a block are drawn
/// together where scores are resampled.
struct RecordedEntity {
  std::string name, block;
  std::vector<DatedFact> dates;  ///< ascending
  std::string source, note;
};

/// A number by calendar year.
struct RecordedSeries {
  std::string outcome;  ///< without a window
  std::string block, rule;
  std::vector<std::string> sources;
  double before = 0;  ///< the last value known before the first window
  std::vector<std::pair<int, double>> values;
};

struct HistoricalRecord {
  std::string text;  ///< the file
  std::string name, title, rule;
  double from = 0, until = 0;   ///< calibration period [from, until)
  std::vector<double> windows;  ///< ends of the windows that are scored, from `until` on
  std::vector<RecordedTarget> targets;
  std::vector<RecordedEntity> deals, lines;
  std::string tester;         ///< country whose tests are counted
  std::vector<double> tests;  ///< dates
  std::vector<RecordedSeries> series;
  std::vector<std::pair<std::string, std::string>> left_out;  ///< what, why
};

/// Reads a record. Throws InputError with all problems found: keys, dates out of order, a source
/// that `sources` does not have.
[[nodiscard]] HistoricalRecord read_record(const std::filesystem::path& file,
                                           const Provenance& sources);

}  // namespace tumen
