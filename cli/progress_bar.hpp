#pragma once
#include <chrono>
#include <cstddef>
#include <string>

namespace tumen::cli {

/// A line on the terminal's stderr that says how far a job is. Nothing is drawn in the first two
/// seconds, off a terminal, or when not wanted. Invariant: the line is gone when the bar is.
class ProgressBar {
 public:
  ProgressBar(std::string unit, bool is_wanted);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::size_t done, std::size_t of);

 private:
  using Clock = std::chrono::steady_clock;
  std::string unit_;
  bool is_wanted_;
  bool is_drawn_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_ = started_;
};

/// The bar's text: "[#####.....]  50 %  72 of 144 ticks, 3 s left".
[[nodiscard]] std::string progress_text(std::size_t done, std::size_t of, const std::string& unit,
                                        double seconds);

}  // namespace tumen::cli
