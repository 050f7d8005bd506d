// Commands are taken once, from who may give them, and on what they have seen.
#include "server/rooms/tokens.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::cut;
using test::has;
using test::RoomGame;

}  // namespace

TEST_CASE("the same command twice is one command", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::uint64_t seen = game.room().version;
  CHECK_FALSE(game.ask(rus, R"("type":"say","text":"hello")", 77, seen).is_repeat);
  const Verdict again = game.ask(rus, R"("type":"say","text":"hello")", 77, seen);
  CHECK(again.is_repeat);
  CHECK(again.is_taken());
  CHECK(again.events.empty());
  CHECK(game.room().messages.size() == 1);
  // Numbers are each speaker's own.
  CHECK_FALSE(game.ask(RoomGame::host, R"("type":"say","text":"hello")", 77, seen).is_repeat);
}

TEST_CASE("a new person in a seat counts commands anew", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  game.ask(rus, R"("type":"say","text":"one")", 1, 0);
  game.ask(RoomGame::host, R"("type":"free","country":"RUS")");
  const std::string next = game.join("RUS", "Cy");
  CHECK_FALSE(game.ask(next, R"("type":"say","text":"two")", 1, 0).is_repeat);
  CHECK(game.room().messages.size() == 2);
}

TEST_CASE("an answer to an offer that has changed since it was seen is refused",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string prk = game.join("PRK");
  game.ask(RoomGame::host, R"("type":"start")");
  const std::uint64_t before = game.room().version;
  game.ask(rus, R"("type":"offer","draft":)" + cut);
  const Verdict early = game.ask(prk, R"("type":"accept","offer":0)", 5, before);
  REQUIRE(early.refusals.size() == 1);
  CHECK(has(early.refusals[0], "changed meanwhile"));
  CHECK(game.room().offers[0].accepted.size() == 1);
  const Verdict late = game.ask(prk, R"("type":"accept","offer":0)", 6, game.room().version + 1);
  REQUIRE(late.refusals.size() == 1);
  CHECK(has(late.refusals[0], "yet to come"));
  CHECK(game.ask(prk, R"("type":"accept","offer":0)", 7, game.room().version).is_taken());
}

TEST_CASE("a host who has not seen the round end does not end the next one", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  game.ask(RoomGame::host, R"("type":"start")");
  const std::uint64_t seen = game.room().version;
  CHECK(game.ask(RoomGame::host, R"("type":"skip")", 11, seen).is_taken());
  CHECK_FALSE(game.ask(RoomGame::host, R"("type":"skip")", 12, seen).is_taken());
  CHECK(game.room().round == 2);
}

TEST_CASE("everybody may do what is theirs and nothing else", "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  const std::string stolen_hash = game.room().seats[0].token_hash;
  for (const char* const command :
       {R"("type":"start")", R"("type":"pause")", R"("type":"end")", R"("type":"skip")",
        R"("type":"free","country":"PRK")", R"("type":"rewind","round":1)"}) {
    CAPTURE(command);
    for (const std::string& token :
         {rus, std::string(RoomGame::screen), std::string("guess"), std::string(), stolen_hash}) {
      CHECK_FALSE(game.ask(token, command).is_taken());
    }
  }
  for (const std::string& token : {std::string(RoomGame::screen), std::string("guess")}) {
    CHECK_FALSE(game.ask(token, R"("type":"say","text":"x")").is_taken());
    CHECK_FALSE(game.ask(token, R"("type":"offer","draft":)" + cut).is_taken());
  }
  CHECK_FALSE(game.ask(RoomGame::host, R"("type":"offer","draft":)" + cut).is_taken());
  CHECK(game.room().phase == Phase::lobby);
}

TEST_CASE("a token opens no other room, a taken seat takes nobody, a freed one frees its token",
          "[server][rooms]") {
  RoomGame game(test::game_settings("debt-only"));
  const std::string rus = game.join("RUS");
  CHECK(speaker_of(game.room(), rus).is_seat());
  CHECK(token_hash("ABCDEF", rus) != token_hash("ABCDEG", rus));
  Command join;
  join.kind = CommandKind::join;
  join.country = "RUS";
  join.text = "Mallory";
  CHECK_FALSE(decide(game.room(), {}, join, {0, "hash"}, game.shop()).is_taken());
  game.ask(RoomGame::host, R"("type":"free","country":"RUS")");
  CHECK(speaker_of(game.room(), rus).kind == Speaker::Kind::stranger);
  CHECK(decide(game.room(), {}, join, {0, "hash"}, game.shop()).is_taken());
}

TEST_CASE("fresh tokens have 128 bits and codes six letters that are read alike by all",
          "[server][rooms]") {
  std::set<std::string> tokens;
  for (int k = 0; k < 100; ++k) {
    const std::string token = fresh_token();
    CHECK(token.size() == 32);
    CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    tokens.insert(token);
    const std::string code = fresh_code();
    CHECK(code.size() == 6);
    CHECK(code.find_first_of("ILOQUV0123456789") == std::string::npos);
    CHECK(normal_code(code) == code);
  }
  CHECK(tokens.size() == 100);
  CHECK(normal_code("abcdef") == "ABCDEF");
  CHECK(normal_code("ABCDE").empty());
  CHECK(normal_code("ABCDE1").empty());
}

TEST_CASE("every mistake of a command is told, and garbage is one mistake", "[server][rooms]") {
  const ParsedCommand p = parse_command(R"({"type":"say","id":0,"txt":"x","to":7})");
  REQUIRE(p.errors.size() == 5);
  CHECK(p.errors[0] == "unknown key \"txt\"; did you mean \"text\"?");
  CHECK(has(p.errors[1], "id: allowed are whole numbers from 1"));
  CHECK(has(p.errors[2], "version: allowed are whole numbers from 0"));
  CHECK(has(p.errors[3], "to: allowed is a text"));
  CHECK(has(p.errors[4], "text: allowed is a text of 1 to 500 characters"));
  for (const char* text : {"", "[]", "{", "\xff", "{\"type\":{}}", "{\"type\":\"dance\"}"}) {
    CAPTURE(text);
    CHECK(parse_command(text).errors.size() == 1);
  }
  const std::string long_text =
      R"({"type":"say","id":1,"version":0,"text":")" + std::string(501, 'x') + "\"}";
  CHECK(parse_command(long_text).errors.size() == 1);
  CHECK(parse_command(R"({"type":"say","id":1,"version":0,"text":"a\nb"})").errors.size() == 1);
}

TEST_CASE("of many keys that nobody knows a few are told", "[server][rooms]") {
  std::string text = R"({"type":"say","id":1,"version":0,"text":"hello")";
  for (int k = 0; k < 1000; ++k) {
    text += ",\"k" + std::to_string(k) + "\":0";
  }
  const std::vector<std::string> errors = parse_command(text + "}").errors;
  CHECK(errors.size() < 20);
  CHECK(errors.back() == "and more that is unknown");
}
