#pragma once
// Headers that every answer carries.
#include <array>
#include <string_view>
#include <utility>

namespace tumen::server {

/// The page loads its own files alone and talks to its own server alone; nobody frames it.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 6> safe_headers = {
    {{"Content-Security-Policy", content_security_policy},
     {"X-Content-Type-Options", "nosniff"},
     {"Referrer-Policy", "no-referrer"},
     {"X-Frame-Options", "DENY"},
     {"Cross-Origin-Resource-Policy", "same-origin"},
     {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"}}};

}  // namespace tumen::server
