// The room is what its log says.
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::RoomGame;

const std::string cut =
    R"({"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
    R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.8765431,"tenor":17.3}})";

/// Two people, an offer, news, a pause, a way back, a person who goes and comes back.
RoomGame played() {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS", "Zo\xC3\xAB \\\"<b>");
  const std::string prk = game.join("PRK");
  game.ask(rus, R"("type":"say","to":"PRK","text":"\"quoted\" \\ \u00fc")");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.wait(61'000, {rus});
  game.ask(prk, R"("type":"accept","offer":0)");
  game.wait(30'000, {rus});
  game.wait(1'000, {rus, prk});
  game.ask(RoomGame::host, R"("type":"news","kind":"oil_price","factor":1.37,"text":"A war.")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(prk, R"("type":"plan","verb":"leave","target":"spare_1")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"rewind","round":2)");
  game.ask(RoomGame::host, R"("type":"skip")");
  return game;
}

}  // namespace

TEST_CASE("a log replays to the same room, view by view and bit by bit", "[server][rooms]") {
  const RoomGame game = played();
  const Replayed again = replay(game.log(), test::scene_workshop());
  CHECK(again.bytes == game.log().size());
  CHECK(again.room.version == game.room().version);
  CHECK(again.room.taken == game.room().taken);
  CHECK(again.room.starts.size() == game.room().starts.size());
  for (std::size_t k = 0; k < game.room().world.parties.size(); ++k) {
    REQUIRE(again.room.world.parties[k].total == game.room().world.parties[k].total);
  }
  for (const Viewer viewer :
       {Viewer{Viewer::Kind::seat, 0}, Viewer{Viewer::Kind::seat, 1},
        Viewer{Viewer::Kind::host, nobody}, Viewer{Viewer::Kind::screen, nobody}}) {
    CHECK(json_line(view(again.room, viewer)) == json_line(view(game.room(), viewer)));
  }
}

TEST_CASE("every line of a log reads back to itself", "[server][rooms]") {
  const RoomGame game = played();
  std::istringstream lines(game.log());
  std::string line;
  int count = 0;
  while (std::getline(lines, line)) {
    CHECK(event_line(event_from(line)) == line);
    ++count;
  }
  CHECK(count > 15);
}

TEST_CASE("a line that a crash cut short is left out, and the room goes on", "[server][rooms]") {
  const RoomGame game = played();
  const std::string whole = game.log();
  const std::string cut_short = whole.substr(0, whole.size() - 10);
  const Replayed again = replay(cut_short, test::scene_workshop());
  CHECK(again.room.version == game.room().version - 1);
  CHECK(again.bytes < cut_short.size());
  CHECK(cut_short[again.bytes - 1] == '\n');
}

TEST_CASE("a log that was tampered with is refused with the line", "[server][rooms]") {
  const RoomGame game = played();
  std::string log = game.log();
  const std::size_t haircut = log.find("8.76543E-1");
  REQUIRE(haircut != std::string::npos);
  log.replace(haircut, 4, "8.66");
  CHECK_THROWS_WITH(replay(log, test::scene_workshop()),
                    Catch::Contains("line ") && Catch::Contains("does not come out"));
  CHECK_THROWS(replay("{\"kind\":\"started\",\"at\":1}\n", test::scene_workshop()));
  CHECK_THROWS(replay("nonsense\n", test::scene_workshop()));
}

TEST_CASE("a room of a file goes on where its log ends", "[server][rooms]") {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "room.jsonl";
  const RoomGame game = played();
  test::write_bytes(file, game.log() + "{\"kind\":\"sa");
  const Workshop shop = test::scene_workshop();
  std::uint64_t version = 0;
  {
    LoggedRoom room(file, shop);
    Event said;
    said.kind = EventType::said;
    said.at = game.now();
    said.seat = 0;
    said.text = "still here";
    room.take({said});
    version = room.room().version;
  }
  CHECK(version == game.room().version + 1);
  const LoggedRoom again(file, shop);
  CHECK(again.room().version == version);
  CHECK(again.room().messages.back().text == "still here");
}
