// What happens in a room by itself: people who fall silent, rounds that end, what is counted, and
// everybody being told.
#include "server/hall/live_room.hpp"
#include "server/rooms/baseline.hpp"
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
  if (wants_baseline(room())) {
    count_baseline();
  }
  if (wants_chances(room())) {
    foresee();
  }
  if (is_news_) {
    tell_all();
  }
}

/// What the room is compared with at its end; a thread of the crew is busy with it for a while.
void LiveRoom::count_baseline() {
  if (is_counting_) {
    return;
  }
  is_counting_ = true;
  around_.crew.compute([self = shared_from_this(), then = kept_.logged->shared(), at = now()] {
    std::vector<Event> events;
    try {
      events = {counting(*then, at, self->around_.shop, baseline_futures, 1)};
    } catch (const std::exception&) {
      // The debrief does without.
    }
    self->post([then, events = std::move(events)](LiveRoom& live) {
      live.is_counting_ = events.empty();  // what failed once is not tried at every beat
      const bool is_same = live.trouble_.empty() && wants_baseline(live.room()) &&
                           live.room().phase_changed == then->phase_changed;
      if (is_same) {
        static_cast<void>(live.take(events));
      }
    });
  });
}

/// The chances that all may see; they are nobody's hurry, and give way to what somebody waits for.
void LiveRoom::foresee() {
  if (is_looking_ || around_.futures <= 0) {
    return;
  }
  is_looking_ = true;
  look_ahead(std::make_shared<Foresight>(kept_.logged->shared(), around_.futures));
}

void LiveRoom::look_ahead(const std::shared_ptr<Foresight>& foresight) {
  around_.crew.compute_last([self = shared_from_this(), foresight] {
    // What throws here is lost, and with it the chances alone.
    if (!foresight->count_more(futures_at_once, self->around_.shop)) {
      self->look_ahead(foresight);
      return;
    }
    self->post([foresight](LiveRoom& live) {
      live.is_looking_ = false;
      if (live.trouble_.empty() && foresight->is_about(live.room())) {
        static_cast<void>(live.take({foresight->event(live.now())}));
      }
    });
  });
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
