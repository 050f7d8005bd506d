#pragma once
// Ctrl-C as a question the program asks between ticks, so that what is finished can be kept.
namespace tumen {

/// While one of these lives, the first SIGINT or SIGTERM only sets a flag; the second ends the
/// program as it would without it. Invariant: the handlers found at construction are put back at
/// the end.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// True once a signal has come.
  [[nodiscard]] static bool is_interrupted();
};

}  // namespace tumen
