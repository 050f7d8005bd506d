// Who is silent is warned, then played by the policies, and gets the seat back by coming back.
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::RoomGame;

const Seat& seat(const RoomGame& game, const char* country) {
  return game.room().seats[static_cast<std::size_t>(seat_of(game.room(), country))];
}

}  // namespace

TEST_CASE("after 60 s of silence a person is warned, after 90 s the policies play the seat",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.wait(59'999, {rus});
  CHECK_FALSE(seat(game, "PRK").is_warned);
  game.wait(1, {rus});
  CHECK(seat(game, "PRK").is_warned);
  CHECK(seat(game, "PRK").is_played());
  game.wait(29'999, {rus});
  CHECK(seat(game, "PRK").is_played());
  game.wait(1, {rus});
  CHECK_FALSE(seat(game, "PRK").is_played());
  CHECK(seat(game, "PRK").is_held());
  CHECK(seat(game, "RUS").is_played());
  // Nothing more is said of it until the person is back.
  const std::uint64_t version = game.room().version;
  game.wait(10'000, {rus});
  CHECK(game.room().version == version);
  game.wait(1, {rus, prk});
  CHECK(seat(game, "PRK").is_played());
  CHECK_FALSE(seat(game, "PRK").is_warned);
}

TEST_CASE("the policies decide for a seat whose person has gone", "[server][rooms]") {
  // Both seats are given to people, who do nothing: in twenty years nobody opens talks. Without
  // them the scenario settles the debt in most futures; of these seeds at least one does.
  const auto talks_open = [](bool is_there, std::uint64_t seed) {
    Settings settings = test::game_settings("debt-only");
    settings.seed = seed;
    settings.rounds = 4;
    settings.quarters = 20;
    RoomGame game(settings);
    const std::string rus = game.join("RUS");
    const std::string prk = game.join("PRK");
    game.ask(RoomGame::host, R"("type":"start")");
    if (!is_there) {
      game.wait(90'000, {});
    }
    for (int round = 0; round < 4; ++round) {
      game.ask(RoomGame::host, R"("type":"skip")");
    }
    return game.room().world.packages[0].first_proposed >= 0;
  };
  int opened = 0;
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    CHECK_FALSE(talks_open(true, seed));
    opened += talks_open(false, seed) ? 1 : 0;
  }
  CHECK(opened > 0);
}

TEST_CASE("a round ends when its time is out, later by pause and by a minute more",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.ask(RoomGame::host, R"("type":"start")");
  game.wait(4 * minute, {rus});
  game.ask(RoomGame::host, R"("type":"pause")");
  game.wait(10 * minute, {rus});
  CHECK(game.room().round == 1);
  game.ask(RoomGame::host, R"("type":"extend")");
  game.ask(RoomGame::host, R"("type":"resume")");
  game.wait(2 * minute - 1, {rus});
  CHECK(game.room().round == 1);
  game.wait(1, {rus});
  CHECK(game.room().round == 2);
}

TEST_CASE("the newest tab of a person counts and the older one is named", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  Presence presence = present(game.room(), 0);
  CHECK(attach(presence, 0, 5, 10) == 0);
  CHECK(attach(presence, 0, 5, 11) == 0);
  CHECK(attach(presence, 0, 9, 12) == 5);
  CHECK(is_newest(presence, 0, 9));
  CHECK_FALSE(is_newest(presence, 0, 5));
  hear(presence, 0, 5, 500);
  CHECK(presence.chairs[0].last == 12);
}
