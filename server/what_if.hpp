#pragma once
// Many futures of one setting, counted in two steps: some at once, then all. The same seed gives
// every setting the same luck, so that two settings differ by what was set alone.
#include "server/message.hpp"
#include "sim/batch/batch.hpp"

#include <functional>

namespace tumen::server {

/// Futures of the first step: enough for a picture, few enough to follow a finger.
inline constexpr std::uint32_t first_futures = 160;

/// What has been counted so far.
struct Fans {
  const WhatIfRequest& request;
  const Scenario& scenario;
  const BatchPlan& plan;
  const BatchCounts& counts;
  double milliseconds = 0;  ///< since the question was taken up
};

/// Counts the futures that the request asks for and hands on what is counted after each step. Stops
/// between blocks of futures once `go_on` says no; returns whether all was counted.
bool count_futures(const Scenario& scenario, const WhatIfRequest& request, int threads,
                   const std::function<void(const Fans&)>& hand_on,
                   const std::function<bool()>& go_on);

/// The answer as JSON on one line: series by tick (how often, or quantiles), outcomes of whole
/// futures. docs/reference/server.md.
[[nodiscard]] std::string fans_message(const Fans& fans);

}  // namespace tumen::server
