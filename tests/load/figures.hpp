#pragma once
// What many bots saw: how long their commands waited for answers, and what went wrong.
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace tumen::load {

/// May be used from several threads.
class Figures {
 public:
  std::atomic<int> seated{0}, rounds{0}, games{0}, deals{0};

  void add(const std::string& kind, double milliseconds);
  void fail(const std::string& what);
  [[nodiscard]] int errors() const;

  /// Prints the waits by kind of command, and the first errors.
  void print() const;
  /// The 99th percentile of the kind of command that waited longest [ms].
  [[nodiscard]] double longest_wait() const;

 private:
  mutable std::mutex guard_;  // of what follows
  std::map<std::string, std::vector<double>> waits_;
  std::vector<std::string> errors_;
};

}  // namespace tumen::load
