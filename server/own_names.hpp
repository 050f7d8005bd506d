#pragma once
// Which names this server goes by. A page elsewhere that points its own name at this machine (DNS
// rebinding) sends a Host that is none of them, and is refused.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::server {

/// Names and the one port at which the server is reached; names in small letters, IPv6 in brackets.
struct OwnNames {
  std::vector<std::string> names;
  std::uint16_t port = 0;

  /// True for "name:port" of a Host header; without a port it must be 80.
  [[nodiscard]] bool has(std::string_view host) const;
};

/// True if the Origin is that of a page that this server sent to this Host, over http or, behind a
/// proxy that speaks it, https.
[[nodiscard]] bool is_same_origin(std::string_view origin, std::string_view host);

/// A host as names are kept: small letters, brackets round IPv6.
[[nodiscard]] std::string plain_name(std::string_view host);

/// The names of this machine itself: localhost and its addresses.
[[nodiscard]] std::vector<std::string> loopback_names();

/// Addresses at which others on the local network reach this machine, IPv4 first, and its host
/// name, with and without ".local".
[[nodiscard]] std::vector<std::string> network_addresses();
[[nodiscard]] std::vector<std::string> host_names();

}  // namespace tumen::server
