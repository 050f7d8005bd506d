// Blocks of runs on threads, each with counts of its own.
#include "sim/batch/batch.hpp"
#include "sim/lanes/block.hpp"
#include "sim/parallel.hpp"
#include "sim/reporter.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

namespace tumen {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto size_of_block = static_cast<std::uint32_t>(block_runs);
static_assert(block_runs <= Statistic::most_at_once);

/// Spans cut where another policy begins: the runs of a block share a model.
std::vector<RunSpan> spans_by_policy(const RunSet& runs, const BatchPlan& plan) {
  if (plan.points == nullptr) {
    return runs.spans();
  }
  std::vector<RunSpan> spans;
  for (RunSpan span : runs.spans()) {
    while (span.size() > 0) {
      const std::uint64_t end =
          (std::uint64_t{plan.points->policy_of(span.first)} + 1) * plan.points->runs_of_policy();
      const auto to = static_cast<std::uint32_t>(std::min<std::uint64_t>(end, span.last));
      spans.push_back({span.first, to});
      span.first = to;
    }
  }
  return spans;
}

/// The blocks of some spans of runs, by number.
class Blocks {
 public:
  explicit Blocks(std::vector<RunSpan> spans) : spans_(std::move(spans)) {
    for (const RunSpan& span : spans_) {
      starts_.push_back(count_);
      count_ += (std::size_t{span.size()} + size_of_block - 1) / size_of_block;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] RunSpan operator[](std::size_t k) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), k);
    const auto at = static_cast<std::size_t>(after - starts_.begin()) - 1;
    const RunSpan& span = spans_[at];
    const std::uint32_t first =
        span.first + static_cast<std::uint32_t>(k - starts_[at]) * size_of_block;
    return {first, std::min(span.last - first, size_of_block) + first};
  }

 private:
  std::vector<RunSpan> spans_;
  std::vector<std::size_t> starts_;
  std::size_t count_ = 0;
};

/// Blocks whose followed values are added together: cell by cell, so that the histogram of a cell
/// is in the cache for all of them.
constexpr std::size_t most_pending = 8;

/// What one thread works with.
struct Worker {
  BatchCounts counts;
  std::vector<std::vector<double>> values;
  std::vector<Followed> by_tick;            ///< [pending][tick][followed]
  std::unique_ptr<float[]> by_run;          ///< [pending][row][block_runs]; mostly left untouched
  std::vector<int> pending;                 ///< runs of the blocks in by_tick
  std::vector<std::size_t> pending_policy;  ///< of the same blocks
  std::vector<PointsOfBlock> points;        ///< by policy; none where there are no points
};

class Counting {
 public:
  Counting(const Scenario& scenario, const BatchPlan& plan, const BatchSettings& settings)
      : scenario_(scenario), plan_(plan), settings_(settings) {
    if (plan.points != nullptr && !plan.points->policies.empty()) {
      by_policy_ = policy_scenarios(scenario, *plan.points);
    }
  }

  void count(RunSpan runs, Worker& worker) const {
    const std::size_t cells = cells_of(worker);
    const std::size_t first_cell = worker.pending.size() * cells;
    const std::size_t policy = by_policy_.empty() ? 0 : plan_.points->policy_of(runs.first);
    PointsOfBlock* const points = worker.points.empty() ? nullptr : &worker.points[policy];
    if (points != nullptr) {
      points->set(runs.first, runs.size());
    }
    run_block(settings_.isa,
              {scenario_of(policy), plan_.outcomes, plan_.seed, runs.first, runs.size(),
               plan_.in_double, worker.values.data(), cells > 0 ? &plan_.followed : nullptr,
               worker.by_tick.data() + first_cell, worker.by_run.get() + first_cell * block_runs,
               points != nullptr ? &points->settings() : nullptr});
    worker.pending.push_back(static_cast<int>(runs.size()));
    worker.pending_policy.push_back(policy);
    if (worker.pending.size() == most_pending) {
      settle(worker);
    }
    worker.counts.runs.add(runs);
    for (std::size_t i = 0; i < plan_.outcomes.size(); ++i) {
      add_outcome(worker.counts.outcomes[i], worker.values, i, runs.size());
    }
    if (plan_.per_run) {
      RunValues& block = worker.counts.per_run.emplace_back();
      block.first = runs.first;
      for (std::uint32_t k = 0; k < runs.size(); ++k) {
        block.values.insert(block.values.end(), worker.values[k].begin(), worker.values[k].end());
      }
    }
  }

  /// Adds the followed values that are pending.
  void settle(Worker& worker) const {
    const std::size_t cells = cells_of(worker);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      for (std::size_t block = 0; block < worker.pending.size(); ++block) {
        Statistic& statistic = worker.counts.by_tick[worker.pending_policy[block] * cells + cell];
        const Followed& followed = worker.by_tick[block * cells + cell];
        const int runs = worker.pending[block];
        if (followed.row == no_id) {
          statistic.add(static_cast<double>(followed.value), static_cast<std::uint32_t>(runs));
        } else {
          const std::size_t row = block * cells + static_cast<std::size_t>(followed.row);
          statistic.add_block(worker.by_run.get() + row * block_runs, runs);
        }
      }
    }
    worker.pending.clear();
    worker.pending_policy.clear();
  }

  [[nodiscard]] std::unique_ptr<Worker> new_worker() const {
    auto worker = std::make_unique<Worker>();
    worker->counts = empty();
    worker->values.resize(block_runs);
    worker->by_tick.resize(most_pending * cells_of(*worker));
    worker->by_run = std::make_unique_for_overwrite<float[]>(worker->by_tick.size() * block_runs);
    const std::size_t models = std::max<std::size_t>(1, by_policy_.size());
    for (std::size_t k = 0; plan_.points != nullptr && k < models; ++k) {
      worker->points.emplace_back(scenario_of(k), *plan_.points);
    }
    return worker;
  }
  [[nodiscard]] BatchCounts empty() const { return {plan_, scenario_.model.ticks}; }

 private:
  static void add_outcome(Statistic& statistic, const std::vector<std::vector<double>>& values,
                          std::size_t i, std::uint32_t runs) {
    std::array<double, block_runs> column{};
    for (std::uint32_t k = 0; k < runs; ++k) {
      column[k] = values[k][i];
    }
    statistic.add_each(column.data(), static_cast<int>(runs));
  }

  /// Ticks times followed outcomes.
  [[nodiscard]] std::size_t cells_of(const Worker& worker) const {
    return worker.counts.by_tick.size() / (plan_.points == nullptr ? 1U : plan_.points->parts());
  }
  [[nodiscard]] const Scenario& scenario_of(std::size_t policy) const {
    return by_policy_.empty() ? scenario_ : by_policy_[policy];
  }

  const Scenario& scenario_;
  const BatchPlan& plan_;
  const BatchSettings& settings_;
  std::vector<Scenario> by_policy_;  ///< empty where no policy changes it
};

/// The workers that are not at work, and when their counts were handed on last.
class Pool {
 public:
  Pool(const Counting& counting, const std::function<void(BatchCounts&&)>& keep, double every)
      : counting_(counting), keep_(keep), every_(every) {}

  [[nodiscard]] std::unique_ptr<Worker> take() {
    const std::scoped_lock lock(guard_);
    if (idle_.empty()) {
      return counting_.new_worker();
    }
    std::unique_ptr<Worker> worker = std::move(idle_.back());
    idle_.pop_back();
    return worker;
  }

  void give_back(std::unique_ptr<Worker> worker) {
    const std::scoped_lock lock(guard_);
    idle_.push_back(std::move(worker));
    if (Clock::now() - kept_ >= every_) {
      hand_on();
    }
  }

  void finish() {
    const std::scoped_lock lock(guard_);
    hand_on();
  }

 private:
  void hand_on() {
    BatchCounts sum = counting_.empty();
    for (const std::unique_ptr<Worker>& worker : idle_) {
      if (worker->counts.runs.size() > 0) {
        counting_.settle(*worker);
        sum.merge(std::exchange(worker->counts, counting_.empty()));
      }
    }
    if (sum.runs.size() > 0) {
      keep_(std::move(sum));
    }
    kept_ = Clock::now();
  }

  const Counting& counting_;
  const std::function<void(BatchCounts&&)>& keep_;
  std::chrono::duration<double> every_;
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
  Clock::time_point kept_ = Clock::now();
};

}  // namespace

bool count_runs(const Scenario& scenario, const BatchPlan& plan, const RunSet& todo,
                const BatchSettings& settings, const std::function<void(BatchCounts&&)>& keep,
                const Progress& progress) {
  const Blocks blocks(spans_by_policy(todo, plan));
  const Counting counting(scenario, plan, settings);
  Pool pool(counting, keep, settings.keep_every);
  Reporter reporter(progress, todo.size());
  parallel_for(blocks.count(), settings.threads, [&](std::size_t k) {
    if (reporter.go_on()) {
      std::unique_ptr<Worker> worker = pool.take();
      const RunSpan runs = blocks[k];
      counting.count(runs, *worker);
      pool.give_back(std::move(worker));
      reporter.finished(runs.size());
    }
  });
  pool.finish();
  return reporter.go_on();
}

}  // namespace tumen
