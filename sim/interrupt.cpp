#include "sim/interrupt.hpp"

#include <array>
#include <atomic>
#include <csignal>

namespace tumen {
namespace {

constexpr std::array caught = {SIGINT, SIGTERM};

// A signal handler can reach nothing but static storage.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a handler must not take a lock");

extern "C" void note_interrupt(int signal) {
  interrupted.store(true, std::memory_order_relaxed);
  std::signal(signal, SIG_DFL);
}

}  // namespace

InterruptGuard::InterruptGuard() {
  interrupted.store(false, std::memory_order_relaxed);
  for (const int signal : caught) {
    std::signal(signal, note_interrupt);
  }
}

InterruptGuard::~InterruptGuard() {
  for (const int signal : caught) {
    std::signal(signal, SIG_DFL);
  }
}

bool InterruptGuard::is_interrupted() {
  return interrupted.load(std::memory_order_relaxed);
}

}  // namespace tumen
