#include "tests/support/room_client.hpp"

#include "sim/json_reader.hpp"

#include <chrono>
#include <stdexcept>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

namespace tumen::test {

namespace beast = boost::beast;
namespace net = boost::asio;
namespace websocket = beast::websocket;
using net::ip::tcp;

namespace {
constexpr std::chrono::seconds patience{20};

/// What stands between `before` and the next `after`: views are large, and most are never read.
std::string between(const std::string& text, const std::string& before, char after) {
  const std::size_t start = text.find(before);
  if (start == std::string::npos) {
    return "";
  }
  return text.substr(start + before.size(),
                     text.find(after, start + before.size()) - start - before.size());
}

/// A message as it came.
struct Heard {
  std::string text, type;
};
}  // namespace

struct RoomClient::Parts {
  net::io_context io;
  websocket::stream<tcp::socket> socket{io};
  beast::flat_buffer buffer;
  std::deque<Heard> messages;
  std::string heard;
  std::uint64_t version = 0;
  std::string newest;  ///< view
  bool is_closed = false;

  void read() {
    socket.async_read(buffer, [this](beast::error_code error, std::size_t) {
      if (error) {
        is_closed = true;
        return;
      }
      const std::string text = beast::buffers_to_string(buffer.data());
      buffer.consume(buffer.size());
      heard += text + "\n";
      messages.push_back({text, between(text, "{\"type\":\"", '"')});
      if (messages.back().type == "room") {
        version = std::stoull(between(text, "\"version\":", ','));
        newest = text;
      }
      read();
    });
  }

  /// Takes in what comes until `is_enough`. Throws once patience is out.
  void wait(const std::function<bool()>& is_enough) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!is_enough()) {
      io.restart();
      if (io.run_one_until(until) == 0) {
        throw std::runtime_error(
            "nothing was heard in time; last of all: " +
            heard.substr(heard.size() - std::min<std::size_t>(heard.size(), 300)));
      }
    }
  }
};

RoomClient::RoomClient(std::uint16_t port, const std::string& from)
    : parts_(std::make_unique<Parts>()) {
  tcp::socket& raw = parts_->socket.next_layer();
  raw.open(tcp::v4());
  raw.bind({net::ip::make_address(from), 0});
  raw.connect({net::ip::make_address("127.0.0.1"), port});
  raw.set_option(tcp::no_delay(true));
  const std::string host = "127.0.0.1:" + std::to_string(port);
  parts_->socket.set_option(websocket::stream_base::decorator(
      [origin = "http://" + host](websocket::request_type& request) {
        request.set(beast::http::field::origin, origin);
      }));
  parts_->socket.handshake(host, "/ws/room");
  parts_->read();
}

RoomClient::~RoomClient() = default;
RoomClient::RoomClient(RoomClient&&) noexcept = default;

void RoomClient::say(const std::string& text) {
  parts_->socket.write(net::buffer(text));
}

JsonObject RoomClient::ask(const std::string& members) {
  listen();
  const std::uint64_t id = ++last_id;
  say("{\"id\":" + std::to_string(id) + ",\"version\":" + std::to_string(version()) + "," +
      members + "}");
  return hear("answer", [&](const JsonObject& answer) { return count_at(answer, "id") == id; });
}

JsonObject RoomClient::hear(const std::string& type) {
  return hear(type, [](const JsonObject&) { return true; });
}

JsonObject RoomClient::hear_any() {
  return hear("", [](const JsonObject&) { return true; });
}

JsonObject RoomClient::hear(const std::string& type,
                            const std::function<bool(const JsonObject&)>& fits) {
  std::deque<Heard>& messages = parts_->messages;
  std::size_t next = 0;
  for (;;) {
    for (; next < messages.size(); ++next) {
      if (!type.empty() && messages[next].type != type) {
        continue;
      }
      JsonObject found = parse_json_object(messages[next].text);
      if (fits(found)) {
        messages.erase(messages.begin() + static_cast<std::ptrdiff_t>(next));
        return found;
      }
    }
    if (parts_->is_closed) {
      throw std::runtime_error("closed before \"" + type + "\" came");
    }
    parts_->wait([&] { return messages.size() > next || parts_->is_closed; });
  }
}

JsonObject RoomClient::view_at(std::uint64_t version) {
  // Of two views of one version the page may be sent one.
  parts_->wait([&] { return parts_->is_closed || parts_->version >= version; });
  if (parts_->is_closed) {
    throw std::runtime_error("closed before version " + std::to_string(version) + " came");
  }
  return parse_json_object(parts_->newest);
}

int RoomClient::close_code() {
  parts_->wait([this] { return parts_->is_closed; });
  return parts_->socket.reason().code;
}

void RoomClient::listen() {
  parts_->io.restart();
  parts_->io.poll();
}

void RoomClient::forget() {
  parts_->messages.clear();
  parts_->heard.clear();
}

const std::string& RoomClient::heard() const {
  return parts_->heard;
}

std::uint64_t RoomClient::version() const {
  return parts_->version;
}

OpenedRoom open_room(RoomClient& client, const std::string& key, const std::string& settings) {
  client.say(R"({"type":"open","key":")" + key + R"(","settings":)" + settings + "}");
  const JsonObject opened = client.hear("opened");
  client.token = text_at(opened, "host");
  client.hear("welcome");
  client.hear("room");
  return {text_at(opened, "code"), client.token, text_at(opened, "screen")};
}

JsonObject hello(RoomClient& client, const std::string& code, const std::string& token) {
  client.say(R"({"type":"hello","code":")" + code + R"(","token":")" + token + "\"}");
  bool is_answer = false;
  JsonObject answer;
  while (!is_answer) {
    answer = client.hear_any();
    const std::string type = text_at(answer, "type");
    is_answer = type == "welcome" || type == "error";
  }
  if (text_at(answer, "type") == "welcome") {
    client.hear("room");
  }
  return answer;
}

void join(RoomClient& client, const std::string& code, const std::string& country,
          const std::string& name) {
  hello(client, code);
  const JsonObject answer =
      client.ask(R"("type":"join","country":")" + country + R"(","name":")" + name + "\"");
  if (!answer.at("taken").as_bool()) {
    throw std::runtime_error(json_line(answer));
  }
  client.token = text_at(client.hear("seat"), "token");
  client.hear("welcome");
  client.hear("room", [](const JsonObject& seen) { return seen.contains("me"); });
}

}  // namespace tumen::test
