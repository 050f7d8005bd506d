#pragma once
// Times of things that are done in turn, so that whatever else the machine does meets them all.
#include "sim/run.hpp"

#include <functional>
#include <vector>

namespace tumen {

/// One thing that was done and timed once a round.
struct Measured {
  double work = 0;              ///< of one round, in a unit of its own: runs, ticks, operations
  std::vector<double> seconds;  ///< by round; empty where it was not measured
  [[nodiscard]] double rate() const;  ///< work a second in its fastest round
};

/// Median over the rounds of the rate of `a` over that of `b` in the same round; NaN where one of
/// them was not measured.
[[nodiscard]] double median_ratio(const Measured& a, const Measured& b);

/// Something to measure in each round.
struct Task {
  Measured* into;
  std::function<double()> measure;  ///< does the work and returns the seconds it took
};

/// Seconds of wall time that `work` takes.
[[nodiscard]] double seconds_of(const std::function<void()>& work);

/// Seconds of processor time that `work` takes in the calling thread: other work on the core does
/// not count.
[[nodiscard]] double thread_seconds_of(const std::function<void()>& work);

/// Measures all tasks in turn, `rounds` times.
void measure_in_turn(const std::vector<Task>& tasks, int rounds, const Progress& progress);

}  // namespace tumen
