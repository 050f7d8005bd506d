// Silence, the clock, and what one page can do to the others: nothing.
#include "sim/json_reader.hpp"
#include "tests/support/hall_server.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_client.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using test::HallServer;
using test::RoomClient;

const std::string small = R"({"scenario":"debt-only","rounds":3,"minutes":5,"quarters":4})";

std::string standing(const JsonObject& seen, std::size_t seat) {
  return text_at(seen.at("seats").as_array().at(seat).as_object(), "standing");
}

JsonObject when(RoomClient& page, const std::string& wanted, std::size_t seat = 0) {
  return page.hear("room", [&](const JsonObject& seen) { return standing(seen, seat) == wanted; });
}

JsonObject in_round(RoomClient& page, std::uint64_t round) {
  return page.hear("room",
                   [&](const JsonObject& seen) { return count_at(seen, "round") == round; });
}

}  // namespace

TEST_CASE("who is silent is warned, then stood in for, and is back with a word", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  const std::size_t seat = [&] {
    const JsonObject seen = host.view_at(2);
    return standing(seen, 0) == "here" ? 0U : 1U;
  }();
  hall.wait(59'000);
  ann.say(R"({"type":"here"})");
  ann.ask(R"("type":"press","text":"still here")");
  hall.wait(60'000);
  when(host, "silent", seat);
  hall.wait(30'000);
  when(host, "away", seat);
  ann.say(R"({"type":"here"})");
  when(host, "here", seat);
}

TEST_CASE("a round ends by the clock, a pause holds it, the last leads to the debrief",
          "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  host.view_at(2);
  host.ask(R"("type":"start")");
  in_round(ann, 1);
  hall.wait(299'000);
  host.view_at(3);
  host.ask(R"("type":"pause")");
  hall.wait(600'000);
  host.hear("room",
            [](const JsonObject& seen) { return seen.at("clock").as_object().contains("left"); });
  host.ask(R"("type":"resume")");
  hall.wait(2'000);
  in_round(ann, 2);
  hall.wait(300'000);
  in_round(ann, 3);
  hall.wait(300'000);
  const JsonObject last =
      ann.hear("room", [](const JsonObject& seen) { return text_at(seen, "phase") == "debrief"; });
  CHECK(last.contains("debrief"));
}
