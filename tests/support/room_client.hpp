#pragma once
// A page of a room, without the page: one WebSocket that speaks JSON.
#include "sim/json_writer.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace tumen::test {

/// Invariant: all that has come in is in `heard()`, in order, a line each.
class RoomClient {
 public:
  /// Opens /ws/room on this machine; `from` is the address it comes from (127.0.0.0/8). Throws
  /// std::exception if it is refused.
  explicit RoomClient(std::uint16_t port, const std::string& from = "127.0.0.1");
  ~RoomClient();
  RoomClient(RoomClient&&) noexcept;
  RoomClient(const RoomClient&) = delete;
  RoomClient& operator=(const RoomClient&) = delete;
  RoomClient& operator=(RoomClient&&) = delete;

  void say(const std::string& text);
  /// A command: members without id and version, which are added; returns the answer to it.
  JsonObject ask(const std::string& members);

  /// Takes the first message of this type that has not been taken yet, waiting for it. Throws
  /// std::runtime_error after 20 s, or if the other side has closed.
  JsonObject hear(const std::string& type);
  /// The same for the first that `fits`.
  JsonObject hear(const std::string& type, const std::function<bool(const JsonObject&)>& fits);
  /// The same for the first of any type.
  JsonObject hear_any();
  /// The newest view, once it has come to a version.
  JsonObject view_at(std::uint64_t version);

  /// Waits until the other side has closed; returns its code.
  int close_code();
  /// Takes in what has come without waiting.
  void listen();
  /// Drops what has been heard and not been taken.
  void forget();
  [[nodiscard]] const std::string& heard() const;
  [[nodiscard]] std::uint64_t version() const;

  std::string token;          ///< set by join() and open_room()
  std::uint64_t last_id = 0;  ///< of commands

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// What a host is given.
struct OpenedRoom {
  std::string code, host, screen;
};
/// Opens a room over a client, which is the host's from then on. `settings`: JSON.
OpenedRoom open_room(RoomClient& client, const std::string& key, const std::string& settings);

/// Says hello with a token, or as a stranger without; returns the welcome, or the error.
JsonObject hello(RoomClient& client, const std::string& code, const std::string& token = "");

/// Comes in and takes a seat; throws std::runtime_error if it is not given.
void join(RoomClient& client, const std::string& code, const std::string& country,
          const std::string& name = "Ann");

}  // namespace tumen::test
