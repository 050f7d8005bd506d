#pragma once
// What the same room would have come to without people: many futures of its scenario, length and
// news in which the policies of the batch engine play every seat. Future 0 has the room's own luck.
#include "server/rooms/futures.hpp"

#include <optional>

namespace tumen::server::rooms {

inline constexpr int baseline_futures = 1000;

/// True once the game is over and its baseline has not been counted.
[[nodiscard]] bool wants_baseline(const Room& room);

/// A thousand take about a second of one core. Precondition: wants_baseline().
class Baseline : public Futures {
 public:
  using Futures::Futures;

  /// What a future came to.
  struct Future {
    std::vector<double> utility, objective;  ///< by country
    std::vector<char> built;                 ///< by corridor: completed since the start
    std::vector<char> settled;               ///< by debt
    std::vector<std::string> deals;  ///< titles of those signed or further; of future 0 alone
  };

  [[nodiscard]] bool is_about(const Room& now) const override;
  [[nodiscard]] Event event(Moment at) const override;

 private:
  void begin(const Workshop& shop) override;
  void play(std::uint32_t run) override;

  std::optional<Scenario> scenario_;  ///< without deals of people
  std::vector<Future> all_;
};

/// The whole count at once.
[[nodiscard]] Event counting(const Room& room, Moment now, const Workshop& shop,
                             int futures = baseline_futures);

}  // namespace tumen::server::rooms
