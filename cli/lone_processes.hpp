#pragma once
// Copies of this program that measure one thread each, pinned to a core of their own: what
// `tumen bench` holds the threads of one process against.
#include <string>
#include <vector>

#include <sys/types.h>

namespace tumen::cli {

/// Waits, in a copy, for a line on stdin, answers with the runs/s that `measure` returns, and so on
/// until stdin ends. `cpu` is the place of its core among those this process may use, modulo their
/// number.
void answer_alone(int cpu, double (*measure)(const void*), const void* argument);

/// Copies of this program, started and asked by lines. Invariant: each process_ has a socket_; both
/// end with the object.
class LoneProcesses {
 public:
  /// Starts /proc/self/exe with each of these arguments and waits until all are ready. Where that
  /// fails there are none.
  explicit LoneProcesses(const std::vector<std::vector<std::string>>& arguments);
  ~LoneProcesses();
  LoneProcesses(const LoneProcesses&) = delete;
  LoneProcesses& operator=(const LoneProcesses&) = delete;

  /// Lets all measure at once; the sum of their rates [runs/s], NaN where one did not answer.
  [[nodiscard]] double rate() const;

 private:
  void start(std::vector<std::string> arguments);

  std::vector<pid_t> process_;
  std::vector<int> socket_;
  bool all_ready_ = true;
};

}  // namespace tumen::cli
