#pragma once
// What one server puts up with.
#include <chrono>
#include <cstdint>

namespace tumen::server {

struct Limits {
  std::uint32_t header_bytes = 8 * 1024;
  std::uint64_t body_bytes = 1024;  ///< no request needs a body
  std::size_t message_bytes = 16 * 1024;
  std::size_t outbox_bytes = 2 * 1024 * 1024;
  int connections = 512;
  int connections_an_address = 80;  ///< a school comes from one address
  double messages_a_second = 30, burst = 90;
  std::chrono::milliseconds request{10'000};    ///< to send a request, and to take the answer
  std::chrono::milliseconds handshake{10'000};  ///< of a WebSocket
  std::chrono::milliseconds idle{40'000};       ///< half of it without a word brings a ping
};

}  // namespace tumen::server
