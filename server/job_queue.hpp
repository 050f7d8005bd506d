#pragma once
// Questions that wait for an answer. Of those that one connection asks in one slot the newest alone
// counts: a slider that moves on makes what it asked before pointless.
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace tumen::server {

/// Who asks, and about what. Slots of different names do not disturb each other.
struct Ticket {
  std::uint64_t connection = 0;
  std::string slot;
  std::uint64_t serial = 0;  ///< given by the queue
};

/// Invariant: at most one job a connection and slot waits. Not for several threads at once.
template <class Job>
class JobQueue {
 public:
  /// Puts a job at the end, or in the place of the one that waits for the same connection and slot.
  void push(std::uint64_t connection, const std::string& slot, Job job) {
    const std::uint64_t serial = ++last_;
    newest_[{connection, slot}] = serial;
    for (auto& [ticket, waiting] : waiting_) {
      if (ticket.connection == connection && ticket.slot == slot) {
        ticket.serial = serial;
        waiting = std::move(job);
        return;
      }
    }
    waiting_.emplace_back(Ticket{connection, slot, serial}, std::move(job));
  }

  /// Puts a job that has been begun at the end again, unless it is of no more use.
  void put_back(const Ticket& ticket, Job job) {
    if (is_newest(ticket)) {
      waiting_.emplace_back(ticket, std::move(job));
    }
  }

  [[nodiscard]] std::optional<std::pair<Ticket, Job>> pop() {
    if (waiting_.empty()) {
      return std::nullopt;
    }
    std::pair<Ticket, Job> first = std::move(waiting_.front());
    waiting_.pop_front();
    return first;
  }

  /// Forgets a connection and what it asked.
  void drop(std::uint64_t connection) {
    std::erase_if(newest_, [&](const auto& entry) { return entry.first.first == connection; });
    std::erase_if(waiting_,
                  [&](const auto& entry) { return entry.first.connection == connection; });
  }

  /// False once the connection has asked anew in the slot, or has gone.
  [[nodiscard]] bool is_newest(const Ticket& ticket) const {
    const auto found = newest_.find({ticket.connection, ticket.slot});
    return found != newest_.end() && found->second == ticket.serial;
  }

  [[nodiscard]] bool is_empty() const { return waiting_.empty(); }

 private:
  std::uint64_t last_ = 0;
  std::deque<std::pair<Ticket, Job>> waiting_;
  std::map<std::pair<std::uint64_t, std::string>, std::uint64_t> newest_;
};

}  // namespace tumen::server
