#pragma once
// Reading JSON that the program has written itself, such as manifests.
#include "sim/json_writer.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// The text is no JSON object, or lacks what is asked for.
struct JsonError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Parses an object. Throws JsonError.
[[nodiscard]] JsonObject parse_json_object(std::string_view text);

/// The text at a key, other values as they are written; empty if there is none.
[[nodiscard]] std::string text_at(const JsonObject& object, std::string_view key);

/// The whole number at a key. Throws JsonError if there is none.
[[nodiscard]] std::uint64_t count_at(const JsonObject& object, std::string_view key);

/// The texts of an array at a key; empty if there is none.
[[nodiscard]] std::vector<std::string> texts_at(const JsonObject& object, std::string_view key);

}  // namespace tumen
