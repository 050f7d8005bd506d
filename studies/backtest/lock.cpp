#include "studies/backtest/lock.hpp"

#include "sim/csv.hpp"
#include "sim/version.hpp"
#include "studies/seal/sha256.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

struct Entry {
  const char* key;
  const char* what;
};

constexpr std::array<Entry, 6> entries = {{
    {"study_sha256", "the study, its parameters and ranges"},
    {"scenario_sha256", "the scenario up to the end of the calibration"},
    {"targets_sha256", "what the record says of the calibration period"},
    {"points_sha256", "the points of the design"},
    {"settings", "how many runs are kept, and the cut-off"},
    {"runs_sha256", "the runs that are kept, computed again"},
}};

std::string targets_text(const HistoricalRecord& record) {
  std::string text;
  for (const RecordedTarget& t : record.targets) {
    text += fmt::format("{},{},{},{}\n", t.outcome, exact_text(t.observed), exact_text(t.error),
                        exact_text(t.discrepancy));
  }
  return text;
}

}  // namespace

JsonObject lock_of(const Study& study, const Scenario& scenario, const HistoricalRecord& record,
                   const Calibration& calibration, const CalibrationSettings& settings) {
  return {{"schema", 1},
          {"study", study.name},
          {"record", record.name},
          {"version", fmt::format("{} ({})", version(), git_description())},
          {"study_sha256", sha256(study.text)},
          {"scenario_sha256", sha256(scenario.config_text)},
          {"targets_sha256", sha256(targets_text(record))},
          {"points_sha256", sha256(calibration.points->text)},
          {"settings", fmt::format("keep {}, cut-off {}, {} targets may fail", settings.keep,
                                   settings.history.cutoff, settings.history.nth_worst - 1)},
          {"runs_sha256", sha256(kept_csv(calibration))}};
}

std::vector<LockCheck> compare_locks(const JsonObject& written, const JsonObject& anew) {
  std::vector<LockCheck> out;
  for (const Entry& entry : entries) {
    const Json* const then = written.if_contains(entry.key);
    out.push_back({entry.what, then != nullptr && *then == anew.at(entry.key)});
  }
  return out;
}

}  // namespace tumen
