#include "server/hall/hall.hpp"

#include "server/hall/workshop.hpp"
#include "server/rooms/tokens.hpp"
#include "sim/json_reader.hpp"

#include <algorithm>
#include <chrono>

namespace tumen::server::hall {

using namespace rooms;

namespace {

constexpr std::size_t most_rooms = 64;
constexpr int most_waiting = 64;  // messages of one page
constexpr int quick_threads = 3;  // they wait for the disk more than they count

int slow_threads(int wanted) {
  const int all = static_cast<int>(std::thread::hardware_concurrency());
  return wanted > 0 ? wanted : std::max(1, all);
}

HallSettings with_clock(HallSettings settings) {
  if (!settings.clock) {
    settings.clock = [] {
      return std::chrono::duration_cast<std::chrono::milliseconds>(
                 std::chrono::steady_clock::now().time_since_epoch())
          .count();
    };
  }
  return settings;
}

double seconds(Moment moment) {
  return static_cast<double>(moment) / 1000;
}

/// Read from the message, within what opening() allows or refused there.
Settings settings_from(const JsonObject& message) {
  Settings settings;
  const Json* const found = message.if_contains("settings");
  if (found != nullptr && found->is_object()) {
    const JsonObject& wanted = found->get_object();
    settings.scenario = text_at(wanted, "scenario");
    const auto read = [&](const char* key, int& value) {
      if (wanted.contains(key)) {
        value = static_cast<int>(std::min<std::uint64_t>(number_at(wanted, key), 1'000'000));
      }
    };
    read("rounds", settings.rounds);
    read("minutes", settings.minutes);
    read("quarters", settings.quarters);
  }
  return settings;
}

/// Equal without telling by the time it takes how much of it is.
bool is_key(const std::string& key, const std::string& shown) {
  return !key.empty() && token_hash("key", key) == token_hash("key", shown);
}

/// 53 bits of the system's randomness: a seed that JSON keeps.
std::uint64_t fresh_seed() {
  constexpr std::size_t digits = 13;
  return std::stoull(fresh_token().substr(0, digits), nullptr, 16) + 1;
}

}  // namespace

/// One page. Touched by the conversation alone, which is called one at a time.
struct Hall::Visit {
  CallerPtr caller;
  std::shared_ptr<LiveRoom> room;
};

Hall::Hall(Scenarios& scenarios, std::vector<std::filesystem::path> roots, HallSettings settings)
    : settings_(with_clock(std::move(settings))),
      shop_(make_workshop(scenarios, std::move(roots))),
      crew_(quick_threads, slow_threads(settings_.threads)),
      around_{crew_,
              shop_,
              strikes_,
              settings_.clock,
              [this](const std::string& code) { return place(code); },
              settings_.folder,
              settings_.futures},
      heart_([this](const std::stop_token& stop) { keep_beat(stop); }) {}

Hall::~Hall() {
  stop();
}

void Hall::stop() {
  heart_ = {};
  crew_.stop();
}

void Hall::is_found_at(std::vector<std::string> urls) {
  const std::scoped_lock lock(guard_);
  urls_ = std::move(urls);
}

JoinPlace Hall::place(const std::string& code) const {
  const std::scoped_lock lock(guard_);
  JoinPlace place;
  for (const std::string& url : urls_) {
    place.urls.push_back(url + "join#" + code);
  }
  place.url = place.urls.empty() ? "" : place.urls.front();
  return place;
}

Conversation Hall::open(Peer peer) {
  auto visit = std::make_shared<Visit>();
  visit->caller = std::make_shared<Caller>();
  visit->caller->peer = std::move(peer);
  {
    const std::scoped_lock lock(guard_);
    visit->caller->number = ++visits_;
  }
  return {[this, visit](std::string_view text) { hear(*visit, text); },
          [visit] {
            if (visit->room != nullptr) {
              visit->room->leave(visit->caller);
            }
          }};
}

void Hall::hear(Visit& visit, std::string_view text) {
  if (visit.room != nullptr && visit.room->is_over()) {
    visit.room = nullptr;
  }
  if (visit.caller->waiting > most_waiting) {
    visit.caller->peer.hang_up();
  } else if (visit.room != nullptr) {
    visit.room->hear(visit.caller, std::string(text));
  } else {
    try {
      const JsonObject message = parse_json_object(text);
      const std::string type = text_at(message, "type");
      if (type == "open") {
        open_room(visit, message);
      } else if (type == "hello") {
        enter(visit, message, text);
      } else {
        visit.caller->peer.send(error_text("message", {"say hello first"}), "");
      }
    } catch (const JsonError& error) {
      visit.caller->peer.send(error_text("message", {error.what()}), "");
    }
  }
}

void Hall::enter(Visit& visit, const JsonObject& hello, std::string_view text) {
  const std::string& address = visit.caller->peer.address;
  const double now = seconds(settings_.clock());
  // Whoever has a token guesses no code.
  if (text_at(hello, "token").empty() && strikes_.is_out(address, now)) {
    visit.caller->peer.send(error_text("slow", {"too many wrong codes; wait a minute"}), "");
    return;
  }
  const std::string code = normal_code(text_at(hello, "code"));
  visit.room = code.empty() ? nullptr : find(code);
  if (visit.room == nullptr) {
    strikes_.add(address, now);
    visit.caller->peer.send(error_text("code", {"there is no room of this code"}), "");
    return;
  }
  visit.room->hear(visit.caller, std::string(text));
}

void Hall::open_room(Visit& visit, const JsonObject& message) {
  const std::string& address = visit.caller->peer.address;
  const double now = seconds(settings_.clock());
  const auto refuse = [&](const char* reason, const char* error) {
    visit.caller->peer.send(error_text(reason, {error}), "");
  };
  if (strikes_.is_out(address, now)) {
    return refuse("slow", "too many wrong keys; wait a minute");
  }
  if (!is_key(settings_.key, text_at(message, "key"))) {
    strikes_.add(address, now);
    return refuse("key", "this is not the host's key; take the link that the program printed");
  }
  visit.room = make();
  if (visit.room == nullptr) {
    return refuse("full", "too many rooms are open");
  }
  Opening opening{settings_from(message), fresh_token(), fresh_token(), visit.caller};
  opening.settings.code = visit.room->code();
  opening.settings.seed = fresh_seed();
  visit.room->open(std::move(opening));
}

std::shared_ptr<LiveRoom> Hall::find(const std::string& code) {
  const std::scoped_lock lock(guard_);
  const auto found = rooms_.find(code);
  if (found != rooms_.end() && !found->second->is_over()) {
    return found->second;
  }
  if (rooms_.size() >= most_rooms || !has_log(settings_.folder, code)) {
    return nullptr;
  }
  auto room = std::make_shared<LiveRoom>(code, around_);
  room->resume();
  return rooms_[code] = room;
}

std::shared_ptr<LiveRoom> Hall::make() {
  const std::scoped_lock lock(guard_);
  if (rooms_.size() >= most_rooms) {
    return nullptr;
  }
  std::string code = fresh_code();
  while (rooms_.contains(code) || has_log(settings_.folder, code)) {
    code = fresh_code();
  }
  return rooms_[code] = std::make_shared<LiveRoom>(code, around_);
}

void Hall::keep_beat(const std::stop_token& stop) {
  std::unique_lock lock(guard_);
  while (!stopping_.wait_for(lock, stop, settings_.beat, [&] { return stop.stop_requested(); })) {
    if (stop.stop_requested()) {
      return;
    }
    std::erase_if(rooms_, [](const auto& entry) { return entry.second->is_over(); });
    for (const auto& [code, room] : rooms_) {
      room->beat();
    }
  }
}

}  // namespace tumen::server::hall
