#pragma once
// What all may reckon with: in how many futures from here each corridor comes to operate, and each
// deal that is public is kept. Counted from what is public alone: not from talks, offers, plans,
// nor from what anybody has come to believe, and with other luck than the room's.
#include "server/rooms/event.hpp"

namespace tumen::server::rooms {

inline constexpr int foreseen_futures = 100;

/// True after a round has begun, or the game has ended, until its chances are known.
[[nodiscard]] bool wants_chances(const Room& room);

/// Counts futures a few at a time, so that who has more urgent work can do it between. Invariant:
/// what it comes to depends on the room and the number of futures alone.
class Foresight {
 public:
  /// Precondition: wants_chances().
  Foresight(std::shared_ptr<const Room> room, int futures)
      : room_(std::move(room)), futures_(futures) {}

  /// Counts at most so many more. True once all are. Throws what the workshop throws.
  bool count_more(int futures, const Workshop& shop);

  /// False once the room has moved on.
  [[nodiscard]] bool is_about(const Room& room) const;

  /// What is known now, as an event, so that a replay of the log counts nothing.
  [[nodiscard]] Event event(Moment now) const;

 private:
  void begin(const Workshop& shop);
  void play(std::uint32_t run);

  std::shared_ptr<const Room> room_;
  int futures_;
  int counted_ = 0;
  std::shared_ptr<const Scenario> scenario_;  ///< with the deals that are public
  std::vector<int> operating_;                ///< by corridor of it
  std::vector<int> kept_;                     ///< by package of it
};

/// The whole count at once.
[[nodiscard]] Event foreseeing(const Room& room, Moment now, const Workshop& shop,
                               int futures = foreseen_futures);

}  // namespace tumen::server::rooms
