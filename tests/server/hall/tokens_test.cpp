// Who is let in, over real sockets: wrong, stale, stolen and replayed tokens and commands.
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

std::string reason_of(const JsonObject& error) {
  return text_at(error, "reason");
}

bool is_taken(const JsonObject& answer) {
  return answer.at("taken").as_bool();
}

}  // namespace

TEST_CASE("a room opens to the host's key alone", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port());
  host.say(R"({"type":"open","key":"guessed","settings":)" + small + "}");
  CHECK(reason_of(host.hear("error")) == "key");
  host.say(R"({"type":"open","key":"","settings":)" + small + "}");
  CHECK(reason_of(host.hear("error")) == "key");
  const test::OpenedRoom room = test::open_room(host, HallServer::key, small);
  CHECK(room.code.size() == 6);
  CHECK(room.host.size() == 32);
  CHECK(room.screen.size() == 32);
  CHECK(room.host != room.screen);
  CHECK(is_taken(host.ask(R"("type":"start")")));
}

TEST_CASE("settings that cannot be are refused with what can", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port());
  for (const char* settings :
       {R"({"scenario":"debt-onyl"})", R"({"scenario":"../sources"})", R"({})", "null", "[]",
        R"({"scenario":"debt-only","rounds":99})", R"({"scenario":"debt-only","rounds":-1})",
        R"({"scenario":"debt-only","minutes":1e300})"}) {
    CAPTURE(settings);
    host.say(std::string(R"({"type":"open","key":")") + HallServer::key + R"(","settings":)" +
             settings + "}");
    const JsonObject error = host.hear("error");
    CHECK(reason_of(error) == "settings");
    CHECK_FALSE(error.at("errors").as_array().empty());
  }
}

TEST_CASE("each token opens its own role, in its own room, and no other", "[server][hall]") {
  HallServer hall;
  RoomClient first_host(hall.port()), second_host(hall.port());
  const auto first = test::open_room(first_host, HallServer::key, small);
  const auto second = test::open_room(second_host, HallServer::key, small);
  RoomClient ann(hall.port());
  test::join(ann, first.code, "RUS");
  const auto role = [&](const std::string& code, const std::string& token) {
    RoomClient page(hall.port(), "127.0.0.9");
    const JsonObject said = test::hello(page, code, token);
    return text_at(said, "type") == "welcome" ? text_at(said, "role") : reason_of(said);
  };
  CHECK(role(first.code, "") == "stranger");
  CHECK(role(first.code, first.host) == "host");
  CHECK(role(first.code, first.screen) == "screen");
  CHECK(role(first.code, ann.token) == "seat");
  CHECK(role(second.code, ann.token) == "token");
  CHECK(role(second.code, first.host) == "token");
  CHECK(role(first.code, std::string(32, '0')) == "token");
  CHECK(role(first.code, HallServer::key) == "token");
  CHECK(role("QQQQQQ", ann.token) == "code");
  CHECK(role("", "") == "code");
}

TEST_CASE("nobody says what is another's to say", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port()), screen(hall.port()), nobody(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  nobody.say(R"({"type":"start","id":1,"version":1})");
  CHECK(reason_of(nobody.hear("error")) == "message");
  test::join(ann, room.code, "RUS");
  test::hello(screen, room.code, room.screen);
  test::hello(nobody, room.code);
  for (RoomClient* page : {&ann, &screen, &nobody}) {
    CHECK_FALSE(is_taken(page->ask(R"("type":"start")")));
    CHECK_FALSE(is_taken(page->ask(R"("type":"free","country":"RUS")")));
  }
  CHECK_FALSE(is_taken(screen.ask(R"("type":"press","text":"hear, hear")")));
  CHECK_FALSE(is_taken(nobody.ask(R"("type":"press","text":"hear, hear")")));
  CHECK_FALSE(is_taken(nobody.ask(R"("type":"join","country":"RUS","name":"Eve")")));
  CHECK(is_taken(ann.ask(R"("type":"press","text":"hear, hear")")));
}

TEST_CASE("a command that comes twice is taken once, over another connection too",
          "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  CHECK(is_taken(ann.ask(R"("type":"press","text":"once")")));
  RoomClient again(hall.port());
  test::hello(again, room.code, ann.token);
  again.last_id = ann.last_id - 1;
  const JsonObject answer = again.ask(R"("type":"press","text":"once")");
  CHECK(is_taken(answer));
  CHECK(answer.at("repeat").as_bool());
  const JsonObject seen = host.view_at(3);
  CHECK(seen.at("messages").as_array().size() == 1);
}

TEST_CASE("a command about what has changed since is refused", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), other(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::hello(other, room.code, room.host);
  CHECK(is_taken(host.ask(R"("type":"start")")));
  other.say(R"({"type":"pause","id":1001,"version":1})");
  const JsonObject late = other.hear("answer");
  CHECK_FALSE(is_taken(late));
  other.say(R"({"type":"pause","id":1002,"version":99})");
  CHECK_FALSE(is_taken(other.hear("answer")));
}

TEST_CASE("of two tabs of one person the newer counts, and the older is told and closed",
          "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), old_tab(hall.port()), new_tab(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(old_tab, room.code, "RUS");
  CHECK(text_at(test::hello(new_tab, room.code, old_tab.token), "role") == "seat");
  old_tab.hear("replaced");
  CHECK(old_tab.close_code() == 1000);
  new_tab.last_id = 10;
  CHECK(is_taken(new_tab.ask(R"("type":"press","text":"here")")));
}

TEST_CASE("the token of a seat that the host has freed is worth nothing", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port()), ben(hall.port()), back(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  host.view_at(2);
  CHECK(is_taken(host.ask(R"("type":"free","country":"RUS")")));
  CHECK(text_at(ann.hear("welcome"), "role") == "stranger");
  test::join(ben, room.code, "RUS");
  CHECK_FALSE(is_taken(ann.ask(R"("type":"press","text":"I am Russia")")));
  CHECK(reason_of(test::hello(back, room.code, ann.token)) == "token");
  CHECK(is_taken(ben.ask(R"("type":"press","text":"I am")")));
}

TEST_CASE("who tries wrong codes is slowed down, and nobody else", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), guesser(hall.port(), "127.0.0.7"), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  for (int k = 0; k < 10; ++k) {
    CHECK(reason_of(test::hello(guesser, "ABCDEF")) == "code");
  }
  CHECK(reason_of(test::hello(guesser, "ABCDEF")) == "slow");
  CHECK(reason_of(test::hello(guesser, room.code)) == "slow");
  test::join(ann, room.code, "RUS");
  hall.wait(60'000);
  CHECK(text_at(test::hello(guesser, room.code), "role") == "stranger");
}

TEST_CASE("parliaments of all seats come back with their tokens, each in its newest tab",
          "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port());
  const auto room = test::open_room(
      host, HallServer::key,
      R"({"scenario":"debt-for-pipeline-2011","rounds":2,"minutes":5,"quarters":2})");
  std::vector<RoomClient> first, second;
  for (const char* country : {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"}) {
    RoomClient& page = first.emplace_back(hall.port());
    test::hello(page, room.code);
    REQUIRE(page.ask(R"("type":"join","role":"parliament","name":"Vera","country":")" +
                     std::string(country) + "\"")
                .at("taken")
                .as_bool());
    page.token = text_at(page.hear("seat"), "token");
  }
  for (const RoomClient& page : first) {
    RoomClient& again = second.emplace_back(hall.port());
    CHECK(text_at(test::hello(again, room.code, page.token), "role") == "parliament");
  }
  for (RoomClient& page : first) {
    page.hear("replaced");
    CHECK(page.close_code() == 1000);
  }
}
