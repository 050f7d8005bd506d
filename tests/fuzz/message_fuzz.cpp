// What a page sends to the server may be anything: it is read, or refused with words.
#include "server/message.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = tumen::server::parse_request(text);
  if (!parsed.errors.empty()) {
    static_cast<void>(tumen::server::error_message(parsed.request.id, parsed.errors));
  }
  return 0;
}
