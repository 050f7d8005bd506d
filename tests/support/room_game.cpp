#include "tests/support/room_game.hpp"

#include "server/rooms/staged.hpp"
#include "server/rooms/tokens.hpp"
#include "tests/support/scenes.hpp"

#include <memory>

#include <catch2/catch.hpp>

namespace tumen::test {

using namespace server::rooms;

Workshop scene_workshop(const std::vector<std::string>& overrides) {
  auto kept = std::make_shared<std::map<std::string, Board>>();
  const auto board = [kept, overrides](const std::string& name,
                                       const std::vector<ComposedDeal>& deals) {
    std::string key = name;
    for (const ComposedDeal& deal : deals) {
      key += "\n" + deal.slot + " " + std::to_string(deal.from) + " " + deal.text;
    }
    Board& found = (*kept)[key];
    if (found.scenario == nullptr) {
      found = board_of(scenes::load(name, overrides, deals));
    }
    return found;
  };
  return {[board](const std::string& name) { return board(name, {}); },
          [board](const std::string& name, const std::vector<ComposedDeal>& deals) {
            return board(name, deals).scenario;
          }};
}

Settings game_settings(const std::string& scenario) {
  Settings settings;
  settings.code = "ABCDEF";
  settings.scenario = scenario;
  settings.seed = 7;
  return settings;
}

RoomGame::RoomGame(const Settings& settings) : shop_(scene_workshop()) {
  take({opening(settings, token_hash(settings.code, host), token_hash(settings.code, screen), now_,
                shop_)});
  presence_ = present(room_, now_);
}

void RoomGame::take(const std::vector<Event>& events) {
  for (const Event& event : events) {
    room_ = apply(std::move(room_), event, shop_);
  }
  log_ += log_lines(events);
}

std::string RoomGame::join(const std::string& country, const std::string& name) {
  const std::string token = "token of " + country;
  const ParsedCommand parsed = parse_command(R"({"type":"join","id":1,"version":0,"country":")" +
                                             country + R"(","name":")" + name + "\"}");
  REQUIRE(parsed.errors.empty());
  const Verdict verdict =
      decide(room_, {}, parsed.command, {now_, token_hash(room_.settings.code, token)}, shop_);
  REQUIRE(verdict.refusals.empty());
  take(verdict.events);
  const int seat = seat_of(room_, country);
  static_cast<void>(attach(presence_, seat, static_cast<Tab>(seat + 1), now_));
  return token;
}

std::string RoomGame::second(const std::string& country, const std::string& name) {
  const std::string token = "token of the parliament of " + country;
  const ParsedCommand parsed =
      parse_command(R"({"type":"join","id":1,"version":0,"role":"parliament","country":")" +
                    country + R"(","name":")" + name + "\"}");
  REQUIRE(parsed.errors.empty());
  const Verdict verdict =
      decide(room_, {}, parsed.command, {now_, token_hash(room_.settings.code, token)}, shop_);
  REQUIRE(verdict.refusals.empty());
  take(verdict.events);
  const int chair = chair_of(room_, speaker_of(room_, token));
  static_cast<void>(attach(presence_, chair, static_cast<Tab>(chair + 1), now_));
  return token;
}

Verdict RoomGame::ask(const std::string& token, const std::string& members) {
  return ask(token, members, ++ids_[token], room_.version);
}

Verdict RoomGame::ask(const std::string& token, const std::string& members, std::uint64_t id,
                      std::uint64_t version) {
  const ParsedCommand parsed =
      parse_command("{\"id\":" + std::to_string(id) + ",\"version\":" + std::to_string(version) +
                    "," + members + "}");
  CAPTURE(members);
  REQUIRE(parsed.errors.empty());
  Verdict verdict = decide(room_, speaker_of(room_, token), parsed.command, {now_, ""}, shop_);
  take(verdict.events);
  return verdict;
}

void RoomGame::wait(Moment by, const std::vector<std::string>& present) {
  now_ += by;
  for (const std::string& token : present) {
    const int chair = chair_of(room_, speaker_of(room_, token));
    REQUIRE(chair != nobody);
    hear(presence_, chair, static_cast<Tab>(chair + 1), now_);
  }
  take(due(room_, presence_, now_, shop_));
}

std::string RoomGame::seen_by(const std::string& token) const {
  const Speaker speaker = speaker_of(room_, token);
  REQUIRE(speaker.kind != Speaker::Kind::stranger);
  return json_line(view(room_, viewer_of(speaker)));
}

PackageStage RoomGame::stage(const std::string& package) const {
  const Id id = find_name(room_.scenario->names.packages, package);
  REQUIRE(id != no_id);
  return static_cast<PackageStage>(static_cast<int>(at(room_.world.packages, id).stage));
}

}  // namespace tumen::test
