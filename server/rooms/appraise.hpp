#pragma once
// The live check of an offer, and the world's move at the end of a round.
#include "server/rooms/staged.hpp"

namespace tumen::server::rooms {

/// The first spare slot that no deal of the room has taken, or empty.
[[nodiscard]] std::string free_slot(const Room& room);

/// Who must sign a draft, who can block it, what the policies of the seats that no person plays
/// would say to it today. Nothing of the next tick's luck is in it. Throws InputError if the draft
/// does not compile. Precondition: mistakes_of() is empty and a slot is free.
[[nodiscard]] Check check_draft(const Room& room, const Draft& draft, const Workshop& shop);

/// What a round's end makes of the world and the table.
struct Moved {
  Staged stage;
  World<double> world;
  std::vector<Offer> offers;
  std::vector<Deal> deals;
  std::vector<Happening> happenings;
  std::vector<Reply> replies;
  std::vector<Vote> votes;
  Tally tally;
};

/// Agreed offers fill spare slots, what was planned becomes moves, news happens, and the world
/// moves by the quarters of a round, seats that no person plays following their policies.
[[nodiscard]] Moved move_world(const Room& room, const Workshop& shop);

/// SHA-256 of the bits of a world.
[[nodiscard]] std::string fingerprint(const World<double>& world);

}  // namespace tumen::server::rooms
