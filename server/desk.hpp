#pragma once
// Where the questions of all what-if pages are taken up, one after the other, each on all threads.
// Between the first futures of a question and the rest come the first futures of all others.
#include "server/http.hpp"
#include "server/job_queue.hpp"
#include "server/message.hpp"
#include "server/scenarios.hpp"
#include "server/what_if.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tumen::server {

/// Answers what pages ask. Invariant: one thread of its own computes, until stop() or the end of
/// the desk.
class Desk {
 public:
  /// `threads` for counting futures, 0 for all.
  Desk(Scenarios& scenarios, int threads);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Ends the thread; questions that wait are not answered.
  void stop();

  /// Begins a conversation with one page.
  [[nodiscard]] Conversation open(Send send);

 private:
  struct Job {
    WhatIfRequest request;
    Send send;
    std::unique_ptr<FutureCount> count;  ///< of futures, once begun
  };

  void take_up(std::uint64_t connection, std::string_view text, const Send& send);
  void work(const std::stop_token& stop);
  void answer(const Ticket& ticket, Job& job, const std::stop_token& stop);
  void answer_question(Job& job, const std::function<bool()>& go_on);
  void count_futures(Job& job, const std::shared_ptr<const Scenario>& scenario,
                     const std::function<bool()>& go_on);

  Scenarios& scenarios_;
  int threads_;
  std::mutex guard_;  // of what follows
  std::condition_variable_any has_work_;
  JobQueue<Job> queue_;
  std::uint64_t connections_ = 0;
  std::jthread worker_;
};

}  // namespace tumen::server
