#pragma once
// What the host lets happen, as if the scenario had declared it.
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

/// Writes the news into the calendar, the events and the prices of a scenario.
void declare(const News& news, Scenario& scenario);

/// Writes the news into the world. Precondition: the world stands in the quarter of the news.
void strike(const News& news, const Scenario& scenario, World<double>& world);

}  // namespace tumen::server::rooms
