// What a room keeps, and what it sends, does not grow with all that was ever said in it.
#include "server/rooms/download.hpp"
#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::cut;
using test::has;
using test::RoomGame;

std::size_t size_of(const RoomGame& game, const std::string& token, const char* list) {
  const JsonObject seen = parse_json_object(game.seen_by(token));
  return seen.at("me").as_object().at(list).as_array().size();
}

}  // namespace

TEST_CASE("rounds in which nothing is added share one scenario", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  const Scenario* const first = game.room().scenario.get();
  game.ask(RoomGame::host, R"("type":"news","kind":"text","text":"Nothing happened.")");
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(game.room().scenario.get() == first);
  game.ask(RoomGame::host, R"("type":"news","kind":"test","country":"PRK","text":"A test.")");
  game.ask(RoomGame::host, R"("type":"skip")");
  const Scenario* const changed = game.room().scenario.get();
  CHECK(changed != first);
  CHECK(changed->model.events.size() == first->model.events.size() + 1);
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(game.room().scenario.get() == changed);
  game.ask(RoomGame::host, R"("type":"rewind","round":2)");
  CHECK(game.room().scenario.get() == first);
}

TEST_CASE("going back to before a deal puts the scenario without it back", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.ask(prk, R"("type":"accept","offer":0)");
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(game.stage("spare_1") == PackageStage::signed_);
  const std::string there =
      json_line(view(game.room(), {Viewer::Kind::screen, nobody}).at("world"));
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"rewind","round":2)");
  CHECK(json_line(view(game.room(), {Viewer::Kind::screen, nobody}).at("world")) == there);
  game.ask(RoomGame::host, R"("type":"rewind","round":1)");
  CHECK(find_name(game.room().scenario->names.packages, "spare_1") == no_id);
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(game.room().round == 2);
}

TEST_CASE("a view holds the newest of what was said, and files hold all", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.join("PRK");
  for (int k = 1; k <= 130; ++k) {
    game.ask(rus, R"("type":"say","text":"line )" + std::to_string(k) + R"(.")");
    game.ask(rus, R"("type":"say","to":"PRK","text":"letter )" + std::to_string(k) + R"(.")");
  }
  const std::string seen = game.seen_by(rus);
  CHECK(parse_json_object(seen).at("messages").as_array().size() == shown_messages);
  CHECK(size_of(game, rus, "messages") == shown_messages);
  CHECK_FALSE(has(seen, "\"line 30.\""));
  CHECK(seen.find("\"line 31.\"") < seen.find("\"line 130.\""));
  CHECK_FALSE(has(seen, "\"letter 30.\""));
  CHECK(has(seen, "\"letter 130.\""));
  CHECK(has(download(game.room(), "events.csv")->text, "line 1."));
  CHECK(has(download(game.room(), "room.json")->text, "line 1."));
}

TEST_CASE("a seat makes so many offers in a round, and sees the newest of those that are past",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string offer = R"("type":"offer","draft":)" + cut;
  game.ask(RoomGame::host, R"("type":"start")");
  for (int k = 0; k < 30; ++k) {
    REQUIRE(game.ask(rus, offer).is_taken());
    game.ask(rus, R"("type":"withdraw","offer":)" + std::to_string(k));
  }
  const Verdict verdict = game.ask(rus, offer);
  REQUIRE(verdict.refusals.size() == 1);
  CHECK(has(verdict.refusals[0], "30 offers in this round"));
  game.ask(RoomGame::host, R"("type":"skip")");
  for (int k = 30; k < 50; ++k) {
    REQUIRE(game.ask(rus, offer).is_taken());
    game.ask(rus, R"("type":"withdraw","offer":)" + std::to_string(k));
  }
  REQUIRE(game.ask(rus, offer).is_taken());
  CHECK(size_of(game, rus, "offers") == shown_offers + 1);
  CHECK_FALSE(has(game.seen_by(rus), R"("offer":9,)"));
  CHECK(has(game.seen_by(rus), R"("offer":10,)"));
  CHECK(has(game.seen_by(rus), R"("offer":50,)"));
}
