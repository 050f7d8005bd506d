// A second person in a seat: what a government signs waits for it.
#include "server/rooms/parliament.hpp"

#include "server/rooms/tokens.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::cut;
using test::has;
using test::RoomGame;

struct Played {
  RoomGame game{test::game_settings("debt-only")};
  std::string rus = game.join("RUS");
  std::string prk = game.join("PRK");
  std::string duma = game.second("RUS", "Vera");
  std::string assembly = game.second("PRK", "Bo");

  /// The deal is signed and lies before the Duma.
  Played() {
    game.ask(RoomGame::host, R"("type":"start")");
    game.ask(rus, R"("type":"offer","draft":)" + cut);
    game.ask(prk, R"("type":"accept","offer":0)");
    game.ask(RoomGame::host, R"("type":"skip")");
    REQUIRE(game.stage("spare_1") == PackageStage::signed_);
  }
};

}  // namespace

TEST_CASE("what is signed waits for the person in the parliament, for all to see",
          "[server][rooms]") {
  Played p;
  CHECK(has(p.game.seen_by(RoomGame::screen),
            R"({"country":"RUS","house":"State Duma","person":true})"));
  CHECK(has(p.game.seen_by(p.duma), R"("answer":null)"));
  p.game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(p.game.stage("spare_1") == PackageStage::signed_);
}

TEST_CASE("a yes of the parliament puts a deal into force, a no ends it", "[server][rooms]") {
  Played yes;
  CHECK(yes.game.ask(yes.duma, R"("type":"ratify","deal":"spare_1")").is_taken());
  CHECK(has(yes.game.seen_by(yes.rus), R"("answer":"yes")"));
  CHECK(has(yes.game.seen_by(yes.prk), R"("answer":null)"));
  yes.game.ask(yes.assembly, R"("type":"ratify","deal":"spare_1")");
  yes.game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(yes.game.stage("spare_1") == PackageStage::in_force);
  Played no;
  CHECK(no.game.ask(no.duma, R"("type":"reject","deal":"spare_1")").is_taken());
  no.game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(has(no.game.seen_by(RoomGame::screen), "was voted down in the State Duma of Russia."));
  CHECK_FALSE(no.game.room().deals[0].was_in_force);
  const Replayed again = replay(no.game.log(), no.game.shop());
  CHECK(json_line(view(again.room, {Viewer::Kind::parliament, 0})) == no.game.seen_by(no.duma));
}

TEST_CASE("a parliament votes on what lies before it and does nothing else", "[server][rooms]") {
  Played p;
  CHECK_FALSE(p.game.ask(p.rus, R"("type":"ratify","deal":"spare_1")").is_taken());
  CHECK_FALSE(p.game.ask(p.duma, R"("type":"ratify","deal":"spare_2")").is_taken());
  CHECK_FALSE(p.game.ask(p.duma, R"("type":"offer","draft":)" + cut).is_taken());
  CHECK_FALSE(p.game.ask(p.duma, R"("type":"say","to":"PRK","text":"x")").is_taken());
  CHECK_FALSE(p.game.ask(p.duma, R"("type":"skip")").is_taken());
  const std::string seen = p.game.seen_by(p.duma);
  CHECK(has(seen, R"("role":"parliament")"));
  CHECK_FALSE(has(seen, "\"offers\""));
  CHECK_FALSE(has(seen, "objective"));
}

TEST_CASE("a seat has one parliament, and it goes when the host frees the seat",
          "[server][rooms]") {
  Played p;
  Command join;
  join.country = "RUS";
  join.target = "parliament";
  join.text = "Mallory";
  join.kind = CommandKind::join;
  CHECK_FALSE(decide(p.game.room(), {}, join, {0, "hash"}, p.game.shop()).is_taken());
  p.game.ask(RoomGame::host, R"("type":"free","country":"RUS")");
  CHECK(speaker_of(p.game.room(), p.duma).kind == Speaker::Kind::stranger);
  CHECK(decide(p.game.room(), {}, join, {0, "hash"}, p.game.shop()).is_taken());
}

TEST_CASE("a parliament that has gone leaves its vote to the policies until it is back",
          "[server][rooms]") {
  Played p;
  const int russia = seat_of(p.game.room(), "RUS");
  p.game.wait(60'000, {p.rus, p.prk, p.assembly});
  CHECK(has(p.game.seen_by(RoomGame::screen), R"({"name":"Vera","standing":"silent"})"));
  CHECK(has_parliament(p.game.room(), russia));
  p.game.wait(30'000, {p.rus, p.prk, p.assembly});
  CHECK(has(p.game.seen_by(RoomGame::screen), R"({"name":"Vera","standing":"away"})"));
  CHECK_FALSE(has_parliament(p.game.room(), russia));
  CHECK(p.game.room().seats[static_cast<std::size_t>(russia)].is_played());
  p.game.ask(p.assembly, R"("type":"ratify","deal":"spare_1")");
  p.game.ask(RoomGame::host, R"("type":"skip")");
  p.game.ask(RoomGame::host, R"("type":"skip")");
  // Two years later the Duma, which takes 1.6, has voted.
  CHECK(p.game.stage("spare_1") != PackageStage::signed_);
  p.game.wait(1, {p.rus, p.prk, p.assembly, p.duma});
  CHECK(has_parliament(p.game.room(), russia));
  CHECK(has(p.game.seen_by(RoomGame::screen), R"({"name":"Vera","standing":"here"})"));
  const Replayed again = replay(p.game.log(), p.game.shop());
  CHECK(json_line(view(again.room, {Viewer::Kind::host, nobody})) ==
        p.game.seen_by(RoomGame::host));
}
