#pragma once
// Many futures of one setting, counted in two steps: some at once, then all. The same seed gives
// every setting the same luck, so that two settings differ by what was set alone.
#include "server/message.hpp"
#include "sim/batch/batch.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace tumen::server {

/// Futures of the first step: enough for a picture, few enough to follow a finger.
inline constexpr std::uint32_t first_futures = 160;

/// What has been counted so far.
struct Fans {
  const WhatIfRequest& request;
  const Scenario& scenario;
  const BatchPlan& plan;
  const BatchCounts& counts;
  double milliseconds = 0;  ///< of counting
};

/// The counting of one question, step by step, so that others can be let in between.
class FutureCount {
 public:
  /// `threads` 0 for all.
  FutureCount(std::shared_ptr<const Scenario> scenario, WhatIfRequest request, int threads);

  [[nodiscard]] bool is_done() const { return step_ == steps_.size(); }
  /// Counts the next step. Stops between blocks of futures once `go_on` says no; then the count is
  /// of no more use, and false is returned.
  bool count_step(const std::function<bool()>& go_on);
  [[nodiscard]] Fans so_far() const { return {request_, *scenario_, plan_, counts_, taken_}; }

 private:
  std::shared_ptr<const Scenario> scenario_;
  WhatIfRequest request_;
  BatchPlan plan_;
  BatchSettings settings_;
  BatchCounts counts_;
  std::vector<RunSpan> steps_;
  std::size_t step_ = 0;
  double taken_ = 0;
};

/// The answer as JSON on one line: series by tick (how often, or quantiles), outcomes of whole
/// futures. docs/reference/server.md.
[[nodiscard]] std::string fans_message(const Fans& fans);

}  // namespace tumen::server
