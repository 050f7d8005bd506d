#pragma once
// `tumen serve`: the page, its questions and the network put together.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tumen::server {

struct ServeSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8765;       ///< 0 = a free one
  bool is_on_lan = false;          ///< listen on all addresses
  std::vector<std::string> names;  ///< more names by which browsers may call it
  std::uint32_t runs = 1000;       ///< futures that the page counts
  int threads = 0;
  std::filesystem::path web;                 ///< folder of the built page
  std::filesystem::path rooms;               ///< folder of the rooms' logs; empty = keep none
  std::vector<std::filesystem::path> roots;  ///< where scenarios are
};

/// Addresses to put into a browser: of this machine, then of the network if it is open to it.
struct Listening {
  std::uint16_t port = 0;
  std::vector<std::string> urls;
  std::string join;  ///< where students join a room
  std::string host;  ///< where the teacher opens one; the key is in its fragment
  std::string qr;    ///< of `join`, for a terminal
};

/// Serves until SIGINT or SIGTERM. `tell` is called once the port is open. Throws InputError if the
/// page is not there or the port cannot be had.
void serve(const ServeSettings& settings, const std::function<void(const Listening&)>& tell);

}  // namespace tumen::server
