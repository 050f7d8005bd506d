// The network on loopback: who is let in, what comes back, how it ends.
#include "server/headers.hpp"
#include "server/transport/server.hpp"
#include "tests/support/program.hpp"

#include <csignal>
#include <cstdio>
#include <thread>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <catch2/catch.hpp>
#include <sys/wait.h>

namespace {

using namespace tumen;
namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace websocket = beast::websocket;
using net::ip::tcp;

/// A server that greets at "/" and echoes at "/echo", on a thread of its own.
class Served {
 public:
  Served() : server_({"127.0.0.1", 0, {"127.0.0.1"}}, site()) {
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~Served() { server_.stop(); }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(server_.port()); }
  [[nodiscard]] tcp::socket connect() {
    tcp::socket socket(io_);
    socket.connect({net::ip::make_address("127.0.0.1"), server_.port()});
    return socket;
  }

  http::response<http::string_body> ask(http::verb verb, const std::string& host,
                                        const std::string& target) {
    tcp::socket socket = connect();
    http::request<http::string_body> request(verb, target, 11);
    request.set(http::field::host, host);
    request.prepare_payload();
    http::write(socket, request);
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.skip(verb == http::verb::head);
    http::read(socket, buffer, parser);
    return parser.release();
  }

  /// The status of an upgrade; 101 where it is accepted.
  unsigned upgrade(const std::string& origin, const std::string& target) {
    websocket::stream<tcp::socket> socket(connect());
    socket.set_option(websocket::stream_base::decorator(
        [&](websocket::request_type& r) { r.set(http::field::origin, origin); }));
    websocket::response_type response;
    beast::error_code error;
    socket.handshake(response, host(), target, error);
    return response.result_int();
  }

  websocket::stream<tcp::socket> open() {
    websocket::stream<tcp::socket> socket(connect());
    const std::string origin = "http://" + host();
    socket.set_option(websocket::stream_base::decorator(
        [&](websocket::request_type& r) { r.set(http::field::origin, origin); }));
    socket.handshake(host(), "/echo");
    return socket;
  }

 private:
  static server::Site site() {
    server::Site site;
    site.answer = [](const server::Request& request) {
      return request.target == "/" ? server::Response{200, "text/plain", "hello"}
                                   : server::Response{404, "text/plain", "none"};
    };
    site.conversations["/echo"] = [](const server::Peer& peer) {
      return server::Conversation{
          [send = peer.send](std::string_view text) { send("heard " + std::string(text), ""); },
          [] {}};
    };
    return site;
  }

  net::io_context io_;
  server::Server server_;
  std::jthread thread_;
};

std::string read_text(websocket::stream<tcp::socket>& socket) {
  beast::flat_buffer buffer;
  socket.read(buffer);
  return beast::buffers_to_string(buffer.data());
}

/// The code with which the other side closes.
int close_code(websocket::stream<tcp::socket>& socket) {
  beast::flat_buffer buffer;
  beast::error_code error;
  while (!error) {
    socket.read(buffer, error);
  }
  return socket.reason().code;
}

}  // namespace

TEST_CASE("every answer carries the safe headers", "[server]") {
  Served served;
  for (const char* target : {"/", "/none"}) {
    const auto response = served.ask(http::verb::get, served.host(), target);
    for (const auto& [name, value] : server::safe_headers) {
      CHECK(response[std::string(name)] == std::string(value));
    }
  }
  CHECK(served.ask(http::verb::get, served.host(), "/").body() == "hello");
  CHECK(served.ask(http::verb::head, served.host(), "/").body().empty());
}

TEST_CASE("a foreign host, another method and a large request are refused", "[server]") {
  Served served;
  CHECK(served.ask(http::verb::get, "evil.test", "/").result_int() == 421);
  CHECK(served.ask(http::verb::get, "", "/").result_int() == 421);
  CHECK(served.ask(http::verb::post, served.host(), "/").result_int() == 405);
  CHECK(served.ask(http::verb::get, served.host(), "/" + std::string(20'000, 'x')).result_int() ==
        431);
}

TEST_CASE("a WebSocket opens to a page of this server alone", "[server]") {
  Served served;
  CHECK(served.upgrade("http://" + served.host(), "/echo") == 101);
  CHECK(served.upgrade("http://" + served.host(), "/none") == 404);
  CHECK(served.upgrade("http://evil.test", "/echo") == 403);
  CHECK(served.upgrade("", "/echo") == 403);
}

TEST_CASE("a conversation is carried in order", "[server]") {
  Served served;
  auto socket = served.open();
  socket.write(net::buffer(std::string("one")));
  socket.write(net::buffer(std::string("two")));
  CHECK(read_text(socket) == "heard one");
  CHECK(read_text(socket) == "heard two");
}

TEST_CASE("what is too large, too often or no text ends a conversation and no other", "[server]") {
  Served served;
  auto other = served.open();
  auto large = served.open();
  large.write(net::buffer(std::string(16 * 1024 + 1, 'x')));
  CHECK(close_code(large) == websocket::close_code::too_big);
  auto binary = served.open();
  binary.binary(true);
  binary.write(net::buffer(std::string("x")));
  CHECK(close_code(binary) == websocket::close_code::unknown_data);
  auto often = served.open();
  beast::error_code ignored;
  for (int k = 0; k < 150; ++k) {
    often.write(net::buffer(std::string("x")), ignored);
  }
  CHECK(close_code(often) == websocket::close_code::policy_error);
  other.write(net::buffer(std::string("still here")));
  CHECK(read_text(other) == "heard still here");
}

TEST_CASE("serve says where it listens and ends well when told to", "[server][cli]") {
  const std::string command = "cd '" TUMEN_SOURCE_DIR "' && echo $$ && exec '" TUMEN_PROGRAM
                              "' serve --port 0 --json --web web/dist";
  FILE* out = ::popen(command.c_str(), "r");
  REQUIRE(out != nullptr);
  int pid = 0, port = 0;
  CHECK(std::fscanf(out, "%d { \"port\": %d", &pid, &port) == 2);
  CHECK(port > 0);
  REQUIRE(::kill(pid, SIGTERM) == 0);
  const int status = ::pclose(out);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("serve refuses a page that is not there and an address that is not its own",
          "[server][cli]") {
  const auto none = test::run_program({"serve", "--port", "0", "--web", "/nowhere"}, "/");
  CHECK(none.code == 2);
  CHECK(test::has(none.err, "SHA256SUMS"));
  const std::string page = std::string(TUMEN_SOURCE_DIR) + "/web/dist";
  const auto host =
      test::run_program({"serve", "--port", "0", "--host", "here", "--web", page}, "/");
  CHECK(host.code == 2);
  CHECK(test::has(host.err, "an IP address"));
  CHECK(test::run_program({"serve", "--port", "70000"}, "/").code == 2);
}
