#pragma once
// The network: HTTP/1.1 and WebSocket on one port, one thread. It knows nothing of what is served.
#include "server/http.hpp"
#include "server/transport/limits.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tumen::server {

struct Address {
  std::string host = "127.0.0.1";  ///< an address of this machine; 0.0.0.0 for all
  std::uint16_t port = 0;          ///< 0 = a free one
  std::vector<std::string> names;  ///< by which browsers may call it
};

/// A port that listens. Invariant: bound, and heeding SIGINT and SIGTERM, from construction on;
/// serves while `run` runs.
class Server {
 public:
  /// Throws InputError if it cannot be bound.
  Server(const Address& address, Site site, const Limits& limits = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  /// Serves until SIGINT, SIGTERM or stop(); connections are cut then.
  void run();
  /// May be called from any thread.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tumen::server
