// What a class reads at the end.
#include "server/rooms/baseline.hpp"
#include "server/rooms/download.hpp"
#include "server/rooms/ranks.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::cut;
using test::has;
using test::RoomGame;

/// Two rounds in which the debt is cut.
RoomGame played(const std::string& scenario) {
  RoomGame game(test::game_settings(scenario));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.ask(prk, R"("type":"accept","offer":0)");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"end")");
  return game;
}

JsonObject debrief(const Room& room) {
  return view(room, {Viewer::Kind::screen, nobody}).as_object().at("debrief").as_object();
}

}  // namespace

TEST_CASE("a percentile counts those below and half of those alike", "[server][rooms]") {
  CHECK(percentile_of({1, 2, 3, 4}, 2.5) == 50);
  CHECK(percentile_of({1, 2, 3, 4}, 0) == 0);
  CHECK(percentile_of({1, 2, 3, 4}, 9) == 100);
  CHECK(percentile_of({5, 5, 5, 5}, 5) == 50);
  CHECK(percentile_of({}, 1) == 0);
}

TEST_CASE("the frontier is what no other point beats in both", "[server][rooms]") {
  const std::vector<std::array<int, 2>> points = {{10, 90}, {50, 50}, {40, 40}, {90, 10}, {90, 5}};
  CHECK(frontier_of(points) == std::vector<std::array<int, 2>>{{10, 90}, {50, 50}, {90, 10}});
}

TEST_CASE("a debrief sets each deal against what was expected of it", "[server][rooms]") {
  const RoomGame game = played("debt-only");
  const JsonObject told = debrief(game.room());
  REQUIRE(told.at("deals").as_array().size() == 1);
  const JsonObject& deal = told.at("deals").as_array()[0].as_object();
  CHECK(deal.at("by_seat") == "RUS");
  CHECK(deal.at("fans").as_object().contains("PRK"));
  CHECK(deal.at("came").as_object().contains("RUS"));
  CHECK(deal.at("round") == 1);
  CHECK(told.at("questions").as_array().size() == 5);
  CHECK(told.at("objectives").as_array().size() == 2);
  CHECK(told.at("scores").is_null());
  const JsonObject& promises = told.at("promises").as_object();
  CHECK(promises.at("kept").as_int64() + promises.at("broken").as_int64() +
            promises.at("pending").as_int64() ==
        1);
}

TEST_CASE("an offer by which all would have gained and nobody signed is value left",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  std::string mild = cut;
  mild.replace(mild.find("0.9,"), 4, "0.3,");
  game.ask(rus, R"("type":"offer","draft":)" + mild);
  const Check& check = game.room().offers[0].check;
  CAPTURE(check.fans.at("RUS").quantiles[2], check.fans.at("PRK").quantiles[2]);
  const int joint = check.fans.at("RUS").quantiles[2] + check.fans.at("PRK").quantiles[2];
  REQUIRE(check.fans.at("RUS").quantiles[2] > 0);
  REQUIRE(check.fans.at("PRK").quantiles[2] > 0);
  game.ask(prk, R"("type":"refuse","offer":0)");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"end")");
  const JsonObject told = debrief(game.room());
  const JsonObject& value = told.at("value").as_object();
  CHECK(value.at("created") == 0);
  CHECK(value.at("left") == joint);
  CHECK(value.at("left_deals") == 1);
  CHECK(told.at("deals").as_array().empty());
}

TEST_CASE("the baseline is counted once, is an event, and replays from the log alone",
          "[server][rooms]") {
  const RoomGame game = played("debt-only");
  REQUIRE(wants_baseline(game.room()));
  const Event counted = counting(game.room(), game.now(), game.shop(), 40);
  Baseline pieces(std::make_shared<const Room>(game.room()), 40);
  while (!pieces.count_more(7, game.shop())) {
    CHECK(pieces.is_about(game.room()));
  }
  CHECK(event_line(counted) == event_line(pieces.event(game.now())));
  const Replayed again = replay(game.log() + log_lines({counted}), game.shop());
  CHECK_FALSE(wants_baseline(again.room));
  CHECK_FALSE(pieces.is_about(again.room));
  const JsonObject told = debrief(again.room);
  CHECK(told.at("baseline").as_object().at("runs") == 40);
  for (const char* country : {"RUS", "PRK"}) {
    const JsonObject& score = told.at("scores").as_object().at(country).as_object();
    for (const char* part : {"total", "common", "hidden"}) {
      CHECK(score.at(part).as_int64() >= 0);
      CHECK(score.at(part).as_int64() <= 100);
    }
    CHECK(told.at("points").as_object().at(country).as_object().at("futures").as_array().size() ==
          40);
  }
}

TEST_CASE("a room that nobody played is the first of its own futures", "[server][rooms]") {
  RoomGame game(test::game_settings("bench-slice"));
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"news","kind":"oil_price","factor":1.5,"text":"A war.")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"end")");
  const Event counted = counting(game.room(), game.now(), game.shop(), 60);
  const JsonObject points =
      debrief(replay(game.log() + log_lines({counted}), game.shop()).room).at("points").as_object();
  for (const auto& seat : points) {
    CHECK(seat.value().at("came") == seat.value().at("alone"));
  }
}

TEST_CASE("files hold what all may see, and no spreadsheet takes their texts for formulas",
          "[server][rooms]") {
  RoomGame game = played("debt-only");
  const std::string rus = "token of RUS";
  game.ask(rus, R"("type":"press","text":"=1+1, all of it")");
  game.ask(rus, R"("type":"say","to":"PRK","text":"between us")");
  CHECK(has(download(game.room(), "events.csv")->text, "\"'=1+1, all of it\""));
  CHECK_FALSE(has(download(game.room(), "room.json")->text, "between us"));
  CHECK(has(download(game.room(), "room.json")->text, "\"debrief\""));
  CHECK(download(game.room(), "deals.csv")->name == "ABCDEF-deals.csv");
  CHECK_FALSE(download(game.room(), "log").has_value());
}

TEST_CASE("a country is measured by its objective alone", "[server][rooms]") {
  const RoomGame game = played("debt-only");
  const Room& room = game.room();
  const Reached russia =
      objective_of(*room.scenario, first_world(room), room.world, room.tally, "RUS");
  CHECK(russia.value == 40);  // no corridor, and no gas for China
  CHECK(has(russia.text, "not signed"));
  CHECK(objective_of(*room.scenario, first_world(room), room.world, room.tally, "XYZ").value == 0);
}

TEST_CASE("futures of the classroom fit into one line of the log", "[server][rooms][long]") {
  RoomGame game(test::game_settings("classroom-2011"));
  game.ask(RoomGame::host, R"("type":"start")");
  for (int round = 1; round <= 5; ++round) {
    game.ask(RoomGame::host, R"("type":"skip")");
  }
  REQUIRE(wants_baseline(game.room()));
  const Event counted = counting(game.room(), game.now(), game.shop(), 200);
  const JsonObject told = debrief(replay(game.log() + log_lines({counted}), game.shop()).room);
  for (const char* seat : {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"}) {
    CAPTURE(seat);
    const JsonObject& points = told.at("points").as_object().at(seat).as_object();
    CHECK(points.at("came") == points.at("alone"));
    CHECK(points.at("futures").as_array().size() == 100);
  }
  CHECK(counted.text.size() < 64 * 1024);
}

TEST_CASE("a deal that is kept and one that is broken are told alike in sum and share",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  const std::string duma = game.second("RUS", "Vera");
  const std::string assembly = game.second("PRK", "Kim");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.ask(prk, R"("type":"accept","offer":0)");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(duma, R"("type":"ratify","deal":"spare_1")");
  game.ask(assembly, R"("type":"ratify","deal":"spare_1")");
  game.ask(RoomGame::host, R"("type":"skip")");
  REQUIRE(game.room().deals[0].was_in_force);
  const int kept = game.room().deals[0].kept;
  const int round = game.room().round;
  REQUIRE(kept > 0);
  CHECK(game.room().deals[0].due == kept);
  game.ask(RoomGame::host, R"("type":"end")");
  const JsonObject whole = debrief(game.room());
  CHECK(whole.at("promises").as_object().at("kept") == 1);
  CHECK(whole.at("deals").as_array()[0].as_object().at("kept") == 100);
  // Once more, and the debtor breaks it in the round after it came into force.
  game.ask(RoomGame::host, R"("type":"rewind","round":)" + std::to_string(round));
  REQUIRE(game.room().deals[0].kept == kept);
  game.ask(prk, R"("type":"plan","verb":"end","target":"spare_1")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"end")");
  const JsonObject broken = debrief(game.room());
  CHECK(broken.at("promises").as_object().at("broken") == 1);
  CHECK(broken.at("promises").as_object().at("kept") == 0);
  // Four quarters later none of them is kept.
  CHECK(broken.at("deals").as_array()[0].as_object().at("kept") ==
        std::lround(100.0 * kept / (kept + 4)));
}

TEST_CASE("what futures reach has an edge even where one of them beats all", "[server][rooms]") {
  using Points = std::vector<std::array<int, 2>>;
  CHECK(reach_of({{90, 95}, {50, 50}}) == Points{{0, 95}, {90, 95}, {90, 0}});
  CHECK(reach_of({{10, 90}, {90, 10}}) == Points{{0, 90}, {10, 90}, {90, 10}, {90, 0}});
  CHECK(reach_of({}).empty());
}

TEST_CASE("the sentences of a baseline tell what the list of corridors does not",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-for-pipeline-2011"));
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"end")");
  const Event counted = counting(game.room(), game.now(), game.shop(), 40);
  const JsonObject told = debrief(replay(game.log() + log_lines({counted}), game.shop()).room)
                              .at("baseline")
                              .as_object();
  const JsonArray& text = told.at("text").as_array();
  const std::size_t debts = game.room().scenario->model.debts.size();
  // In a year nobody built anything here, nor does anybody in most futures.
  REQUIRE(debts > 0);
  REQUIRE(text.size() == debts);
  CHECK(has(std::string(text[0].as_string()), "of 40 futures that nobody plays; here it was not."));
  for (const Json& sentence : text) {
    for (const auto& corridor : told.at("corridors").as_object()) {
      CHECK_FALSE(has(std::string(sentence.as_string()),
                      std::string(corridor.value().at("title").as_string())));
    }
  }
}
