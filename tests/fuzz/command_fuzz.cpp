// What a person sends to a room may be anything: it is read, or refused with words.
#include "server/rooms/command.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = tumen::server::rooms::parse_command(text);
  // What is taken has a number of its own, and its text fits on one line.
  if (parsed.errors.empty() && (parsed.command.id == 0 || parsed.command.text.size() > 4 * 500)) {
    std::abort();
  }
  return 0;
}
