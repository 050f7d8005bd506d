// What guests say, and what comes of it.
#include "server/hall/live_room.hpp"
#include "server/message.hpp"
#include "server/rooms/appraise.hpp"
#include "server/rooms/tokens.hpp"
#include "sim/json_reader.hpp"

#include <algorithm>

namespace tumen::server::hall {

using namespace rooms;

namespace {

constexpr std::size_t most_held = 32;

/// Commands that may have to compile a scenario, or move the world.
bool takes_time(CommandKind kind) {
  return kind == CommandKind::offer || kind == CommandKind::counter || kind == CommandKind::skip ||
         kind == CommandKind::end;
}

const std::vector<std::string> a_fault = {"a fault of the program; the room goes on"};

}  // namespace

void LiveRoom::take_up(const CallerPtr& caller, const std::string& text) {
  try {
    const Message message = parse_json_object(text);
    const auto found = guests_.find(caller->number);
    if (found == guests_.end() || text_at(message, "type") == "hello") {
      greet(caller, message);
    } else if (!found->second.is_busy) {
      handle(found->second, text, message);
    } else if (found->second.held.size() < most_held) {
      found->second.held.push_back(text);
    } else {
      caller->peer.hang_up();
    }
  } catch (const JsonError& error) {
    caller->peer.send(error_text("message", {error.what()}), "");
  } catch (const std::exception&) {
    // Nothing of the inside goes over the network.
    caller->peer.send(error_text("fault", a_fault), "");
  }
}

void LiveRoom::handle(Guest& guest, const std::string& text, const Message& message) {
  if (const int chair = chair_of(room(), speaker_of(guest)); chair != nobody) {
    rooms::hear(presence_, chair, guest.caller->number, now());
  }
  const std::string type = text_at(message, "type");
  if (type == "here") {
    return;
  }
  if (type == "check") {
    check(guest, message);
  } else if (type == "download") {
    give_file(guest, message);
  } else {
    command(guest, text);
  }
}

void LiveRoom::command(Guest& guest, const std::string& text) {
  ParsedCommand parsed = parse_command(text);
  if (!parsed.errors.empty()) {
    guest.caller->peer.send(refusal_text(parsed.command.id, parsed.errors), "");
    return;
  }
  Asked asked{guest.caller, guest.token, std::move(parsed.command), ""};
  if (asked.command.kind == CommandKind::join) {
    asked.fresh_token = fresh_token();
  }
  if (takes_time(asked.command.kind)) {
    compute(guest, std::move(asked));
  } else {
    Verdict verdict = judged(asked);
    conclude(asked, std::move(verdict));
  }
}

Verdict LiveRoom::judged(const Asked& asked) const {
  const Speaker speaker = asked.token.empty() ? Speaker{} : rooms::speaker_of(room(), asked.token);
  const std::string hash = asked.fresh_token.empty() ? "" : token_hash(code_, asked.fresh_token);
  return decide(room(), speaker, asked.command, {now(), hash}, around_.shop);
}

/// Judges the command elsewhere, by the room as it stands; what else the guest says waits. If the
/// room has moved on meanwhile it is judged anew, with all that was compiled at hand.
void LiveRoom::compute(Guest& guest, Asked asked) {
  guest.is_busy = true;
  const Speaker speaker = speaker_of(guest);
  around_.crew.compute([self = shared_from_this(), then = kept_.logged->shared(), speaker,
                        asked = std::move(asked), at = now()] {
    Verdict verdict;
    try {
      verdict = decide(*then, speaker, asked.command, {at, ""}, self->around_.shop);
    } catch (const std::exception&) {
      verdict.refusals = a_fault;
    }
    self->post([then, asked, verdict = std::move(verdict)](LiveRoom& live) {
      const bool is_same = live.room().version == then->version;
      live.conclude(asked, is_same ? verdict : live.judged(asked));
      live.go_on(asked.caller->number);
    });
  });
}

/// Takes up what a guest has said while its command was computed, until the next that takes time.
void LiveRoom::go_on(Tab number) {
  const auto find = [&] { return guests_.find(number); };
  if (find() == guests_.end()) {
    return;
  }
  find()->second.is_busy = false;
  for (auto guest = find(); guest != guests_.end(); guest = find()) {
    if (guest->second.is_busy || guest->second.held.empty()) {
      return;
    }
    const std::string text = std::move(guest->second.held.front());
    guest->second.held.pop_front();
    take_up(guest->second.caller, text);
  }
}

void LiveRoom::conclude(const Asked& asked, Verdict verdict) {
  if (!take(verdict.events)) {
    verdict.events.clear();
    verdict.refusals = {"the room could not be written to the disk: nothing has changed"};
  }
  asked.caller->peer.send(answer_text(asked.command.id, verdict), "");
  const auto guest = guests_.find(asked.caller->number);
  if (asked.command.kind == CommandKind::join && !verdict.events.empty() &&
      guest != guests_.end()) {
    guest->second.token = asked.fresh_token;
    const Speaker speaker = speaker_of(guest->second);
    asked.caller->peer.send(seat_text(room(), speaker, asked.fresh_token), "");
    welcome(guest->second);
  }
}

/// False if the disk does not take the events; then nothing has happened.
bool LiveRoom::take(const std::vector<Event>& events) {
  if (events.empty()) {
    return true;
  }
  try {
    kept_.logged->take(events);
  } catch (const std::exception&) {
    return false;
  }
  note(events);
  return true;
}

/// Who has lost its seat is told; everybody is, of what has changed.
void LiveRoom::note(const std::vector<Event>& events) {
  bool is_freed = false;
  for (const Event& event : events) {
    if (event.kind == EventType::freed) {
      is_freed = true;
      const auto seat = static_cast<std::size_t>(event.seat);
      presence_.chairs.at(seat).tab = 0;
      presence_.chairs.at(room().seats.size() + seat).tab = 0;
    }
  }
  for (auto& [number, guest] : guests_) {
    if (is_freed && !guest.token.empty() && speaker_of(guest).kind == Speaker::Kind::stranger) {
      guest.token.clear();
      guest.caller->peer.send(welcome_text(room(), {}, around_.place(code_)), "");
    }
  }
  is_news_ = true;
}

/// The host has the files at any time, players in the debrief; they hold what all may see.
void LiveRoom::give_file(Guest& guest, const Message& message) {
  const Speaker speaker = speaker_of(guest);
  const std::uint64_t id = number_at(message, "id");
  const bool plays = speaker.is_seat() || speaker.is_parliament();
  const auto file = download(room(), text_at(message, "what"));
  if (!speaker.is_host() && !(plays && room().phase == Phase::debrief)) {
    guest.caller->peer.send(refusal_text(id, {"files are for the host, or for the debrief"}), "");
  } else if (!file) {
    guest.caller->peer.send(
        refusal_text(id, {"what: allowed are room.json, events.csv, deals.csv"}), "");
  } else {
    guest.caller->peer.send(file_text(id, *file), "");
  }
}

void LiveRoom::check(Guest& guest, const Message& message) {
  const std::uint64_t id = number_at(message, "id");
  const Send send = guest.caller->peer.send;
  const auto refuse = [id, send](const std::vector<std::string>& errors) {
    send(checked_text(id, errors), "check");
  };
  const Speaker speaker = speaker_of(guest);
  const std::string country =
      speaker.is_seat() ? room().seats.at(static_cast<std::size_t>(speaker.seat)).country : "";
  std::vector<std::string> errors;
  const Json* const found = message.if_contains("draft");
  const Draft draft = draft_from(found == nullptr ? Json() : *found, "draft", errors);
  if (!speaker.is_seat()) {
    errors = {"only a seat may do that"};
  } else if (errors.empty()) {
    errors = mistakes_of(draft, *room().scenario, room().catalogue->instruments);
  }
  if (errors.empty() && free_slot(room()).empty()) {
    errors = {"no room for another deal"};
  }
  if (!errors.empty()) {
    refuse(errors);
    return;
  }
  around_.crew.compute_newest(
      guest.caller->number, "check",
      [self = shared_from_this(), then = kept_.logged->shared(), draft, country, id, send, refuse] {
        try {
          send(checked_text(id, check_draft(*then, draft, self->around_.shop), country), "check");
        } catch (const InputError& error) {
          refuse(messages_of(error));
        }
      });
}

}  // namespace tumen::server::hall
