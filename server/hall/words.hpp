#pragma once
// What the hall says to a page beside the views of a room. docs/reference/server.md.
#include "server/rooms/decide.hpp"
#include "server/rooms/download.hpp"

#include <string>
#include <vector>

namespace tumen::server::hall {

/// {"type": "error", "reason": .., "errors": [..]}. Reasons: "message" (it cannot be understood),
/// "code" (no such room), "token" (it opens nothing there), "slow" (too many wrong ones), "full",
/// "key" (not the host's), "settings", "gone" (the room cannot go on), "fault".
[[nodiscard]] std::string error_text(std::string_view reason,
                                     const std::vector<std::string>& errors);

/// {"type": "answer", ..} to a command.
[[nodiscard]] std::string answer_text(std::uint64_t id, const rooms::Verdict& verdict);
[[nodiscard]] std::string refusal_text(std::uint64_t id, const std::vector<std::string>& errors);

/// Where a room is joined, for those who show it: the host and the projector.
struct JoinPlace {
  std::string url;                ///< "http://192.168.1.5:8765/join#ABCDEF"
  std::vector<std::string> urls;  ///< all of them
};
/// {"type": "welcome", "role", "country"}; with "url", "urls" and "qr" for host and projector.
[[nodiscard]] std::string welcome_text(const rooms::Room& room, const rooms::Speaker& speaker,
                                       const JoinPlace& place);
/// {"type": "opened", "code", "host", "screen", "url", "urls", "qr"}.
[[nodiscard]] std::string opened_text(const std::string& code, const std::string& host,
                                      const std::string& screen, const JoinPlace& place);
/// {"type": "seat", "country", "role", "token"}.
[[nodiscard]] std::string seat_text(const rooms::Room& room, const rooms::Speaker& speaker,
                                    const std::string& token);
/// {"type": "checked", "id", "errors"} and "check", "fan" where there are none.
[[nodiscard]] std::string checked_text(std::uint64_t id, const std::vector<std::string>& errors);
/// The fan is that of `country`, who asks; no other is told.
[[nodiscard]] std::string checked_text(std::uint64_t id, const rooms::Check& check,
                                       const std::string& country);
/// {"type": "file", "id", "name", "text"}.
[[nodiscard]] std::string file_text(std::uint64_t id, const rooms::Download& file);
[[nodiscard]] std::string role_name(const rooms::Speaker& speaker);

/// The whole number at a key of a message, or 0.
[[nodiscard]] std::uint64_t number_at(const JsonObject& message, std::string_view key);

}  // namespace tumen::server::hall
