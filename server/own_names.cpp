#include "server/own_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <unistd.h>

namespace tumen::server {
namespace {

/// "[::1]:80" and "name:80" into name and port; port 80 if there is none, 0 if it is no port.
std::pair<std::string_view, int> name_and_port(std::string_view host) {
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;
  if (bracket == std::string_view::npos) {
    return {host, 0};
  }
  const std::size_t colon = host.find(':', bracket);
  if (colon == std::string_view::npos) {
    return {host, 80};
  }
  int port = 0;
  const std::string_view digits = host.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  return {host.substr(0, colon), is_whole && port > 0 && port < 65536 ? port : 0};
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address.sa_family == AF_INET) {
    bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  } else if (address.sa_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  }
  return bytes == nullptr ? "" : inet_ntop(address.sa_family, bytes, text.data(), text.size());
}

}  // namespace

std::string plain_name(std::string_view host) {
  std::string name(host);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool is_bare_ipv6 = name.find(':') != std::string::npos && !name.starts_with('[');
  return is_bare_ipv6 ? "[" + name + "]" : name;
}

bool OwnNames::has(std::string_view host) const {
  const auto [name, at_port] = name_and_port(host);
  return at_port == port && !name.empty() &&
         std::find(names.begin(), names.end(), plain_name(name)) != names.end();
}

bool is_same_origin(std::string_view origin, std::string_view host) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme)) {
      return !host.empty() && plain_name(origin.substr(scheme.size())) == plain_name(host);
    }
  }
  return false;
}

std::vector<std::string> loopback_names() {
  return {"127.0.0.1", "localhost", "[::1]"};
}

std::vector<std::string> network_addresses() {
  std::vector<std::string> four, six;
  ifaddrs* all = nullptr;
  if (::getifaddrs(&all) != 0) {
    return {};
  }
  for (const ifaddrs* a = all; a != nullptr; a = a->ifa_next) {
    const bool is_of_network = a->ifa_addr != nullptr && (a->ifa_flags & IFF_UP) != 0 &&
                               (a->ifa_flags & IFF_LOOPBACK) == 0;
    const std::string text = is_of_network ? address_text(*a->ifa_addr) : "";
    // fe80:: needs a zone in the browser's address bar, which browsers do not take.
    if (!text.empty() && !text.starts_with("fe80")) {
      (a->ifa_addr->sa_family == AF_INET ? four : six).push_back(plain_name(text));
    }
  }
  ::freeifaddrs(all);
  four.insert(four.end(), six.begin(), six.end());
  return four;
}

std::vector<std::string> host_names() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0 || name.front() == '\0') {
    return {};
  }
  const std::string plain = plain_name(name.data());
  return {plain, plain + ".local"};
}

}  // namespace tumen::server
