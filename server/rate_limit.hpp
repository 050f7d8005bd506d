#pragma once
// How often one connection may speak: a bucket that fills at a steady rate (a token bucket).
#include <algorithm>

namespace tumen::server {

/// Invariant: between 0 and `burst` are left. Time is handed in, in seconds that never fall.
class RateLimit {
 public:
  RateLimit(double per_second, double burst)
      : per_second_(per_second), burst_(burst), left_(burst) {}

  /// Takes one if there is one.
  [[nodiscard]] bool allows(double now) {
    left_ = std::min(burst_, left_ + (now - last_) * per_second_);
    last_ = now;
    if (left_ < 1) {
      return false;
    }
    left_ -= 1;
    return true;
  }

 private:
  double per_second_, burst_, left_;
  double last_ = 0;
};

}  // namespace tumen::server
