// Six seats, two people, five rounds.
#include "server/rooms/appraise.hpp"
#include "sim/simulation.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;
using test::RoomGame;

std::string offer(const std::string& instrument, const std::string& roles) {
  return R"("type":"offer","draft":{"instrument":")" + instrument + R"(","roles":{)" + roles + "}}";
}

/// Ends the round, everybody being there.
void next_round(RoomGame& game) {
  REQUIRE(game.ask(RoomGame::host, R"("type":"skip")").is_taken());
}

std::size_t happened(const Room& room, const std::string& kind) {
  return static_cast<std::size_t>(
      std::count_if(room.happenings.begin(), room.happenings.end(),
                    [&](const Happening& h) { return h.kind == kind; }));
}

/// Every deal is signed or further, or its talks ended, or each of its silent partners has said
/// what it thinks.
void check_answers(const RoomGame& game) {
  for (const Deal& deal : game.room().deals) {
    const bool is_answered = std::any_of(game.room().replies.begin(), game.room().replies.end(),
                                         [&](const Reply& r) { return r.slot == deal.slot; });
    CAPTURE(deal.slot);
    const PackageStage stage = game.stage(deal.slot);
    const bool is_on_the_way = stage == PackageStage::signed_ || stage == PackageStage::blocked ||
                               stage == PackageStage::in_force;
    CHECK((is_on_the_way || is_answered));
  }
}

/// Plays the script and returns the game at its end.
RoomGame played() {
  RoomGame game(test::game_settings("bench-slice"));
  const std::string rus = game.join("RUS");
  const std::string kor = game.join("KOR", "Bo");
  game.ask(RoomGame::host, R"("type":"start")");
  // 1: each asks seats of the policies.
  REQUIRE(
      game.ask(kor, offer("aid_for_talks", R"("donor":"KOR","recipient":"PRK","sponsor":"USA")"))
          .refusals.empty());
  REQUIRE(game.ask(rus, offer("oil_for_credit", R"("seller":"RUS","buyer":"CHN")")).is_taken());
  next_round(game);
  CHECK(game.room().deals.size() == 2);
  check_answers(game);
  // 2: the two people with each other.
  REQUIRE(game.ask(kor, offer("oil_for_credit", R"("seller":"RUS","buyer":"KOR")")).is_taken());
  REQUIRE(game.ask(rus, R"("type":"accept","offer":2)").is_taken());
  next_round(game);
  CHECK(game.stage("spare_3") == PackageStage::signed_);
  // 3: one of them goes; the policies play on, and hand the seat back.
  game.wait(90'000, {rus});
  CHECK_FALSE(game.room().seats[static_cast<std::size_t>(seat_of(game.room(), "KOR"))].is_played());
  next_round(game);
  game.wait(1'000, {rus, kor});
  // 4: an offer is refused, and a message goes round.
  REQUIRE(game.ask(kor, offer("port_lease", R"("tenant":"KOR","owner":"RUS")")).is_taken());
  CHECK(game.ask(rus, R"("type":"refuse","offer":3)").is_taken());
  CHECK(game.ask(rus, R"("type":"press","text":"Not on these terms.")").is_taken());
  next_round(game);
  CHECK(game.room().deals.size() == 3);
  // 5: nothing more.
  next_round(game);
  return game;
}

}  // namespace

TEST_CASE("two people and four seats of the policies play five rounds to the debrief",
          "[server][rooms]") {
  const RoomGame game = played();
  const Room& room = game.room();
  CHECK(room.phase == Phase::debrief);
  CHECK(room.world.tick == 20);  // five rounds of four quarters
  CHECK(happened(room, "signed") >= 1);
  const std::string screen = game.seen_by(RoomGame::screen);
  CHECK(has(screen, R"("phase":"debrief")"));
  CHECK(has(screen, R"("debrief":{"timeline":[)"));
  CHECK(has(screen, "Not on these terms."));
  CHECK_FALSE(has(screen, "\"offers\""));
  CHECK(fingerprint(replay(game.log(), game.shop()).room.world) == fingerprint(room.world));
}

TEST_CASE("the same script gives the same log", "[server][rooms]") {
  CHECK(played().log() == played().log());
}

TEST_CASE("a room without people moves as the engine does by itself", "[server][rooms]") {
  RoomGame game(test::game_settings("bench-slice"));
  game.ask(RoomGame::host, R"("type":"start")");
  const Scenario scenario = scenes::load("bench-slice");
  Simulation<double> alone(scenario, {game.room().settings.seed, 0});
  alone.start();
  for (int round = 0; round < 5; ++round) {
    next_round(game);
    for (int quarter = 0; quarter < 4; ++quarter) {
      alone.step();
    }
    REQUIRE(fingerprint(game.room().world) == fingerprint(alone.world()));
  }
}

TEST_CASE("people play the debt deal of 2011 beside four seats of the policies",
          "[server][rooms][long]") {
  RoomGame game(test::game_settings("debt-for-pipeline-2011"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK", "Bo");
  game.ask(RoomGame::host, R"("type":"start")");
  const Verdict cut = game.ask(
      rus, R"("type":"offer","draft":{"instrument":"debt_write_off",)"
           R"("roles":{"creditor":"RUS","debtor":"PRK"},"things":{"debt":"dprk_to_russia"},)"
           R"("terms":{"haircut":0.9,"tenor":20}})");
  REQUIRE(cut.refusals.empty());
  CHECK(game.ask(prk, R"("type":"accept","offer":0)").is_taken());
  const Verdict grain =
      game.ask(prk, R"("type":"offer","draft":{"instrument":"food_aid",)"
                    R"("roles":{"donor":"KOR","recipient":"PRK"},"terms":{"amount":40}})");
  REQUIRE(grain.refusals.empty());
  next_round(game);
  CHECK(game.stage("spare_1") == PackageStage::signed_);
  CHECK(game.room().deals.size() == 2);
  for (int round = 2; round <= 5; ++round) {
    next_round(game);
  }
  CHECK(game.room().phase == Phase::debrief);
  CHECK(game.room().world.tick == 20);
}
