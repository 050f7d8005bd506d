#pragma once
// Who does the work of the rooms: a few threads that answer at once, and fewer, of lower priority,
// that compute. What belongs to one room is done in its order and one at a time; no room waits for
// another's.
#include "server/job_queue.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tumen::server::hall {

using Task = std::function<void()>;

/// Tasks of one room, in order. Touched by the crew alone.
struct TaskQueue {
  std::deque<Task> waiting;
  bool is_held = false;    ///< tasks wait until it is released
  bool is_queued = false;  ///< in the crew's hands
};

/// Invariant: of one TaskQueue at most one task is being done. What a task throws is lost: it is to
/// catch what can be said to somebody.
class Crew {
 public:
  Crew(int quick, int slow);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Adds a task that takes no time to speak of.
  void post(const std::shared_ptr<TaskQueue>& queue, Task task);
  /// Lets a queue go that was made with `is_held`.
  void release(const std::shared_ptr<TaskQueue>& queue);

  /// Computes something that others wait for.
  void compute(Task task);
  /// Computes something, in turn with the above, unless the same asker asks for the same again
  /// before it is begun.
  void compute_newest(std::uint64_t asker, const std::string& what, Task task);
  void forget(std::uint64_t asker);
  /// Computes something once nothing else waits to be computed. `goes_on`: the next piece of what
  /// has begun, before what has not, so that few hold memory half done.
  void compute_last(Task task, bool goes_on = false);

  /// Ends all threads after what they are doing; what waits is dropped.
  void stop();

 private:
  /// Precondition: guard_ is held and something waits.
  [[nodiscard]] Task next_sum();
  void work(const std::stop_token& stop);
  void work_slowly(const std::stop_token& stop);
  void hand_over(const std::shared_ptr<TaskQueue>& queue);

  std::mutex guard_;
  std::condition_variable_any has_work_, has_sums_;
  std::deque<std::shared_ptr<TaskQueue>> ready_;
  std::deque<Task> sums_, last_;
  JobQueue<Task> newest_;
  bool is_newest_next_ = false;
  std::vector<std::jthread> threads_;  // last, so that they end before what they use
};

}  // namespace tumen::server::hall
