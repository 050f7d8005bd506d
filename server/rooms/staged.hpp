#pragma once
// The scenario that a room is played in: compiled with its deals, changed by the news that was told
// and by the people who are parliaments.
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

struct Staged {
  std::shared_ptr<const Scenario> scenario;
  std::string recipe;  ///< what it was made of; equal recipes make equal scenarios
};

/// What a room plays of a scenario: all that moves the world, without the document and the origins
/// of its numbers, which are most of its memory. A room has one for each set of deals.
[[nodiscard]] Scenario for_play(const Scenario& scenario);

/// Precondition: the scenario has its text.
[[nodiscard]] Board board_of(const Scenario& scenario);

/// The scenario of the room with these deals: `room.scenario` itself if nothing has been added that
/// changes it, so that the rounds of many rooms share it. Throws what the workshop throws.
[[nodiscard]] Staged staged(const Room& room, const std::vector<Deal>& deals, const Workshop& shop);

}  // namespace tumen::server::rooms
