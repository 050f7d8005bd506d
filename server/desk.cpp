#include "server/desk.hpp"

#include "server/story.hpp"
#include "server/why.hpp"

namespace tumen::server {
Desk::Desk(Scenarios& scenarios, int threads)
    : scenarios_(scenarios),
      threads_(threads),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

Desk::~Desk() = default;  // the thread is asked to stop and waited for

void Desk::stop() {
  worker_.request_stop();
  worker_.join();
}

Conversation Desk::open(Send send) {
  const std::scoped_lock lock(guard_);
  const std::uint64_t connection = ++connections_;
  return {[this, connection, send = std::move(send)](std::string_view text) {
            take_up(connection, text, send);
          },
          [this, connection] {
            const std::scoped_lock inner(guard_);
            queue_.drop(connection);
          }};
}

void Desk::take_up(std::uint64_t connection, std::string_view text, const Send& send) {
  ParsedRequest parsed = parse_request(text);
  if (!parsed.errors.empty()) {
    send(error_message(parsed.request.id, parsed.errors), "");
    return;
  }
  {
    const std::scoped_lock lock(guard_);
    const std::string slot = parsed.request.queue_slot();
    queue_.push(connection, slot, {std::move(parsed.request), send, nullptr});
  }
  has_work_.notify_one();
}

void Desk::work(const std::stop_token& stop) {
  for (;;) {
    std::unique_lock lock(guard_);
    has_work_.wait(lock, stop, [this] { return !queue_.is_empty(); });
    if (stop.stop_requested()) {
      return;  // with questions left, or none
    }
    auto [ticket, job] = std::move(*queue_.pop());
    lock.unlock();
    answer(ticket, job, stop);
    if (job.count != nullptr && !job.count->is_done()) {
      lock.lock();
      queue_.put_back(ticket, std::move(job));
    }
  }
}

void Desk::answer(const Ticket& ticket, Job& job, const std::stop_token& stop) {
  const auto go_on = [&] {
    const std::scoped_lock lock(guard_);
    return !stop.stop_requested() && queue_.is_newest(ticket);
  };
  std::vector<std::string> errors;
  try {
    if (go_on()) {
      answer_question(job, go_on);
    }
  } catch (const InputError& error) {
    errors = messages_of(error);
  } catch (const std::exception&) {
    // Nothing of the inside goes over the network.
    job.count.reset();
    errors = {"a fault of the program; the other questions go on"};
  }
  if (!errors.empty()) {
    job.send(error_message(job.request.id, errors), "");
  }
}

void Desk::count_futures(Job& job, const std::shared_ptr<const Scenario>& scenario,
                         const std::function<bool()>& go_on) {
  if (job.count == nullptr) {
    job.count = std::make_unique<FutureCount>(scenario, job.request, threads_);
  }
  if (job.count->count_step(go_on)) {
    job.send(fans_message(job.count->so_far()), job.request.queue_slot());
  } else {
    job.count.reset();
  }
}

void Desk::answer_question(Job& job, const std::function<bool()>& go_on) {
  const WhatIfRequest& request = job.request;
  const std::string topic = request.queue_slot();
  const auto scenario = job.count == nullptr ? scenarios_.with(request.scenario, request.set)
                                             : std::shared_ptr<const Scenario>();
  switch (request.question) {
    case Question::what_if:
      count_futures(job, scenario, go_on);
      break;
    case Question::story:
      job.send(story_message(*scenario, request), topic);
      break;
    case Question::why:
      explain_decision(
          *scenario, request, [&](std::string text) { job.send(std::move(text), topic); }, go_on);
      break;
  }
}

}  // namespace tumen::server
