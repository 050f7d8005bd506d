// What rooms play: a scenario with their deals, without the texts that they do not read.
#include "server/hall/workshop.hpp"

#include "server/rooms/appraise.hpp"
#include "server/rooms/staged.hpp"
#include "sim/simulation.hpp"
#include "studies/seal/sha256.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using namespace tumen;
using namespace tumen::server;
using hall::make_workshop;

std::vector<fs::path> roots() {
  return {fs::path(TUMEN_SOURCE_DIR) / "configs"};
}

std::string end_of(const Scenario& scenario) {
  Simulation<double> sim(scenario, {3, 1});
  sim.start();
  for (int tick = 0; tick < 24; ++tick) {
    sim.step();
  }
  return rooms::fingerprint(sim.world());
}

/// The one deal of a room.
std::vector<ComposedDeal> agreed_deal() {
  test::RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(test::RoomGame::host, R"("type":"start")");
  game.ask(rus, R"("type":"offer","draft":)" + test::cut);
  game.ask(prk, R"("type":"accept","offer":0)");
  game.ask(test::RoomGame::host, R"("type":"skip")");
  return rooms::composed(game.room().deals);
}

}  // namespace

TEST_CASE("what rooms keep of a scenario moves the world as the whole does", "[server][hall]") {
  const Scenario whole = scenes::load("debt-for-pipeline-2011");
  const Scenario kept = rooms::for_play(whole);
  CHECK(end_of(kept) == end_of(whole));
  CHECK_FALSE(end_of(kept) == end_of(scenes::load("debt-only")));
  REQUIRE(whole.names.term_units.size() == whole.model.terms.size());
  for (Id k = 0; k < count(whole.model.terms); ++k) {
    CHECK(at(kept.names.term_units, k) ==
          at(whole.numbers, at(whole.model.terms, k).start.index).unit);
  }
}

TEST_CASE("rooms share what they begin with, and keep no text of a scenario", "[server][hall]") {
  Scenarios scenarios(roots());
  const rooms::Workshop shop = make_workshop(scenarios, roots());
  const rooms::Board board = shop.open("debt-only");
  CHECK(board.config_hash == sha256(scenes::load("debt-only").config_text));
  CHECK(board.scenario->config_text.empty());
  CHECK(shop.open("debt-only").catalogue == board.catalogue);
  CHECK(shop.compile("debt-only", {}) == board.scenario);
  std::vector<ComposedDeal> deals = agreed_deal();
  REQUIRE(deals.size() == 1);
  const auto with_deal = shop.compile("debt-only", deals);
  CHECK(find_name(with_deal->names.packages, "spare_1") != no_id);
  // A text that is cleared may keep its memory, which is what counts here.
  CHECK(with_deal->config_text.capacity() == std::string().capacity());
  CHECK(with_deal->numbers.capacity() == 0);
  CHECK(shop.compile("debt-only", deals) == with_deal);
  deals[0].from += 1;
  CHECK_FALSE(shop.compile("debt-only", deals) == with_deal);
}
