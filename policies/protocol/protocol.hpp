#pragma once
// All protocols behind one switch. The protocol is a setting of a package, the same in every lane.
#include "policies/protocol/members.hpp"
#include "policies/protocol/problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tumen {

/// Who may speak when.
enum class Protocol : std::uint8_t {
#define TUMEN_PROTOCOL(name, type) name,
#include "policies/protocol/catalog.inc"
#undef TUMEN_PROTOCOL
};

/// Every protocol, in the order of the catalogue.
inline constexpr auto protocols = std::to_array<Protocol>({
#define TUMEN_PROTOCOL(name, type) Protocol::name,
#include "policies/protocol/catalog.inc"
#undef TUMEN_PROTOCOL
});

/// Name of a protocol as configurations write it.
[[nodiscard]] constexpr std::string_view protocol_name(Protocol protocol) {
  constexpr auto names = std::to_array<std::string_view>({
#define TUMEN_PROTOCOL(name, type) #name,
#include "policies/protocol/catalog.inc"
#undef TUMEN_PROTOCOL
  });
  return names[static_cast<std::size_t>(protocol)];
}

/// What `ask` makes of the protocol's struct.
template <class Ask>
[[nodiscard]] constexpr auto ask_protocol(Protocol protocol, Ask&& ask) {
  switch (protocol) {
#define TUMEN_PROTOCOL(name, type) \
  case Protocol::name:             \
    return ask(type{});
#include "policies/protocol/catalog.inc"
#undef TUMEN_PROTOCOL
  }
  return ask(SingleText{});
}

}  // namespace tumen
