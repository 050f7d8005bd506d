#pragma once
// What all may reckon with: in how many futures from here each corridor comes to operate, and each
// deal that is public is kept. Counted from what is public alone: not from talks, offers, plans,
// nor from what anybody has come to believe, and with other luck than the room's.
#include "server/rooms/futures.hpp"

namespace tumen::server::rooms {

inline constexpr int foreseen_futures = 100;

/// True after a round has begun, or the game has ended, until its chances are known.
[[nodiscard]] bool wants_chances(const Room& room);

/// Precondition: wants_chances().
class Foresight : public Futures {
 public:
  using Futures::Futures;

  [[nodiscard]] bool is_about(const Room& now) const override;
  [[nodiscard]] Event event(Moment at) const override;

 private:
  void begin(const Workshop& shop) override;
  void play(std::uint32_t run) override;

  std::shared_ptr<const Scenario> scenario_;  ///< with the deals that are public
  std::vector<int> operating_;                ///< by corridor of it
  std::vector<int> kept_;                     ///< by package of it
};

/// The whole count at once.
[[nodiscard]] Event foreseeing(const Room& room, Moment now, const Workshop& shop,
                               int futures = foreseen_futures);

}  // namespace tumen::server::rooms
