// What a seat expects of an offer is its own affair.
#include "server/rooms/appraise.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;
using test::RoomGame;

Draft write_off(double haircut) {
  return {"debt_write_off",
          {{"creditor", "RUS"}, {"debtor", "PRK"}},
          {{"debt", "dprk_to_russia"}},
          {{"haircut", haircut}, {"tenor", 20}}};
}

/// A room of `scenario` with some of its numbers changed.
std::map<std::string, Fan> fans(const std::string& scenario, const Draft& draft,
                                const std::vector<std::string>& overrides) {
  const Workshop shop = test::scene_workshop(overrides);
  const Room room = apply({}, opening(test::game_settings(scenario), "h", "s", 0, shop), shop);
  return check_draft(room, draft, shop).fans;
}

const std::vector<std::string> other_north = {
    "countries.PRK.preferences.opening=300",    "countries.PRK.preferences.ties=5",
    "countries.PRK.preferences.programme=9000", "countries.PRK.discount_rate=0.3",
    "countries.PRK.strategy.noise=0.01",        "countries.PRK.strategy.kappa=0.9"};

}  // namespace

TEST_CASE("what a seat expects does not move with what another counts in private",
          "[server][rooms]") {
  const Draft draft = write_off(0.9);
  const auto before = fans("debt-for-pipeline-2011", draft, {});
  const auto after = fans("debt-for-pipeline-2011", draft, other_north);
  REQUIRE(before.size() == 2);
  CHECK(before.at("RUS") == after.at("RUS"));
  CHECK_FALSE(before.at("PRK") == after.at("PRK"));
}

TEST_CASE("a fan is in order, and a debtor likes a larger cut better", "[server][rooms]") {
  const auto small = fans("debt-only", write_off(0.4), {});
  const auto large = fans("debt-only", write_off(0.95), {});
  for (const auto& [country, fan] : small) {
    CAPTURE(country);
    CHECK(std::is_sorted(fan.quantiles.begin(), fan.quantiles.end()));
    CHECK(fan.agree >= 0);
    CHECK(fan.agree <= 100);
  }
  CHECK(large.at("PRK").quantiles[2] > small.at("PRK").quantiles[2]);
  CHECK(large.at("RUS").quantiles[2] <= small.at("RUS").quantiles[2]);
}

TEST_CASE("nobody is sure of others, and the surer the more it gains itself", "[server][rooms]") {
  std::vector<int> agree;
  for (const double haircut : {0.4, 0.7, 0.95}) {
    const Fan fan = fans("debt-only", write_off(haircut), {}).at("PRK");
    CAPTURE(haircut, fan.quantiles[2]);
    CHECK(fan.agree < 100);
    agree.push_back(fan.agree);
  }
  CHECK(std::is_sorted(agree.begin(), agree.end()));
  CHECK(agree.front() < agree.back());
  // Without errors about others a stake of 10 would be signed in all cases: (10 - 1) stakes of 10
  // times (0.5 + doubt) each are less than two standard deviations.
  const auto sure =
      fans("classroom-2011",
           {"food_aid", {{"donor", "KOR"}, {"recipient", "PRK"}}, {}, {{"amount", 60}}}, {});
  for (const auto& [country, fan] : sure) {
    CAPTURE(country, fan.quantiles[2]);
    CHECK(fan.agree < 100);
  }
}

TEST_CASE("an offer shows each signatory its own fan and nobody another's", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  REQUIRE(game.ask(rus, R"("type":"offer","draft":)" + json_line(draft_json(write_off(0.9))))
              .refusals.empty());
  const std::map<std::string, Fan>& both = game.room().offers[0].check.fans;
  const std::string mine = "\"fan\":" + json_line(fan_json(both.at("RUS")));
  const std::string theirs = "\"fan\":" + json_line(fan_json(both.at("PRK")));
  REQUIRE(mine != theirs);
  CHECK(has(game.seen_by(rus), mine));
  CHECK_FALSE(has(game.seen_by(rus), theirs));
  CHECK(has(game.seen_by(prk), theirs));
  CHECK_FALSE(has(game.seen_by(RoomGame::host), "\"fan"));
}

TEST_CASE("a draft is checked while it is written, without an offer", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  game.join("RUS");
  game.ask(RoomGame::host, R"("type":"start")");
  const JsonObject right = checked_json(game.room(), 0, write_off(0.9), game.shop());
  CHECK(right.contains("check"));
  CHECK(right.at("fan").is_object());
  const JsonObject wrong = checked_json(game.room(), 0, write_off(0.99), game.shop());
  CHECK(has(json_line(wrong), "terms.haircut: 0.99"));
  CHECK(game.room().offers.empty());
}
