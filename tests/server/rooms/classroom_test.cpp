// The preset of the classroom, its deals to start from, its quiz.
#include "server/rooms/classroom.hpp"

#include "server/rooms/appraise.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;
using test::RoomGame;

}  // namespace

TEST_CASE("every seat of the classroom has three deals to start from, and each can be composed",
          "[server][rooms][long]") {
  RoomGame game(test::game_settings("classroom-2011"));
  for (const Seat& seat : game.room().seats) {
    const std::vector<ReadyDeal> ready = ready_deals(game.room(), seat.country);
    CAPTURE(seat.country);
    REQUIRE(ready.size() == 3);
    for (const ReadyDeal& deal : ready) {
      CAPTURE(deal.title);
      const Check check = check_draft(game.room(), deal.draft, game.shop());
      CHECK(check.fans.count(seat.country) == 1);
      CHECK(check.missing.empty());
      CHECK(check.ruled_out.empty());
      UNSCOPED_INFO(json_line(check_json(check)));
    }
  }
}

TEST_CASE("a scenario that lacks a thing leaves the deals over it out", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  CHECK(ready_deals(game.room(), "RUS").size() == 1);
  CHECK(ready_deals(game.room(), "USA").empty());
}

TEST_CASE(
    "who plays answers the quiz once before and once after, and nobody sees whose answer it is",
    "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  CHECK_FALSE(game.ask(rus, R"("type":"quiz","when":"after","answers":[0,1,2])").is_taken());
  CHECK(game.ask(rus, R"("type":"quiz","when":"before","answers":[0,1,4])").is_taken());
  CHECK_FALSE(game.ask(rus, R"("type":"quiz","when":"before","answers":[1,1,1])").is_taken());
  CHECK_FALSE(
      game.ask(RoomGame::host, R"("type":"quiz","when":"before","answers":[1,1,1])").is_taken());
  CHECK(has(game.seen_by(rus), R"("quiz":{"before":true,"after":false})"));
  CHECK(has(game.seen_by(prk), R"("quiz":{"before":false,"after":false})"));
  CHECK(has(game.seen_by(RoomGame::host), R"("quiz":{"before":1,"after":0})"));
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK_FALSE(game.ask(prk, R"("type":"quiz","when":"before","answers":[2,2,2])").is_taken());
  game.ask(RoomGame::host, R"("type":"end")");
  CHECK(game.ask(rus, R"("type":"quiz","when":"after","answers":[3,3,3])").is_taken());
  CHECK(has(game.seen_by(prk), R"("before":[0,0,0,0,1],"after":[0,0,0,1,0])"));
  CHECK(parse_command(R"({"type":"quiz","id":1,"version":0,"when":"after","answers":[0,5,1]})")
            .errors.size() == 1);
}

TEST_CASE("what a seat may do is announced as an order, not as a deed", "[server][rooms]") {
  const RoomGame game(test::game_settings("classroom-2011"));
  const std::vector<std::string> orders = {"Test ", "Stop ",   "Cut ",   "Lean ",   "Tighten ",
                                           "Ease ", "Refuse ", "Close ", "Slight ", "Ask "};
  int acts = 0;
  for (std::size_t seat = 0; seat < game.room().seats.size(); ++seat) {
    const JsonObject own = viewing::own_json(game.room(), static_cast<int>(seat));
    for (const Json& act : own.at("acts").as_array()) {
      const std::string title(act.at("title").as_string());
      CAPTURE(title);
      CHECK(std::any_of(orders.begin(), orders.end(),
                        [&](const std::string& order) { return title.starts_with(order); }));
      ++acts;
    }
  }
  CHECK(acts >= 6);
  const int north = seat_of(game.room(), "PRK");
  CHECK(has(json_line(viewing::own_json(game.room(), north).at("acts")), "\"Test a weapon\""));
}
