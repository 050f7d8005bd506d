#include "server/hall/crew.hpp"

#include <exception>

#include <sys/resource.h>

namespace tumen::server::hall {
namespace {

/// On Linux a thread has a priority of its own.
void step_back() {
  constexpr int nicer = 5;  // behind quick threads, not behind every other program
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, nicer));
}

void run(const Task& task) {
  try {
    task();
  } catch (const std::exception&) {
    // Nobody is there to be told; the other tasks go on.
  }
}

}  // namespace

Crew::Crew(int quick, int slow) {
  for (int k = 0; k < quick; ++k) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
  for (int k = 0; k < slow; ++k) {
    threads_.emplace_back([this](const std::stop_token& stop) { work_slowly(stop); });
  }
}

Crew::~Crew() {
  stop();
}

void Crew::stop() {
  for (std::jthread& thread : threads_) {
    thread.request_stop();
  }
  threads_.clear();
}

/// Precondition: guard_ is held.
void Crew::hand_over(const std::shared_ptr<TaskQueue>& queue) {
  if (!queue->is_held && !queue->is_queued && !queue->waiting.empty()) {
    queue->is_queued = true;
    ready_.push_back(queue);
    has_work_.notify_one();
  }
}

void Crew::post(const std::shared_ptr<TaskQueue>& queue, Task task) {
  const std::scoped_lock lock(guard_);
  queue->waiting.push_back(std::move(task));
  hand_over(queue);
}

void Crew::release(const std::shared_ptr<TaskQueue>& queue) {
  const std::scoped_lock lock(guard_);
  queue->is_held = false;
  hand_over(queue);
}

void Crew::compute(Task task) {
  const std::scoped_lock lock(guard_);
  sums_.push_back(std::move(task));
  has_sums_.notify_one();
}

void Crew::compute_newest(std::uint64_t asker, const std::string& what, Task task) {
  const std::scoped_lock lock(guard_);
  newest_.push(asker, what, std::move(task));
  has_sums_.notify_one();
}

void Crew::compute_last(Task task, bool goes_on) {
  const std::scoped_lock lock(guard_);
  last_.insert(goes_on ? last_.begin() : last_.end(), std::move(task));
  has_sums_.notify_one();
}

void Crew::forget(std::uint64_t asker) {
  const std::scoped_lock lock(guard_);
  newest_.drop(asker);
}

void Crew::work(const std::stop_token& stop) {
  std::unique_lock lock(guard_);
  while (has_work_.wait(lock, stop, [this] { return !ready_.empty(); })) {
    if (stop.stop_requested()) {
      return;
    }
    const std::shared_ptr<TaskQueue> queue = std::move(ready_.front());
    ready_.pop_front();
    Task task = std::move(queue->waiting.front());
    queue->waiting.pop_front();
    lock.unlock();
    run(task);
    task = nullptr;  // what it holds may end with it, and is not to end under the lock
    lock.lock();
    queue->is_queued = false;
    hand_over(queue);  // behind the others
  }
}

Task Crew::next_sum() {
  const bool is_newest = !newest_.is_empty() && (sums_.empty() || is_newest_next_);
  is_newest_next_ = !is_newest;
  if (is_newest) {
    return std::move(newest_.pop()->second);
  }
  std::deque<Task>& queue = sums_.empty() ? last_ : sums_;
  Task task = std::move(queue.front());
  queue.pop_front();
  return task;
}

void Crew::work_slowly(const std::stop_token& stop) {
  step_back();
  std::unique_lock lock(guard_);
  const auto has_any = [this] { return !sums_.empty() || !newest_.is_empty() || !last_.empty(); };
  while (has_sums_.wait(lock, stop, has_any)) {
    if (stop.stop_requested()) {
      return;
    }
    Task task = next_sum();
    lock.unlock();
    run(task);
    task = nullptr;
    lock.lock();
  }
}

}  // namespace tumen::server::hall
