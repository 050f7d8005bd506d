#pragma once
// The lock of a calibration: hashes of all that it was made from and of the runs it kept. A
// backtest makes the calibration again and compares; who changed a number, a range, a target or the
// code's results since then is told which.
#include "sim/json_writer.hpp"
#include "studies/backtest/calibration.hpp"

#include <string>
#include <vector>

namespace tumen {

/// The lock as it is written to lock.json.
[[nodiscard]] JsonObject lock_of(const Study& study, const Scenario& scenario,
                                 const HistoricalRecord& record, const Calibration& calibration,
                                 const CalibrationSettings& settings);

struct LockCheck {
  std::string what;
  bool holds = false;
};

/// Compares a lock that was written with one made anew, entry by entry. The record may have grown
/// after its calibration period: what is compared of it are the targets.
[[nodiscard]] std::vector<LockCheck> compare_locks(const JsonObject& written,
                                                   const JsonObject& anew);

}  // namespace tumen
