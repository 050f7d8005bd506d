// What happens in a room by itself: people who fall silent, rounds that end, what is counted, and
// everybody being told.
#include "server/hall/live_room.hpp"
#include "server/rooms/baseline.hpp"
#include "server/rooms/foresee.hpp"
#include "server/rooms/view.hpp"

namespace tumen::server::hall {

using namespace rooms;

namespace {

constexpr Moment forgotten_after = 10 * minute;
constexpr Moment forgotten_in_memory_after = 120 * minute;
constexpr int futures_at_once = 5;  // some tens of milliseconds

}  // namespace

void LiveRoom::beat() {
  if (!has_beat_.exchange(true)) {
    post([](LiveRoom& room) {
      room.has_beat_ = false;
      if (room.trouble_.empty()) {
        room.keep_time();
      }
    });
  }
}

void LiveRoom::keep_time() {
  if (!guests_.empty()) {
    last_guest_at_ = now();
  }
  const Moment patience = kept_.lock ? forgotten_after : forgotten_in_memory_after;
  if (now() - last_guest_at_ > patience) {
    trouble_ = "the room was left alone";
    kept_ = {};  // the log is whoever's goes on with it
    is_over_ = true;
    return;
  }
  if (room().phase == Phase::round && !room().is_paused && now() >= room().ends_at) {
    end_round();
  } else if (const auto events = due(room(), presence_, now(), around_.shop); !events.empty()) {
    static_cast<void>(take(events));
  }
  if (wants_chances(room()) && !is_looking_ && around_.futures > 0) {
    is_looking_ = true;
    count(std::make_shared<Foresight>(kept_.logged->shared(), around_.futures),
          &LiveRoom::is_looking_);
  }
  if (wants_baseline(room()) && !is_counting_) {
    is_counting_ = true;
    count(std::make_shared<Baseline>(kept_.logged->shared(), baseline_futures),
          &LiveRoom::is_counting_);
  }
  if (is_news_) {
    tell_all();
  }
}

/// Nobody waits for these: they give way to what somebody does. `is_busy` ends with them, but stays
/// true where they cannot be counted, so that they are not tried at every beat; the room does
/// without.
void LiveRoom::count(const std::shared_ptr<Futures>& futures, bool LiveRoom::* is_busy,
                     bool goes_on) {
  const auto count_some = [self = shared_from_this(), futures, is_busy] {
    if (!futures->count_more(futures_at_once, self->around_.shop)) {
      self->count(futures, is_busy, true);
      return;
    }
    self->post([futures, is_busy, event = futures->event(0)](LiveRoom& live) mutable {
      live.*is_busy = false;
      if (live.trouble_.empty() && futures->is_about(live.room())) {
        event.at = live.now();
        static_cast<void>(live.take({std::move(event)}));
      }
    });
  };
  around_.crew.compute_last(count_some, goes_on);
}

/// The world is moved elsewhere first: what had to be compiled for it is there when it counts.
void LiveRoom::end_round() {
  if (is_ending_) {
    return;
  }
  is_ending_ = true;
  around_.crew.compute(
      [self = shared_from_this(), then = kept_.logged->shared(), presence = presence_, at = now()] {
        std::vector<Event> events;
        try {
          events = due(*then, presence, at, self->around_.shop);
        } catch (const std::exception&) {
          // The room tries again, and so do its people.
        }
        self->post([then, events = std::move(events)](LiveRoom& live) {
          live.is_ending_ = false;
          const bool is_same = live.room().version == then->version;
          const auto now_due =
              is_same ? events : due(live.room(), live.presence_, live.now(), live.around_.shop);
          if (!now_due.empty()) {
            static_cast<void>(live.take(now_due));
          }
        });
      });
}

void LiveRoom::tell_all() {
  is_news_ = false;
  std::map<std::pair<Speaker::Kind, int>, std::string> made;
  for (const auto& [number, guest] : guests_) {
    Speaker speaker = speaker_of(guest);
    if (speaker.kind == Speaker::Kind::stranger) {
      speaker.kind = Speaker::Kind::screen;  // they see the same
    }
    std::string& text = made[{speaker.kind, speaker.seat}];
    if (text.empty()) {
      text = view_text(speaker);
    }
    guest.caller->peer.send(text, "room");
  }
}

}  // namespace tumen::server::hall
