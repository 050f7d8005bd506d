#pragma once
// What a page asks over its WebSocket, read from JSON. docs/reference/server.md.
#include "sim/document/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::server {

/// Most of what one message may ask for.
inline constexpr std::uint32_t most_futures = 2000;
inline constexpr std::size_t most_settings = 64;

enum class Question : std::uint8_t {
  what_if,  ///< many futures, counted
  story,    ///< one future, told
  why,      ///< one decision in one future, explained
};

struct WhatIfRequest {
  Question question = Question::what_if;
  std::uint64_t id = 0;          ///< the page's own number; the answer carries it
  std::string slot = "a";        ///< "a" or "b": the setting it belongs to
  std::string scenario;          ///< a name of the list, never a path
  std::vector<std::string> set;  ///< PATH=VALUE
  std::uint64_t seed = 1;
  std::uint32_t runs = 1000;  ///< what_if: how many futures
  std::uint32_t run = 0;      ///< story, why: which future
  std::string package;        ///< why: empty = the most valuable deal that failed
  int tick = -1;              ///< why: negative = the telling one

  /// Questions of one kind about one setting replace each other.
  [[nodiscard]] std::string queue_slot() const;
};

/// A message and all that is wrong with it; of use only if nothing is.
struct ParsedRequest {
  WhatIfRequest request;
  std::vector<std::string> errors;
};
[[nodiscard]] ParsedRequest parse_request(std::string_view text);

/// All that is wrong with an input, a text each.
[[nodiscard]] std::vector<std::string> messages_of(const InputError& error);

/// {"type": "error", "id": .., "errors": [..]} on one line.
[[nodiscard]] std::string error_message(std::uint64_t id, const std::vector<std::string>& errors);

}  // namespace tumen::server
