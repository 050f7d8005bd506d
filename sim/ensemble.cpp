#include "sim/ensemble.hpp"

#include "sim/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

namespace tumen {
namespace {

/// Where finished runs are counted and the caller is told, one thread at a time.
class Reporter {
 public:
  Reporter(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}

  [[nodiscard]] bool go_on() const { return go_on_; }
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

double quantile_of(const std::vector<double>& sorted, double q) {
  const double place = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Ensemble run_ensemble(const Scenario& scenario, const std::vector<Outcome>& outcomes,
                      const EnsembleSettings& settings, const Progress& progress) {
  Ensemble e{outcomes, std::vector<std::vector<double>>(settings.runs),
             std::vector<char>(settings.runs, 0), false};
  Reporter reporter(progress, settings.runs);
  constexpr auto size = static_cast<std::uint32_t>(block_runs);
  const std::size_t blocks = (settings.runs + size - 1) / size;
  parallel_for(blocks, settings.threads, [&](std::size_t block) {
    if (!reporter.go_on()) {
      return;
    }
    const auto first = static_cast<std::uint32_t>(block) * size;
    const std::uint32_t runs = std::min(size, settings.runs - first);
    run_block(settings.isa, {scenario, outcomes, settings.seed, settings.first_run + first, runs,
                             settings.in_double, &e.values[first]});
    std::fill_n(e.done.begin() + first, runs, char{1});
    reporter.finished(runs);
  });
  e.interrupted = !reporter.go_on();
  return e;
}

Summary summarise(const Ensemble& e, std::size_t outcome) {
  Summary s;
  std::vector<double> present;
  for (std::size_t k = 0; k < e.values.size(); ++k) {
    if (e.done[k] == 0) {
      continue;
    }
    ++s.runs;
    if (!std::isnan(e.values[k][outcome])) {
      present.push_back(e.values[k][outcome]);
    }
  }
  s.present = present.size();
  if (present.empty()) {
    return s;
  }
  std::sort(present.begin(), present.end());
  const auto n = static_cast<double>(present.size());
  double sum = 0;
  for (const double v : present) {
    sum += v;
  }
  s.mean = sum / n;
  double squares = 0;
  for (const double v : present) {
    squares += (v - s.mean) * (v - s.mean);
  }
  s.sd = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
  const double half = 1.6448536269514722 * s.sd / std::sqrt(n);
  s.low = s.mean - half;
  s.high = s.mean + half;
  constexpr std::array levels = {0.05, 0.25, 0.5, 0.75, 0.95};
  for (std::size_t k = 0; k < levels.size(); ++k) {
    s.quantile[k] = quantile_of(present, levels[k]);
  }
  return s;
}

}  // namespace tumen
