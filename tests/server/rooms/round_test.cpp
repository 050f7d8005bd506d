// From the lobby through a round: an offer two people agree on becomes a deal, and the world moves.
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;
using test::RoomGame;

const std::string cut =
    R"({"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
    R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.87,"tenor":17}})";

}  // namespace

TEST_CASE("an offer that both people accept is signed when the round ends, on its very terms",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK", "Bo");
  CHECK(game.ask(RoomGame::host, R"("type":"start")").is_taken());
  REQUIRE(game.ask(rus, R"("type":"offer","draft":)" + cut).refusals.empty());
  CHECK(game.ask(prk, R"("type":"accept","offer":0)").is_taken());
  CHECK(game.room().world.tick == 0);
  CHECK(game.ask(RoomGame::host, R"("type":"skip")").is_taken());
  const Room& room = game.room();
  CHECK(room.round == 2);
  CHECK(room.world.tick == 4);  // a round is four quarters
  CHECK(room.offers[0].stage == OfferStage::agreed);
  // The Duma takes 1.6 years (countries.RUS.strategy.ratification): a year later it is signed.
  CHECK(game.stage("spare_1") == PackageStage::signed_);
  const Id haircut = find_name(room.scenario->names.terms, "spare_1.haircut");
  const Id tenor = find_name(room.scenario->names.terms, "spare_1.tenor");
  CHECK(at(room.world.terms, haircut) == 0.87);
  CHECK(at(room.world.terms, tenor) == 17);
  CHECK(has(game.seen_by(RoomGame::screen), "was signed by Russia and the DPRK"));
  CHECK(has(game.seen_by(RoomGame::screen), R"("stage":"signed")"));
}

TEST_CASE("without an answer an offer stays on the table and nothing is signed",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  game.ask(RoomGame::host, R"("type":"skip")");
  CHECK(game.room().offers[0].stage == OfferStage::open);
  CHECK(game.room().deals.empty());
  // Both seats are played by people, and nobody moved on the deal that is there from the start.
  CHECK(game.stage("debt_write_off") == PackageStage::idle);
  CHECK(game.ask(prk, R"("type":"refuse","offer":0)").is_taken());
  CHECK(game.room().offers[0].stage == OfferStage::refused);
}

TEST_CASE("who must sign and who can block an offer is told with it", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.ask(RoomGame::host, R"("type":"start")");
  REQUIRE(game.ask(rus, R"("type":"offer","draft":)" + cut).refusals.empty());
  const Check& check = game.room().offers[0].check;
  CHECK(check.signers == std::vector<std::string>{"RUS", "PRK"});
  // Both have a domestic_temperature in the scenario: a vote that could fail.
  CHECK(check.parliaments == std::vector<std::string>{"RUS", "PRK"});
  CHECK(check.can_veto.empty());  // no regime is in the scenario
  CHECK(check.can_press.empty());
  CHECK(check.missing.empty());
  REQUIRE(check.leanings.size() == 1);  // the seat that nobody holds
  CHECK(check.leanings.contains("PRK"));
}

TEST_CASE("all that is wrong with a draft is told at once", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.ask(RoomGame::host, R"("type":"start")");
  const Verdict verdict =
      game.ask(rus, R"("type":"offer","draft":{"instrument":"debt_write_off",)"
                    R"("roles":{"creditor":"RUS","debtor":"RUS"},"things":{"debt":"dprk"},)"
                    R"("terms":{"haircut":0.99,"tenure":17}})");
  REQUIRE(verdict.refusals.size() == 5);
  CHECK(has(verdict.refusals[0], "terms.tenor: missing"));
  CHECK(has(verdict.refusals[1], "\"tenure\"; allowed: haircut, tenor; did you mean \"tenor\"?"));
  CHECK(has(verdict.refusals[2], "RUS plays another part already"));
  CHECK(has(verdict.refusals[3], "\"dprk\"; allowed: dprk_to_russia"));
  CHECK(has(verdict.refusals[4], "terms.haircut: 0.99; allowed: from 0.3 to 0.98"));
  CHECK(game.room().offers.empty());
}

TEST_CASE("a counter-offer takes the place of the offer it answers", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  std::string more = cut;
  more.replace(more.find("0.87"), 4, "0.95");
  CHECK(game.ask(prk, R"("type":"counter","offer":0,"draft":)" + more).is_taken());
  CHECK(game.room().offers[0].stage == OfferStage::countered);
  CHECK(game.room().offers[1].answers == 0);
  CHECK_FALSE(game.ask(prk, R"("type":"accept","offer":0)").is_taken());
  CHECK_FALSE(game.ask(rus, R"("type":"withdraw","offer":1)").is_taken());
  CHECK(game.ask(rus, R"("type":"accept","offer":1)").is_taken());
  CHECK(is_agreed(game.room(), game.room().offers[1]));
}

TEST_CASE("going back to a round puts its world back and begins a branch", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.ask(RoomGame::host, R"("type":"start")");
  game.ask(RoomGame::host, R"("type":"skip")");
  game.ask(RoomGame::host, R"("type":"skip")");
  REQUIRE(game.room().round == 3);
  CHECK(game.ask(RoomGame::host, R"("type":"rewind","round":2)").is_taken());
  CHECK(game.room().round == 2);
  CHECK(game.room().branch == 1);
  CHECK(game.room().world.tick == 4);
  CHECK_FALSE(game.ask(RoomGame::host, R"("type":"rewind","round":3)").is_taken());
}

TEST_CASE("the host's news is a fact of the next quarter", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  game.ask(RoomGame::host, R"("type":"start")");
  const Verdict told = game.ask(
      RoomGame::host, R"("type":"news","kind":"government","country":"RUS","doctrine":"pivot",)"
                      R"("text":"A new president turns east.")");
  REQUIRE(told.refusals.empty());
  CHECK(has(game.seen_by(RoomGame::screen), "A new president turns east."));
  game.ask(RoomGame::host, R"("type":"skip")");
  // Russia's doctrines are westward, eastward, pivot.
  CHECK(game.room().world.countries[0].doctrine == 2.0);
}
