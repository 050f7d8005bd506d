#pragma once
// Room codes and tokens. A token is 128 bits of the system's randomness; a room keeps its hash
// alone, salted with the room's code, so that a log gives no token away and a token of one room
// opens no other.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tumen::server::rooms {

/// 32 hexadecimal digits. Throws std::runtime_error if the system has no randomness.
[[nodiscard]] std::string fresh_token();

/// Six letters without look-alikes (no I, L, O, Q, U, V and no digits). Throws as fresh_token().
[[nodiscard]] std::string fresh_code();

/// The code in capitals if it is one that fresh_code() could make; else empty.
[[nodiscard]] std::string normal_code(std::string_view typed);

/// What a room keeps of a token.
[[nodiscard]] std::string token_hash(std::string_view code, std::string_view token);

}  // namespace tumen::server::rooms
