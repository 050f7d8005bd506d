#include "server/rooms/tokens.hpp"

#include "studies/seal/sha256.hpp"

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <sys/random.h>

namespace tumen::server::rooms {
namespace {

constexpr std::string_view letters = "ABCDEFGHJKMNPRSTWXYZ";
constexpr std::size_t code_length = 6;

template <std::size_t N>
std::array<std::uint8_t, N> random_bytes() {
  std::array<std::uint8_t, N> bytes{};
  std::size_t have = 0;
  while (have < N) {
    const ssize_t got = ::getrandom(bytes.data() + have, N - have, 0);
    if (got < 0 && errno != EINTR) {
      throw std::runtime_error("no randomness: " + std::system_category().message(errno));
    }
    have += got < 0 ? 0 : static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

std::string fresh_token() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : random_bytes<16>()) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string fresh_code() {
  // 240 of 256 values are taken, so that every letter has the same chance.
  const std::size_t fair = 256 / letters.size() * letters.size();
  std::string code;
  while (code.size() < code_length) {
    for (const std::uint8_t byte : random_bytes<16>()) {
      if (byte < fair && code.size() < code_length) {
        code += letters[byte % letters.size()];
      }
    }
  }
  return code;
}

std::string normal_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (letters.find(upper) == std::string_view::npos) {
      return {};
    }
    code += upper;
  }
  return code.size() == code_length ? code : std::string();
}

std::string token_hash(std::string_view code, std::string_view token) {
  return sha256("tumen room " + std::string(code) + " " + std::string(token));
}

}  // namespace tumen::server::rooms
