#pragma once
// What waits to be sent to one page: in order, bounded, the newest alone of texts about one topic.
#include <deque>
#include <string>
#include <utility>

namespace tumen::server {

/// Invariant: the texts that wait have at most `most_bytes` together. The first may be on its way
/// and is not touched.
class Outbox {
 public:
  explicit Outbox(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// False if the page is too slow for it: then nothing was taken.
  [[nodiscard]] bool push(std::string text, std::string topic) {
    for (std::size_t k = 1; k < waiting_.size() && !topic.empty(); ++k) {
      if (waiting_[k].second == topic) {
        bytes_ = bytes_ - waiting_[k].first.size() + text.size();
        waiting_[k].first = std::move(text);
        return bytes_ <= most_bytes_;
      }
    }
    if (bytes_ + text.size() > most_bytes_) {
      return false;
    }
    bytes_ += text.size();
    waiting_.emplace_back(std::move(text), std::move(topic));
    return true;
  }

  [[nodiscard]] const std::string& front() const { return waiting_.front().first; }
  void pop() {
    bytes_ -= waiting_.front().first.size();
    waiting_.pop_front();
  }
  [[nodiscard]] std::size_t size() const { return waiting_.size(); }

 private:
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::deque<std::pair<std::string, std::string>> waiting_;
};

}  // namespace tumen::server
