#pragma once
// Where threads say how many runs they have finished and hear whether to go on.
#include "sim/run.hpp"

#include <atomic>
#include <mutex>

namespace tumen {

class Reporter {
 public:
  Reporter(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}

  /// False once the caller has asked to stop.
  [[nodiscard]] bool go_on() const { return go_on_; }
  /// Counts finished runs and tells the caller, one thread at a time.
  void finished(std::size_t runs) {
    const std::scoped_lock lock(guard_);
    done_ += runs;
    if (progress_ && !progress_(done_, total_)) {
      go_on_ = false;
    }
  }

 private:
  const Progress& progress_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::atomic<bool> go_on_{true};
  std::mutex guard_;
};

}  // namespace tumen
