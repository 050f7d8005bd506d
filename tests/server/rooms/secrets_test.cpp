// A unique text in every private field of a game, and no view but its owner's ever holds it.
#include "server/rooms/download.hpp"
#include "server/rooms/tokens.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;
using test::RoomGame;

/// A text and the tokens of those who may see it.
struct Secret {
  std::string text;
  std::vector<std::string> owners;
};

class Watched {
 public:
  explicit Watched(RoomGame& game, std::vector<std::string> tokens)
      : game_(game), tokens_(std::move(tokens)) {}

  void add(std::string text, std::vector<std::string> owners) {
    secrets_.push_back({std::move(text), std::move(owners)});
  }

  /// One more who looks.
  void listen(const std::string& token) { tokens_.push_back(token); }

  /// What was secret is so no more.
  void open(const std::string& text) {
    std::erase_if(secrets_, [&](const Secret& secret) { return secret.text == text; });
  }

  /// Looks through every view, the download's too.
  void look() {
    for (const std::string& token : tokens_) {
      check(token, game_.seen_by(token));
    }
    for (const char* file : {"room.json", "events.csv", "deals.csv"}) {
      check("download", download(game_.room(), file)->text);
    }
  }

  /// Looks through what a command that `token` gave is answered with.
  void look_at(const std::string& token, const Verdict& verdict) {
    for (const std::string& refusal : verdict.refusals) {
      check(token, refusal);
    }
  }

 private:
  void check(const std::string& token, const std::string& text) {
    for (const Secret& secret : secrets_) {
      const bool is_owner =
          std::find(secret.owners.begin(), secret.owners.end(), token) != secret.owners.end();
      CAPTURE(token, secret.text);
      if (!is_owner) {
        REQUIRE_FALSE(has(text, secret.text));
      }
    }
  }

  RoomGame& game_;
  std::vector<std::string> tokens_;
  std::vector<Secret> secrets_;
};

std::string cut(const std::string& haircut) {
  return R"({"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
         R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":)" +
         haircut + R"(,"tenor":20}})";
}

}  // namespace

TEST_CASE("no view but its owner's holds a private text, over a whole game", "[server][rooms]") {
  Settings settings = test::game_settings("bench-slice");
  settings.seed = 918'273'645;
  RoomGame game(settings);
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  const std::string kor = game.join("KOR");
  Watched watched(game, {rus, prk, kor, RoomGame::host, RoomGame::screen});
  watched.add("918273645", {});
  for (const Seat& seat : game.room().seats) {
    if (seat.is_held()) {
      watched.add(seat.token_hash, {});
    }
  }
  watched.add("token of ", {});
  watched.add("A corridor of three countries is ratified", {rus});
  watched.add("a smaller part of China in trade", {prk});
  watched.add("no cut of it could hurt Seoul", {kor});
  const std::string duma = game.second("RUS", "Vera");
  watched.listen(duma);
  watched.look();
  game.ask(rus, R"("type":"quiz","when":"before","answers":[1,2,3])");
  watched.add("\"answers\"", {});
  game.ask(rus, R"("type":"say","to":"PRK","text":"canary-rus-prk")");
  game.ask(kor, R"("type":"say","to":"PRK","text":"canary-kor-prk")");
  game.ask(RoomGame::host, R"("type":"say","to":"KOR","text":"canary-host-kor")");
  watched.add("canary-rus-prk", {rus, prk});
  watched.add("canary-kor-prk", {kor, prk});
  watched.add("canary-host-kor", {kor});
  watched.look();
  game.ask(RoomGame::host, R"("type":"start")");
  for (int round = 1; round <= 5; ++round) {
    watched.look();
    game.ask(kor,
             R"("type":"say","to":"RUS","text":"canary-round-)" + std::to_string(round) + R"(")");
    watched.add("canary-round-" + std::to_string(round), {kor, rus});
    watched.look_at(kor, game.ask(kor, R"("type":"accept","offer":0)"));
    watched.look();
    game.wait(30'000, {rus, prk, kor});
    if (round == 3) {
      game.ask(RoomGame::host, R"("type":"rewind","round":2)");
      watched.look();
      game.ask(RoomGame::host, R"("type":"skip")");
    }
    game.ask(RoomGame::host, R"("type":"skip")");
  }
  CHECK(game.room().phase == Phase::debrief);
  watched.open("A corridor of three countries is ratified");
  watched.open("a smaller part of China in trade");
  watched.open("no cut of it could hurt Seoul");
  watched.look();
  const Replayed again = replay(game.log(), game.shop());
  CHECK(json_line(view(again.room, {Viewer::Kind::seat, 0})) ==
        json_line(view(game.room(), {Viewer::Kind::seat, 0})));
}

TEST_CASE("an offer that was not signed is seen by those who would sign it alone",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  Watched watched(game, {rus, prk, RoomGame::host, RoomGame::screen});
  game.ask(RoomGame::host, R"("type":"start")");
  const std::vector<std::string> haircuts = {"0.51234", "0.62345", "0.73456"};
  for (std::size_t k = 0; k < haircuts.size(); ++k) {
    REQUIRE(game.ask(rus, R"("type":"offer","draft":)" + cut(haircuts[k])).refusals.empty());
    // Boost.JSON writes 0.51234 as 5.1234E-1.
    watched.add(haircuts[k].substr(2, 1) + "." + haircuts[k].substr(3), {rus, prk});
    watched.add(haircuts[k], {rus, prk});
    watched.look();
  }
  CHECK(has(game.seen_by(prk), "5.1234E-1"));
  game.ask(prk, R"("type":"refuse","offer":0)");
  game.ask(rus, R"("type":"withdraw","offer":1)");
  game.ask(rus, R"("type":"plan","verb":"open","target":"debt_write_off")");
  CHECK(has(game.seen_by(rus), R"("verb":"open")"));
  CHECK_FALSE(has(game.seen_by(prk), R"("verb":"open")"));
  CHECK_FALSE(has(game.seen_by(RoomGame::host), R"("verb":"open")"));
  watched.look();
  game.ask(RoomGame::host, R"("type":"skip")");
  watched.look();
  game.ask(RoomGame::host, R"("type":"end")");
  watched.look();
}
