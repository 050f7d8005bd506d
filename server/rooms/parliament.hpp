#pragma once
// A second person in a seat: the parliament at home, or whatever other authority must say yes.
// What its country has signed and parliaments vote on waits until that person has answered.
#include "server/rooms/room.hpp"
#include "sim/simulation.hpp"

namespace tumen::server::rooms {

/// What the second authority of a country is called: "State Duma".
[[nodiscard]] std::string_view house_of(std::string_view country);

/// True if a person who is there plays the second authority of the seat.
[[nodiscard]] bool has_parliament(const Room& room, int seat);

/// True if deals of this kind go to second authorities.
[[nodiscard]] bool goes_to_parliament(const Package& package);

/// Signed deals that lie before the parliament of the seat.
[[nodiscard]] std::vector<Id> asked(const Room& room, int seat);

/// Its answer to a deal: null before it has given one.
[[nodiscard]] const Vote* vote_on(const std::vector<Vote>& votes, int seat, std::string_view deal);

/// Takes the votes of countries whose parliament a person plays from the policies: what the person
/// lets pass passes.
void follow_parliaments(const Room& room, Scenario& scenario);

/// Before a tick: what was rejected fails, what is unanswered waits.
void hear_parliaments(const Room& room, const Scenario& scenario, Simulation<double>& sim,
                      std::vector<Vote>& votes, std::vector<Happening>& happenings);

}  // namespace tumen::server::rooms
