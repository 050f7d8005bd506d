// The projector shows what all may reckon with, round by round.
#include "sim/json_reader.hpp"
#include "tests/support/hall_server.hpp"
#include "tests/support/room_client.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using test::HallServer;
using test::RoomClient;

TEST_CASE("chances come to the projector after every round, while the room goes on",
          "[server][hall]") {
  HallServer hall({}, {}, 24);  // three goes
  RoomClient host(hall.port()), screen(hall.port());
  const auto room = test::open_room(
      host, HallServer::key, R"({"scenario":"debt-only","rounds":3,"minutes":5,"quarters":4})");
  test::hello(screen, room.code, room.screen);
  REQUIRE(host.ask(R"("type":"start")").at("taken").as_bool());
  for (int round = 1; round <= 2; ++round) {
    const auto has_chances = [round](const JsonObject& seen) {
      return seen.at("chances").is_object() && seen.at("chances").as_object().at("round") == round;
    };
    const JsonObject seen = screen.hear("room", has_chances);
    CHECK(seen.at("chances").as_object().at("runs") == 24);
    host.hear("room", has_chances);
    CHECK(host.ask(R"("type":"skip")").at("taken").as_bool());
  }
}
