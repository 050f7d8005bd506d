#include "sim/benchmark/measured.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

#include <time.h>

namespace tumen {
namespace {

double thread_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

double Measured::rate() const {
  return seconds.empty() ? std::numeric_limits<double>::quiet_NaN()
                         : work / *std::min_element(seconds.begin(), seconds.end());
}

double median_ratio(const Measured& a, const Measured& b) {
  std::vector<double> ratios;
  for (std::size_t k = 0; k < std::min(a.seconds.size(), b.seconds.size()); ++k) {
    ratios.push_back(a.work / a.seconds[k] / (b.work / b.seconds[k]));
  }
  if (ratios.empty()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  std::sort(ratios.begin(), ratios.end());
  const std::size_t half = ratios.size() / 2;
  return ratios.size() % 2 == 1 ? ratios[half] : (ratios[half - 1] + ratios[half]) / 2;
}

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double thread_seconds_of(const std::function<void()>& work) {
  const double start = thread_seconds();
  work();
  return thread_seconds() - start;
}

void measure_in_turn(const std::vector<Task>& tasks, int rounds, const Progress& progress) {
  const std::size_t total = tasks.size() * static_cast<std::size_t>(rounds);
  std::size_t done = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const Task& task : tasks) {
      task.into->seconds.push_back(task.measure());
      if (progress) {
        static_cast<void>(progress(++done, total));
      }
    }
  }
}

}  // namespace tumen
