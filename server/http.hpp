#pragma once
// What the transport and those who answer hand each other: plain values and functions, so that
// every answer can be tested without a network, and rooms can be added without touching the
// transport.
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tumen::server {

/// A request whose Host has been checked. GET and HEAD only get this far.
struct Request {
  std::string target;  ///< as sent: path and query, percent signs and all
};

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::string cache = "no-store";  ///< Cache-Control
};

/// Says something to the other side of a WebSocket. May be called from any thread and after the
/// other side has gone. Of texts with the same topic that wait to be sent only the newest is kept;
/// an empty topic keeps all.
using Send = std::function<void(std::string text, std::string topic)>;

/// The other side of a WebSocket.
struct Peer {
  Send send;
  std::function<void()> hang_up;  ///< ends it once what was said before is sent; from any thread
  std::string address;            ///< of the machine at the other end
};

/// One WebSocket, seen from who answers it. Both are called one at a time.
struct Conversation {
  std::function<void(std::string_view text)> receive;
  std::function<void()> close;
};

/// All that is served.
struct Site {
  std::function<Response(const Request&)> answer;                          ///< may take its time
  std::map<std::string, std::function<Conversation(Peer)>> conversations;  ///< by path
};

}  // namespace tumen::server
