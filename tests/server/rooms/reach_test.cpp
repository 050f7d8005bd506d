// In the classroom a deal is within reach of six reasonable people.
#include "server/rooms/classroom.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::RoomGame;

/// Puts a ready deal of a seat on the table; all who sign say yes.
void agree(RoomGame& game, std::map<std::string, std::string>& tokens, const std::string& by,
           const std::string& title) {
  for (const ReadyDeal& deal : ready_deals(game.room(), by)) {
    if (deal.title != title) {
      continue;
    }
    REQUIRE(game.ask(tokens[by], R"("type":"offer","draft":)" + json_line(draft_json(deal.draft)))
                .refusals.empty());
    const auto number = game.room().offers.size() - 1;
    for (const std::string& country : game.room().offers[number].check.signers) {
      if (country != by) {
        REQUIRE(game.ask(tokens[country], R"("type":"accept","offer":)" + std::to_string(number))
                    .is_taken());
      }
    }
    return;
  }
  FAIL(by << " has no deal " << title);
}

std::string stages(const RoomGame& game) {
  std::string out;
  for (const Deal& deal : game.room().deals) {
    const Offer& offer = game.room().offers[static_cast<std::size_t>(deal.offer)];
    out += offer.draft.instrument + " " + deal.slot + ": " +
           std::string(package_stage_names[index_of(game.stage(deal.slot))]) +
           (deal.was_in_force ? " (was in force)" : "") + "\n";
    for (const auto& [country, fan] : offer.check.fans) {
      out += "  " + country + " " + std::to_string(fan.quantiles[2]) + " agree " +
             std::to_string(fan.agree) + "\n";
    }
  }
  for (const Happening& happening : game.room().happenings) {
    out += happening.text + "\n";
  }
  return out;
}

/// M USD that deals brought a country in three rounds in which the ROK pays it on the side, or not.
double brought(const std::string& country, bool is_paid) {
  RoomGame game(test::game_settings("classroom-2011"));
  const std::string rok = game.join("KOR");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  if (is_paid) {
    REQUIRE(game.ask(rok, R"("type":"offer","draft":{"instrument":"side_payment",)"
                          R"("roles":{"payer":"KOR","payee":"PRK"},"terms":{"amount":10}})")
                .refusals.empty());
    REQUIRE(game.ask(prk, R"("type":"accept","offer":0)").is_taken());
  }
  for (int round = 1; round <= 3; ++round) {
    game.ask(RoomGame::host, R"("type":"skip")");
  }
  const Id own = find_name(game.room().scenario->names.countries, country);
  return at(game.room().world.countries, own).cash -
         at(first_world(game.room()).countries, own).cash;
}

}  // namespace

TEST_CASE("money on the side moves from who pays to who is paid", "[server][rooms][long]") {
  CHECK(brought("PRK", true) - brought("PRK", false) > 10);
  CHECK(brought("KOR", true) - brought("KOR", false) < -10);
}

TEST_CASE(
    "six people who want it have a freeze, a settled debt and a gas line in force in five rounds",
    "[server][rooms][long]") {
  RoomGame game(test::game_settings("classroom-2011"));
  std::map<std::string, std::string> tokens;
  for (const char* country : {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"}) {
    tokens[country] = game.join(country);
  }
  game.ask(RoomGame::host, R"("type":"start")");
  agree(game, tokens, "PRK", "Fuel for a freeze");
  agree(game, tokens, "RUS", "Clear the old claim");
  game.ask(RoomGame::host, R"("type":"skip")");
  agree(game, tokens, "KOR", "Gas without tankers");
  for (int round = 2; round <= 5; ++round) {
    game.ask(RoomGame::host, R"("type":"skip")");
  }
  INFO(stages(game));
  REQUIRE(game.room().phase == Phase::debrief);
  for (const Deal& deal : game.room().deals) {
    CHECK(deal.was_signed);
    CHECK(deal.was_in_force);
  }
}
