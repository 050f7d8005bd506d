#include "server/hall/live_room.hpp"

#include "server/message.hpp"
#include "server/rooms/tokens.hpp"
#include "server/rooms/view.hpp"
#include "sim/json_reader.hpp"

#include <algorithm>
#include <chrono>

namespace tumen::server::hall {

using namespace rooms;

namespace {

constexpr std::ptrdiff_t most_of_a_role = 4;  // hosts, projectors
constexpr std::ptrdiff_t most_strangers = 64;

Moment wall_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

LiveRoom::LiveRoom(std::string code, const Surroundings& around)
    : code_(std::move(code)), around_(around), queue_(std::make_shared<TaskQueue>()) {
  queue_->is_held = true;
}

void LiveRoom::post(std::function<void(LiveRoom&)> task) {
  // Weak: a task that still waits when all ends would keep its room, and the room its queue.
  around_.crew.post(queue_, [room = weak_from_this(), task = std::move(task)] {
    if (const std::shared_ptr<LiveRoom> here = room.lock()) {
      task(*here);
    }
  });
}

void LiveRoom::open(Opening opening) {
  around_.crew.compute([self = shared_from_this(), opening = std::move(opening)] {
    LiveRoom& room = *self;
    room.offset_ = wall_clock() - room.around_.clock();
    try {
      const Event opened =
          rooms::opening(opening.settings, token_hash(room.code_, opening.host),
                         token_hash(room.code_, opening.screen), room.now(), room.around_.shop);
      KeptRoom kept = make_room(room.around_.folder, room.code_, room.around_.shop);
      kept.logged->take({opened});
      room.begin(std::move(kept));
      opening.caller->peer.send(
          opened_text(room.code_, opening.host, opening.screen, room.around_.place(room.code_)),
          "");
      room.admit(opening.caller, opening.host);
    } catch (const InputError& error) {
      room.fail(opening.caller, "settings", messages_of(error));
    } catch (const std::exception&) {
      room.fail(opening.caller, "fault", {"the room could not be made"});
    }
    room.around_.crew.release(room.queue_);
  });
}

void LiveRoom::resume() {
  around_.crew.compute([self = shared_from_this()] {
    LiveRoom& room = *self;
    try {
      KeptRoom kept = resume_room(room.around_.folder, room.code_, room.around_.shop);
      room.offset_ = kept.last - room.around_.clock();
      room.begin(std::move(kept));
    } catch (const InputError&) {
      room.fail(nullptr, "gone", {"another server has this room"});
    } catch (const std::exception&) {
      room.fail(nullptr, "gone", {"this room cannot go on: its log does not fit this program"});
    }
    room.around_.crew.release(room.queue_);
  });
}

void LiveRoom::begin(KeptRoom kept) {
  kept_ = std::move(kept);
  presence_ = present(room(), now());
  last_guest_at_ = now();
}

void LiveRoom::fail(const CallerPtr& caller, const std::string& reason,
                    const std::vector<std::string>& errors) {
  trouble_ = errors.empty() ? reason : errors.front();
  is_over_ = true;
  if (caller != nullptr) {
    caller->peer.send(error_text(reason, errors), "");
  }
}

void LiveRoom::hear(const CallerPtr& caller, std::string text) {
  caller->waiting += 1;
  post([caller, text = std::move(text)](LiveRoom& room) {
    caller->waiting -= 1;
    room.take_up(caller, text);
  });
}

void LiveRoom::leave(const CallerPtr& caller) {
  around_.crew.forget(caller->number);
  post([caller](LiveRoom& room) { room.guests_.erase(caller->number); });
}

Speaker LiveRoom::speaker_of(const Guest& guest) const {
  return guest.token.empty() ? Speaker{} : rooms::speaker_of(room(), guest.token);
}

bool LiveRoom::is_full(const Speaker& speaker) const {
  if (chair_of(room(), speaker) != nobody) {
    return false;  // the newest tab alone is there
  }
  const auto same = std::count_if(guests_.begin(), guests_.end(), [&](const auto& entry) {
    return speaker_of(entry.second).kind == speaker.kind;
  });
  return same >= (speaker.kind == Speaker::Kind::stranger ? most_strangers : most_of_a_role);
}

void LiveRoom::greet(const CallerPtr& caller, const Message& hello) {
  const std::string token = text_at(hello, "token");
  if (!trouble_.empty()) {
    caller->peer.send(error_text("gone", {trouble_}), "");
  } else if (normal_code(text_at(hello, "code")) != code_) {
    caller->peer.send(error_text("code", {"this connection is in room " + code_}), "");
  } else if (!token.empty() && rooms::speaker_of(room(), token).kind == Speaker::Kind::stranger) {
    around_.strikes.add(caller->peer.address, static_cast<double>(around_.clock()) / 1000);
    caller->peer.send(error_text("token", {"this token opens nothing in the room"}), "");
  } else {
    admit(caller, token);
  }
}

void LiveRoom::admit(const CallerPtr& caller, const std::string& token) {
  Guest guest{caller, token, false, {}};
  guests_.erase(caller->number);
  if (is_full(speaker_of(guest))) {
    caller->peer.send(error_text("full", {"too many are here already"}), "");
    return;
  }
  welcome(guests_[caller->number] = guest);
}

void LiveRoom::welcome(Guest& guest) {
  const Speaker speaker = speaker_of(guest);
  const Send& send = guest.caller->peer.send;
  send(welcome_text(room(), speaker, around_.place(code_)), "");
  if (speaker.is_seat() || speaker.is_host() || speaker.is_parliament()) {
    send(json_line(catalogue_json(room(), viewer_of(speaker))), "");
  }
  if (const int chair = chair_of(room(), speaker); chair != nobody) {
    sit(guest, chair);
  }
  send(view_text(speaker), "room");
}

/// Of two tabs of one person the newer counts.
void LiveRoom::sit(Guest& guest, int chair) {
  const Tab older = attach(presence_, chair, guest.caller->number, now());
  const auto found = guests_.find(older);
  if (older != 0 && found != guests_.end()) {
    const Peer peer = found->second.caller->peer;
    guests_.erase(found);
    peer.send(json_line(JsonObject{{"type", "replaced"}}), "");
    peer.hang_up();
  }
}

std::string LiveRoom::view_text(const Speaker& speaker) const {
  Json seen = view(room(), viewer_of(speaker));
  seen.as_object()["now"] = now();
  return json_line(seen);
}

}  // namespace tumen::server::hall
