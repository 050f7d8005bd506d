#pragma once
// Futures of a room that nobody waits for: counted a few at a time, so that who has more urgent
// work can do it between.
#include "server/rooms/event.hpp"

#include <algorithm>

namespace tumen::server::rooms {

/// Invariant: what it comes to depends on the room and the number of futures alone.
class Futures {
 public:
  Futures(std::shared_ptr<const Room> room, int number)
      : room_(std::move(room)), number_(std::max(number, 1)) {}
  virtual ~Futures() = default;
  Futures(const Futures&) = delete;
  Futures& operator=(const Futures&) = delete;

  /// Counts at most so many more. True once all are. Throws what the workshop throws.
  bool count_more(int most, const Workshop& shop) {
    if (counted_ == 0) {
      begin(shop);
    }
    for (const int last = std::min(counted_ + most, number_); counted_ < last; ++counted_) {
      play(static_cast<std::uint32_t>(counted_));
    }
    return counted_ >= number_;
  }
  /// All of them.
  void count_all(const Workshop& shop) { static_cast<void>(count_more(number_, shop)); }

  /// False once a room has moved on from the one they are futures of.
  [[nodiscard]] virtual bool is_about(const Room& now) const = 0;
  /// What is known now, as an event, so that a replay of the log counts nothing.
  [[nodiscard]] virtual Event event(Moment at) const = 0;

 protected:
  virtual void begin(const Workshop& shop) = 0;  ///< before the first
  virtual void play(std::uint32_t run) = 0;

  [[nodiscard]] const Room& room() const { return *room_; }
  [[nodiscard]] int counted() const { return counted_; }

 private:
  std::shared_ptr<const Room> room_;
  int number_;
  int counted_ = 0;
};

}  // namespace tumen::server::rooms
