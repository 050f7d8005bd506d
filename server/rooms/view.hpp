#pragma once
// What leaves the room. This is the one list of what may: everything that is sent, shown on the
// wall, replayed or exported is built here, from nothing, and never by leaving things out of the
// room itself. Never in it: the seed, tokens and their hashes, what a government counts, and of
// other seats their messages, plans and offers, beliefs and, before the debrief, objectives and
// what they expect.
#include "server/rooms/decide.hpp"

namespace tumen::server::rooms {

/// Of messages to all, and of those to one seat, a view holds the newest; files hold all.
inline constexpr std::size_t shown_messages = 100;
/// Of offers that are no longer open a view holds the newest.
inline constexpr std::size_t shown_offers = 40;

struct Viewer {
  enum class Kind : std::uint8_t { seat, parliament, host, screen, download };
  Kind kind = Kind::screen;
  int seat = nobody;
};

/// Who a speaker is as a viewer. Precondition: no stranger.
[[nodiscard]] Viewer viewer_of(const Speaker& speaker);

/// The room as the viewer may see it. docs/reference/server.md.
[[nodiscard]] Json view(const Room& room, const Viewer& viewer);

/// What does not change while the room lasts: what can be composed, deals to start from, the quiz.
[[nodiscard]] Json catalogue_json(const Room& room, const Viewer& viewer);

/// What a composer is told of a draft that is not on the table: {"errors"} or {"check", "fan"}, the
/// fan its own. Never throws but std::bad_alloc and what the workshop throws beside InputError.
[[nodiscard]] JsonObject checked_json(const Room& room, int seat, const Draft& draft,
                                      const Workshop& shop);

namespace viewing {

[[nodiscard]] JsonArray texts_json(const std::vector<std::string>& texts);
/// Prices, corridors, debts, deals from their signature on.
[[nodiscard]] JsonObject world_json(const Room& room);
/// Name, title, stage, signatories and terms of a deal.
[[nodiscard]] JsonObject package_json(const Room& room, Id package);
/// True from the signature to the end of a deal: what all may know of.
[[nodiscard]] bool is_public(const PackageState<double>& now);
/// What a seat alone sees, and what its parliament sees of that.
[[nodiscard]] JsonObject own_json(const Room& room, int seat);
[[nodiscard]] JsonObject parliament_json(const Room& room, int seat);
/// A deal by what it is and who signs it: "Gas line through a third country (RUS, PRK, KOR)".
[[nodiscard]] std::string draft_title(const Room& room, const Draft& draft);
/// Who wants, fears, can do and shall reach what; without the objective for others than the seat.
[[nodiscard]] JsonObject brief_json(const std::string& country, bool with_objective);
/// Texts and options of the quiz.
[[nodiscard]] JsonArray quiz_json();
/// Questions to talk about afterwards, each with its concept.
[[nodiscard]] JsonArray questions_json();
/// True if this speaker has answered the quiz.
[[nodiscard]] bool has_answered(const Room& room, std::string_view speaker, bool is_after);
[[nodiscard]] int percent(double share);
/// What a host sees beside what all see: how much is on the table, not what.
[[nodiscard]] JsonObject desk_json(const Room& room);
/// After the end: what became of every deal that was signed.
[[nodiscard]] JsonObject debrief_json(const Room& room);
[[nodiscard]] Json happening_json(const Room& room, const Happening& happening);
[[nodiscard]] Json message_json(const Room& room, const Message& message);
/// The newest `most` of the messages that are shown, in order.
[[nodiscard]] JsonArray messages_json(const Room& room,
                                      const std::function<bool(const Message&)>& is_shown,
                                      std::size_t most);

}  // namespace viewing
}  // namespace tumen::server::rooms
