#pragma once
// Wrong codes and tokens, counted by the address they come from: who guesses is slowed down.
#include "server/rate_limit.hpp"

#include <map>
#include <mutex>
#include <string>

namespace tumen::server::hall {

inline constexpr double wrong_codes_a_minute = 5;
/// A school may come from one address: so many wrong ones are forgiven at once.
inline constexpr double wrong_codes_at_once = 10;

/// May be asked from several threads. Time is handed in, in seconds that never fall.
class Strikes {
 public:
  /// Notes a wrong one.
  void add(const std::string& address, double now) {
    const std::scoped_lock lock(guard_);
    static_cast<void>(limit_of(address).allows(now));
  }

  /// True if the address has to wait before its next try.
  [[nodiscard]] bool is_out(const std::string& address, double now) {
    const std::scoped_lock lock(guard_);
    const auto found = limits_.find(address);
    return found != limits_.end() && !RateLimit(found->second).allows(now);
  }

 private:
  RateLimit& limit_of(const std::string& address) {
    constexpr std::size_t most_addresses = 10'000;
    if (limits_.size() >= most_addresses) {
      limits_.clear();  // an attack from so many places is not stopped by counting them
    }
    return limits_.try_emplace(address, RateLimit(wrong_codes_a_minute / 60, wrong_codes_at_once))
        .first->second;
  }

  std::mutex guard_;
  std::map<std::string, RateLimit> limits_;
};

}  // namespace tumen::server::hall
