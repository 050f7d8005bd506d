#pragma once
// What leaves the room. This is the one list of what may: everything that is sent, shown on the
// wall, replayed or exported is built here, from nothing, and never by leaving things out of the
// room itself. Never in it: the seed, tokens and their hashes, what a government counts, and of
// other seats their messages, objectives, plans and offers.
#include "server/rooms/decide.hpp"

namespace tumen::server::rooms {

struct Viewer {
  enum class Kind : std::uint8_t { seat, host, screen, download };
  Kind kind = Kind::screen;
  int seat = nobody;
};

/// Who a speaker is as a viewer. Precondition: no stranger.
[[nodiscard]] Viewer viewer_of(const Speaker& speaker);

/// The room as the viewer may see it. docs/reference/server.md.
[[nodiscard]] Json view(const Room& room, const Viewer& viewer);

/// What can be composed in the room: the same for everybody, and for as long as the room lasts.
[[nodiscard]] Json instruments_json(const Room& room);

namespace viewing {

[[nodiscard]] JsonArray texts_json(const std::vector<std::string>& texts);
/// Prices, corridors, debts, deals from their signature on.
[[nodiscard]] JsonObject world_json(const Room& room);
/// Name, title, stage, signatories and terms of a deal.
[[nodiscard]] JsonObject package_json(const Room& room, Id package);
/// What a seat alone sees.
[[nodiscard]] JsonObject own_json(const Room& room, int seat);
/// What a host sees beside what all see: how much is on the table, not what.
[[nodiscard]] JsonObject desk_json(const Room& room);
/// After the end: what became of every deal that was signed.
[[nodiscard]] JsonObject debrief_json(const Room& room);
[[nodiscard]] Json happening_json(const Room& room, const Happening& happening);
[[nodiscard]] Json message_json(const Room& room, const Message& message);

}  // namespace viewing
}  // namespace tumen::server::rooms
