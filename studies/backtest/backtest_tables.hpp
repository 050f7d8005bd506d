#pragma once
// What a backtest found, as tables, pictures and a page.
#include "sim/json_writer.hpp"
#include "studies/backtest/backtest.hpp"
#include "studies/backtest/lock.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// Files of a backtest by name: events.csv, numbers.csv, scores.csv, skill.csv, series.csv,
/// patterns.csv, reliability.csv, reliability-ARM.svg.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> backtest_files(
    const Backtest& result);

/// The page of a backtest: verdict first, every table and picture, what the lock protects.
[[nodiscard]] std::string backtest_page(const Backtest& result, const HistoricalRecord& record,
                                        const std::vector<LockCheck>& lock);

/// The same as plain text, at most about `width` wide.
[[nodiscard]] std::string backtest_text(const Backtest& result, const std::vector<LockCheck>& lock,
                                        std::size_t width);

/// The same as JSON.
[[nodiscard]] JsonObject backtest_json(const Backtest& result, const std::vector<LockCheck>& lock);

/// Reliability of an arm's chances as a picture: frequency against chance, with bars in which the
/// frequency of right chances would lie.
[[nodiscard]] std::string reliability_svg(const Arm& arm);

/// What no score can show, said wherever scores are.
[[nodiscard]] std::string_view hindsight_words();

}  // namespace tumen
