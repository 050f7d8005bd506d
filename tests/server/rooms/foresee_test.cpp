// What all may reckon with is counted from what all may know.
#include "server/rooms/foresee.hpp"

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

std::string chances(const Room& room, const Workshop& shop, int futures = 12) {
  return foreseeing(room, 0, shop, futures).text;
}

/// A room in its second round, with a deal that is signed.
RoomGame signed_deal() {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.ask(prk, R"("type":"accept","offer":0)");
  game.ask(RoomGame::host, R"("type":"skip")");
  REQUIRE(game.stage("spare_1") == PackageStage::signed_);
  return game;
}

}  // namespace

TEST_CASE("chances tell in how many futures corridors run and public deals are kept",
          "[server][rooms]") {
  const RoomGame game = signed_deal();
  REQUIRE(wants_chances(game.room()));
  const JsonObject told = parse_json_object(chances(game.room(), game.shop(), 40));
  CHECK(told.at("runs") == 40);
  CHECK(told.at("round") == 2);
  CHECK(told.at("from") == "2001 Q1");  // a year after the start
  REQUIRE(told.at("deals").as_object().size() == 1);
  const std::int64_t kept = told.at("deals").as_object().at("spare_1").as_int64();
  CHECK(kept >= 0);
  CHECK(kept <= 100);
  // A deal in force that nobody ever breaks is kept in all futures.
  Room sure = game.room();
  const Id deal = find_name(sure.scenario->names.packages, "spare_1");
  at(sure.world.packages, deal).stage = code<double>(PackageStage::in_force);
  Workshop loyal = game.shop();
  loyal.compile = [&](const std::string& name, const std::vector<ComposedDeal>& deals) {
    auto scenario = std::make_shared<Scenario>(*game.shop().compile(name, deals));
    at(scenario->values, scenario->model.rules.breach_rate.index) = 0;
    return scenario;
  };
  const JsonObject safe = parse_json_object(chances(sure, loyal));
  CHECK(safe.at("deals").as_object().at("spare_1") == 100);
}

TEST_CASE("chances do not move with anything that is not public", "[server][rooms]") {
  const RoomGame game = signed_deal();
  const std::string before = chances(game.room(), game.shop());
  Room room = game.room();
  room.settings.seed += 1;
  room.moves.push_back({1, Verb::end, "spare_1"});
  room.offers.push_back(room.offers[0]);
  room.offers.back().stage = OfferStage::open;
  room.messages.push_back({0, 1, false, "we shall break it", 0, 2});
  room.beliefs.push_back({"RUS", false, {4, 4, 4}});
  room.votes.push_back({0, "spare_1", false});
  room.news.push_back({NewsKind::oil_price, "", "", 3, "What is told now.", room.world.tick});
  for (Seat& seat : room.seats) {
    seat.token_hash.clear();
  }
  for (PairState<double>& pair : room.world.pairs) {
    pair.alpha += 5;
    pair.trust = 0.99;
    pair.breach = 0;
  }
  for (PartyState<double>& party : room.world.parties) {
    party.noise += 1;
    party.aspiration *= 2;
  }
  // Talks on the deal that the scenario has beside the room's.
  const Id other = find_name(room.scenario->names.packages, "debt_write_off");
  at(room.world.packages, other).stage = code<double>(PackageStage::talks);
  at(room.world.packages, other).clock = 0.5;
  CHECK(chances(room, game.shop()) == before);
  room.world.market.log_brent += 1;
  at(room.world.packages, find_name(room.scenario->names.packages, "spare_1")).stage =
      code<double>(PackageStage::in_force);
  CHECK_FALSE(chances(room, game.shop()) == before);
}

TEST_CASE("a deal that is agreed and not signed is in no chances", "[server][rooms]") {
  const RoomGame game = signed_deal();
  Room room = game.room();
  at(room.world.packages, find_name(room.scenario->names.packages, "spare_1")).stage =
      code<double>(PackageStage::talks);
  const std::string quiet = chances(room, game.shop());
  CHECK(parse_json_object(quiet).at("deals").as_object().empty());
  room.deals[0].text.replace(room.deals[0].text.find("0.9"), 3, "0.5");
  CHECK(chances(room, game.shop()) == quiet);
}

TEST_CASE("chances are shown to all, kept in the log, and counted anew after every round",
          "[server][rooms]") {
  const RoomGame game = signed_deal();
  CHECK(view(game.room(), {Viewer::Kind::screen, nobody}).at("chances").is_null());
  const Event foreseen = foreseeing(game.room(), game.now(), game.shop(), 12);
  std::string log = game.log() + log_lines({foreseen});
  const Room room = replay(log, game.shop()).room;
  CHECK_FALSE(wants_chances(room));
  for (const Viewer viewer : {Viewer{Viewer::Kind::screen, nobody}, Viewer{Viewer::Kind::seat, 1},
                              Viewer{Viewer::Kind::download, nobody}}) {
    CHECK(json_line(view(room, viewer).at("chances")) == foreseen.text);
  }
  const Room next = apply(room, closing(room, game.now(), game.shop()), game.shop());
  CHECK(wants_chances(next));
  CHECK(next.chances == foreseen.text);  // the last ones stand until the new come
}

TEST_CASE("chances counted in pieces are those counted at once", "[server][rooms]") {
  const RoomGame game = signed_deal();
  Foresight pieces(std::make_shared<const Room>(game.room()), 12);
  int calls = 1;
  while (!pieces.count_more(5, game.shop())) {
    ++calls;
  }
  CHECK(calls == 3);
  CHECK(pieces.event(0).text == chances(game.room(), game.shop()));
  CHECK(pieces.is_about(game.room()));
  Room gone = game.room();
  gone.branch += 1;
  CHECK_FALSE(pieces.is_about(gone));
}
