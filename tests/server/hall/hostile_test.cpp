// Pages that are slow, gone, rude or too many: the server stays up and nobody else notices.
#include "sim/json_reader.hpp"
#include "tests/support/hall_server.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_client.hpp"

#include <vector>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using test::HallServer;
using test::RoomClient;
namespace net = boost::asio;

const std::string small = R"({"scenario":"debt-only","rounds":3,"minutes":5,"quarters":4})";

/// A connection that says hello to a room and then reads nothing, nor answers a ping.
net::ip::tcp::socket dead_page(net::io_context& io, std::uint16_t port, const std::string& code) {
  net::ip::tcp::socket socket(io);
  socket.connect({net::ip::make_address("127.0.0.1"), port});
  const std::string host = "127.0.0.1:" + std::to_string(port);
  net::write(socket,
             net::buffer("GET /ws/room HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\n"
                         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
  net::streambuf response;
  net::read_until(socket, response, "\r\n\r\n");
  const std::string text = R"({"type":"hello","code":")" + code + "\"}";
  // A text frame under the mask zero.
  std::string frame = {'\x81', static_cast<char>(0x80U | text.size()), 0, 0, 0, 0};
  net::write(socket, net::buffer(frame + text));
  return socket;
}

bool is_served(RoomClient& page) {
  return page.ask(R"("type":"press","text":"still here")").at("taken").as_bool();
}

}  // namespace

TEST_CASE("what nobody understands is refused and harms nobody", "[server][hall]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port()), rude(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  test::join(rude, room.code, "PRK");
  for (const char* text :
       {"", "{", "null", "[]", R"({"type":1})", R"({"type":"hello","code":7})",
        R"({"type":"check","id":-1,"draft":[[[[]]]]})", R"({"type":"check"})",
        R"({"type":"\u0000"})", "\xF0\x9F\x92\xA9", R"({"type":"here","type":"here"})"}) {
    rude.say(text);
  }
  rude.say("{\"type\":\"press\",\"id\":7,\"version\":1,\"text\":\"" + std::string(5'000, 'x') +
           "\"}");
  CHECK_FALSE(rude.hear("answer", [](const JsonObject& a) { return count_at(a, "id") == 7; })
                  .at("taken")
                  .as_bool());
  rude.say(std::string(16 * 1024 + 1, 'x'));
  CHECK(rude.close_code() == 1009);
  CHECK(is_served(ann));
  RoomClient back(hall.port());
  CHECK(text_at(test::hello(back, room.code, rude.token), "role") == "seat");
}

TEST_CASE("a page that reads nothing is dropped, and the others go on", "[server][hall]") {
  server::Limits limits;
  limits.outbox_bytes = 64 * 1024;
  limits.idle = std::chrono::milliseconds(400);
  HallServer hall({}, limits);
  RoomClient host(hall.port()), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  net::io_context io;
  std::vector<net::ip::tcp::socket> dead;
  for (int k = 0; k < 64; ++k) {  // as many strangers as a room takes
    dead.push_back(dead_page(io, hall.port(), room.code));
  }
  for (int k = 0; k < 20; ++k) {
    CHECK(is_served(ann));
  }
  // Without an answer to its pings a page is gone, and its place is free.
  std::string role;
  for (int k = 0; k < 100 && role != "stranger"; ++k) {
    RoomClient late(hall.port(), "127.0.0.8");
    role = text_at(test::hello(late, room.code), "role");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    REQUIRE(is_served(ann));
    host.listen();
  }
  CHECK(role == "stranger");
}

TEST_CASE("who asks for much and reads nothing is closed for it, and nobody waits for it",
          "[server][hall]") {
  server::Limits limits;
  limits.messages_a_second = limits.burst = 10'000;  // so that the queue alone is in the way
  HallServer hall({}, limits);
  RoomClient host(hall.port()), ann(hall.port()), screen(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  test::hello(screen, room.code, room.screen);
  const std::string line(500, 'x');
  for (int k = 0; k < 300; ++k) {  // a file of 200 KB
    REQUIRE(ann.ask(R"("type":"say","text":")" + line + "\"").at("taken").as_bool());
  }
  RoomClient slow(hall.port());
  test::hello(slow, room.code, room.host);
  // 2 MiB wait for it at most, beside the few that the system takes off the server's hands.
  for (int file = 0; file < 60; ++file) {
    slow.say(R"({"type":"download","id":1,"what":"room.json"})");
    if (file % 6 == 0) {
      CHECK(is_served(ann));
    }
  }
  CHECK(is_served(ann));
  CHECK(slow.close_code() == 1013);
  CHECK(is_served(ann));
  // Who only looks and does not read misses views, not the newest: they do not pile up.
  screen.view_at(ann.version());
  CHECK(test::hello(screen, room.code, room.screen).contains("role"));
}

TEST_CASE("ten thousand who want in disturb nobody", "[server][hall][long]") {
  HallServer hall;
  RoomClient host(hall.port()), ann(hall.port());
  const auto room = test::open_room(host, HallServer::key, small);
  test::join(ann, room.code, "RUS");
  int refused = 0;
  for (int page = 0; page < 125; ++page) {  // a page may say 90 things at once
    RoomClient crowd(hall.port(), "127.0.1." + std::to_string(page + 1));
    test::hello(crowd, room.code);
    for (int k = 1; k <= 80; ++k) {
      crowd.say(R"({"type":"join","country":"RUS","name":"Eve","version":1,"id":)" +
                std::to_string(k) + "}");
      if (k % 40 == 0) {
        crowd.hear("answer", [&](const JsonObject& a) {
          return count_at(a, "id") == static_cast<std::uint64_t>(k);
        });
        refused += 40;
      }
    }
    CHECK(test::has(crowd.heard(), "RUS is taken"));
    if (page % 25 == 0) {
      CHECK(is_served(ann));
    }
  }
  CHECK(refused == 10'000);
  CHECK(is_served(ann));
}
