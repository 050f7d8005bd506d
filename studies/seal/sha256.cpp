#include "studies/seal/sha256.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/sha.h>

namespace tumen {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  // Takes any bytes; the cast is what the interface of C asks for.
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace tumen
